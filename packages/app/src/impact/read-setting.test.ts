// How `--set` is read: whose field, and which values it may mean.
import type { Characteristic } from "@merlon/schema";
import { expect, test } from "vitest";
import { readSetting } from "./read-setting.ts";

const characteristics = [{ id: "acme.tokenised" } as Characteristic]; // only ids are looked at

test.each<[string, string, readonly string[], readonly unknown[]]>([
  ["web.in=vpc", "web", ["in"], ["vpc", ["vpc"]]],
  ["web.technology=nodejs, react", "web", ["technology"], ["nodejs, react", ["nodejs", "react"]]],
  ["web.technology=[nodejs]", "web", ["technology"], [["nodejs"]]],
  ["web.port=8443", "web", ["port"], [8443, ["8443"]]],
  ["web.mfa={value: yes, source: observed}", "web", ["mfa"], [{ value: "yes", source: "observed" }]],
  ["card.levels.confidentiality=secret", "card", ["levels", "confidentiality"], ["secret", ["secret"]]],
  ["web.acme.tokenised=yes", "web", ["acme.tokenised"], ["yes", ["yes"]]],
  ["web.x-team.name=a", "web", ["x-team.name"], ["a", ["a"]]],
  ["web.title=Shop: the = front", "web", ["title"], ["Shop: the = front", ["Shop: the = front"]]],
  ["web.in=", "web", ["in"], [undefined]],
])("[WIF-1] %s", (text, object, field, values) => {
  expect(readSetting(text, { characteristics })).toEqual({ text, object, field, values });
});

test.each(["web", "web.mfa", "web=yes", ".mfa=yes", "web.=yes", ""])("%j sets nothing", (text) => {
  expect(() => readSetting(text, { characteristics })).toThrow(`\`--set ${text}\` does not say what is set to what.`);
});
