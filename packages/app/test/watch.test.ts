// Watching a folder on the disk: every test waits for what is told, never for a time.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findModel } from "../src/model/find-models.ts";
import { lookAtModel } from "../src/watch/look-at-model.ts";
import { watchModel, type WatchEvent, type WatchOptions } from "../src/watch/watch-model.ts";
import { fewRules } from "./few-rules.ts";
import { place } from "./place.ts";
import { shopText } from "./repository.ts";

const [plain, secure] = [shopText("http"), shopText("https")];
const threat = "plain-wire@visit";

interface Watched {
  /** What is told next, short. */
  readonly next: () => Promise<unknown>;
  readonly at: (path: string) => string;
  /** In one step of this process, as no editor does it. */
  readonly save: (path: string, text: string) => void;
  /** Into another file, which then takes its place. */
  readonly replace: (path: string, text: string) => void;
  readonly end: () => Promise<unknown>;
}

async function watching(files: Readonly<Record<string, string>>, path: string | undefined, options: Partial<WatchOptions> = {}): Promise<Watched> {
  const { session } = await place(files);
  const ending = new AbortController();
  const events = watchModel(path, { signal: ending.signal, ...options }, () => fewRules(session));
  const at = (inner: string) => join(session.cwd, inner);
  onTestFinished(() => ending.abort());
  return {
    at,
    async next() {
      const { value } = await events.next();
      return value ? short(value) : "end";
    },
    save: (inner, text) => writeFileSync(at(inner), text),
    replace(inner, text) {
      writeFileSync(at(`${inner}~`), text);
      renameSync(at(`${inner}~`), at(inner));
    },
    async end() {
      const last = events.next();
      ending.abort();
      return (await last).value ?? "end";
    },
  };
}

function short(event: WatchEvent): unknown {
  switch (event.kind) {
    case "start": return ["start", event.now.analysis.threats.map(({ id }) => id)];
    case "broken": return ["broken", event.files, event.diagnostics.map(({ code }) => code)];
    case "change": {
      const { threats, decisions } = event.impact;
      return [event.mended ? "mended" : "change", event.files, ...threats.map(({ change, id }) => `${change} ${id}`), ...decisions.map(({ change, key }) => `${change} ${key}`), ...event.came.map(({ code }) => `+${code}`), ...event.went.map(({ code }) => `-${code}`)];
    }
  }
}

test("[WCH-1] a save tells what came and what went against the last state", async () => {
  const { next, save, end } = await watching({ "shop/model.yaml": secure }, "shop");
  expect(await next()).toEqual(["start", []]);
  save("shop/model.yaml", plain);
  expect(await next()).toEqual(["change", ["shop/model.yaml"], `added ${threat}`]);
  save("shop/model.yaml", `${plain}# A note.\n`);
  expect(await next()).toEqual(["change", ["shop/model.yaml"]]);
  save("shop/model.yaml", secure);
  expect([await next(), await end()]).toEqual([["change", ["shop/model.yaml"], `resolved ${threat}`], "end"]);
});

test("[WCH-1] where every file says what it said, there is nothing to tell", async () => {
  const { session } = await place({ "shop/model.yaml": secure });
  const found = await findModel("shop", session.cwd);
  const told = await lookAtModel(found, { session });
  expect([told?.kind, await lookAtModel(found, { told, session })]).toEqual(["sound", undefined]);
});

test("[WCH-2] files that an editor replaces, new files and folders, and deleted ones", async () => {
  const { next, replace, save, at } = await watching({ "shop/model.yaml": secure }, "shop");
  expect(await next()).toEqual(["start", []]);
  replace("shop/model.yaml", plain);
  expect(await next()).toEqual(["change", ["shop/model.yaml"], `added ${threat}`]);
  replace("shop/model.yaml", secure);
  expect(await next()).toEqual(["change", ["shop/model.yaml"], `resolved ${threat}`]);
  mkdirSync(at("shop/model/more"), { recursive: true });
  save("shop/model/more/visits.yaml", "flows:\n  again: {from: shopper, to: web, protocol: http}\n");
  expect(await next()).toEqual(["change", ["shop/model/more/visits.yaml"], "added plain-wire@again"]);
  replace("shop/model/more/visits.yaml", "flows:\n  again: {from: shopper, to: web, protocol: https}\n");
  expect(await next()).toEqual(["change", ["shop/model/more/visits.yaml"], "resolved plain-wire@again"]);
  rmSync(at("shop/model"), { recursive: true });
  expect(await next()).toEqual(["change", ["shop/model/more/visits.yaml"]]);
});

