// A pack against what it was locked as: what may change freely, what needs another version, another revision, a successor.
import { expect, test } from "vitest";
import type { PackLock } from "@merlon/schema";
import { packLock, packLockProblems } from "./pack-lock.ts";
import type { Pack } from "./read-pack.ts";
import { readPacks } from "./read-packs.ts";

interface Change { readonly version?: string; readonly title?: string; readonly because?: string; readonly crosses?: string; readonly revision?: number; readonly id?: string; readonly supersedes?: string }

function pack({ version = "1.0.0", title = "T", because = "B", crosses = "yes", revision = 1, id = "my-rule", supersedes }: Change = {}): Pack {
  const rule = `id: ${id}\nrevision: ${revision}\nstatus: stable\ntitle: ${title}\nscope: flow\nwhen: {fact: flow.crosses, is: ${crosses}, because: ${because}}\nthreat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\nstride: [I]\nwhy: W\nfix: [{advice: A}]\nfalse-positives: []\n${supersedes === undefined ? "" : `supersedes: [${supersedes}]\n`}`;
  return readPacks([{ path: "acme/pack.yaml", text: `id: acme\nversion: ${version}\ntitle: Acme\n` }, { path: `acme/${id}.yaml`, text: rule }])[0]!;
}

const first = packLock(pack());

function said(change: Change, locked: PackLock = first): readonly string[] {
  return packLockProblems(pack(change), locked, { file: "acme/pack.yaml", line: 1, column: 1 }).map(({ code, where, message }) => `${code} ${where?.file ?? ""}: ${message}`);
}

test("[PCK-6] other content needs a higher version", () => {
  expect([said({}), said({ title: "Other", version: "1.0.1" })]).toEqual([[], []]);
  expect(said({ title: "Other" })).toEqual(["E3022 acme/pack.yaml: The pack acme has other content than what was locked as 1.0.0, and still the same version."]);
  expect(said({ version: "0.9.0" })).toEqual(["E3022 acme/pack.yaml: The pack acme goes back from version 1.0.0 to 0.9.0."]);
});

test("[PCK-7] a version with a hyphen may change", () => {
  expect(said({ title: "Other", version: "1.1.0-draft" }, packLock(pack({ version: "1.1.0-draft" })))).toEqual([]);
});

test("[PCK-6] other conditions need a higher revision; their reasons do not", () => {
  expect([said({ because: "Other", version: "1.0.1" }), said({ crosses: "no", version: "1.1.0", revision: 2 })]).toEqual([[], []]);
  expect(said({ crosses: "no", version: "1.1.0" })).toEqual(["E3024 acme/my-rule.yaml: The conditions of the rule my-rule are other than those locked as revision 1."]);
  expect(said({ version: "1.1.0" }, packLock(pack({ revision: 2 })))).toEqual(["E3024 acme/my-rule.yaml: The rule my-rule goes back from revision 2 to 1."]);
});

test("[PCK-6] a rule that goes needs a successor, also later", () => {
  expect(said({ id: "my-rules", version: "2.0.0" })).toEqual(["E3023 acme/pack.yaml: The rule my-rule is gone, and no rule supersedes it; my-rules looks like it."]);
  expect(said({ id: "other", supersedes: "my-rule", version: "2.0.0" })).toEqual([]);
  const second = packLock(pack({ id: "other", supersedes: "my-rule", version: "2.0.0" }), first);
  expect(Object.keys(second.rules)).toEqual(["my-rule", "other"]);
  expect(said({ id: "other", version: "3.0.0" }, second)).toEqual(["E3023 acme/pack.yaml: The rule my-rule is gone, and no rule supersedes it."]);
});

test("[LCK-3] where a pack lies does not change its digest", () => {
  const [moved] = readPacks([{ path: "else/where/pack.yaml", text: "id: acme\nversion: 1.0.0\ntitle: Acme\n" }, ...pack().rules.map(({ parsed }) => ({ path: "else/where/my-rule.yaml", text: parsed.file.text }))]);
  expect(packLock(moved!).digest).toBe(first.digest);
});