test("[WCH-2] decisions and the policy count too", async () => {
  const { next, save, at } = await watching({ "shop/model.yaml": plain }, "shop");
  expect(await next()).toEqual(["start", [threat]]);
  save("shop/decisions.yaml", `decisions:\n  ${threat}: {state: accept, owner: ana, reason: Test data., until: 2026-09-01}\n`);
  expect(await next()).toEqual(["change", ["shop/decisions.yaml"], `added ${threat}`]);
  save("shop/policy.yaml", "acceptance: {low: {longest-days: 30}}\n");
  expect(await next()).toEqual(["change", ["shop/policy.yaml"], "+E3030"]);
  save("shop/model.yaml", `${plain}stage: idea\n`);
  expect(await next()).toEqual(["change", ["shop/model.yaml"]]);
  rmSync(at("shop/decisions.yaml"));
  expect(await next()).toEqual(["change", ["shop/decisions.yaml"], `reopened ${threat}`, `removed ${threat}`, "-E3030"]);
});

test("[WCH-3] a state with errors is told, and what comes after it is compared with the last one without", async () => {
  const { next, save, replace } = await watching({ "shop/model.yaml": secure }, "shop");
  expect(await next()).toEqual(["start", []]);
  save("shop/model.yaml", `${plain}colour: blue\n`);
  expect(await next()).toEqual(["broken", ["shop/model.yaml"], ["C1020"]]);
  save("shop/model.yaml", "elements: [");
  expect(await next()).toEqual(["broken", ["shop/model.yaml"], ["C1003"]]);
  replace("shop/model.yaml", plain);
  expect(await next()).toEqual(["mended", ["shop/model.yaml"], `added ${threat}`]);
});

test("[WCH-3] a model that has errors from the first is waited for", async () => {
  const { next, save } = await watching({ "shop/model.yaml": "merlon: 1\n" }, "shop");
  expect(await next()).toEqual(["broken", [], ["C1022"]]);
  save("shop/model.yaml", plain);
  expect(await next()).toEqual(["start", [threat]]);
});

test("[WCH-3] a folder that goes, as with another branch, is told and waited for", async () => {
  const { next, save, at } = await watching({ "shop/model.yaml": secure }, "shop");
  expect(await next()).toEqual(["start", []]);
  rmSync(at("shop"), { recursive: true });
  expect(await next()).toEqual(["broken", [], ["A4001"]]);
  mkdirSync(at("shop"));
  save("shop/model.yaml", plain);
  expect(await next()).toEqual(["mended", [], `added ${threat}`]);
  save("shop/model.yaml", secure);
  expect(await next()).toEqual(["change", ["shop/model.yaml"], `resolved ${threat}`]);
});

test("[WCH-2] rules of the model's own are watched with it", async () => {
  const rule = (is: string) => `id: my-rule\nrevision: 1\nstatus: stable\ntitle: T\nscope: flow\nwhen: {fact: flow.crosses, is: ${is}, because: B}\nthreat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\nstride: [I]\nwhy: W\nfix: [{advice: A}]\nfalse-positives: []\n`;
  const { next, replace } = await watching({ "shop/model.yaml": `${secure}packs: [../rules]\n`, "rules/pack.yaml": "id: acme\nversion: 1.0.0\ntitle: Acme\n", "rules/flows/my-rule.yaml": rule("no") }, "shop");
  expect(await next()).toEqual(["start", []]);
  replace("rules/flows/my-rule.yaml", rule("yes"));
  expect(await next()).toEqual(["change", ["rules/"], "added my-rule@visit"]);
});

test.each([["of one file", {}], ["where the disk tells of nothing", { poll: true }]])("[WCH-2] a model %s", async (_, options) => {
  const { next, replace, save } = await watching({ "shop.yaml": secure }, "shop.yaml", options);
  expect(await next()).toEqual(["start", []]);
  replace("shop.yaml", plain);
  expect(await next()).toEqual(["change", ["shop.yaml"], `added ${threat}`]);
  save("shop.yaml", secure);
  expect(await next()).toEqual(["change", ["shop.yaml"], `resolved ${threat}`]);
});

test("[WCH-4] one model is watched: a folder of several is refused with their names", async () => {
  const { next } = await watching({ "models/a.yaml": secure, "models/b.yaml": secure }, "models");
  await expect(next()).rejects.toMatchObject({ code: "A4015", hint: "Give the path of one: models/a.yaml, models/b.yaml." });
});
