// Packs in packs: whose files are whose.
import { expect, test } from "vitest";
import { readPacks } from "./read-packs.ts";

const rule = (id: string) => `id: ${id}\nrevision: 1\nstatus: draft\ntitle: T\nscope: flow\nwhen: {fact: flow.crosses, is: yes}\nthreat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\nstride: [I]\nwhy: W\nfix: [{advice: A}]\nfalse-positives: []\n`;
const header = (id: string) => `id: ${id}\nversion: 1.0.0\ntitle: T\n`;

test("[PCK-1] a file belongs to the nearest pack.yaml above it", () => {
  const files = [
    ["lib/pack.yaml", header("outer")], ["lib/top.yaml", rule("top")], ["lib/deep/er/low.yaml", rule("low")], ["lib/web/pack.yaml", header("web")], ["lib/web/page.yaml", rule("page")],
    ["lib/web/scales/s.yaml", "{}"], ["lib/web/api/call.yaml", rule("call")], ["lib/webs/near.yaml", rule("near")], ["other/stray.yaml", "odd: yes"],
  ].map(([path = "", text = ""]) => ({ path, text }));
  expect(readPacks(files).map(({ id, root, rules, diagnostics }) => [id, root, rules.map(({ rule: r }) => `${r.pack}/${r.category}/${r.id}`), diagnostics])).toEqual([
    ["outer", "lib/", ["outer/deep/er/low", "outer/outer/top", "outer/webs/near"], []], ["web", "lib/web/", ["web/api/call", "web/web/page"], []],
  ]);
});

test("a rule that lies under another name is told", () => {
  const [pack] = readPacks([{ path: "pack.yaml", text: header("acme") }, { path: "flows/other.yaml", text: rule("call") }]);
  expect(pack?.diagnostics.map(({ message }) => message)).toEqual(["The rule call belongs in flows/call.yaml."]);
});

test("tests of a rule that cannot be read are not said to be of no rule", () => {
  const [pack] = readPacks([["pack.yaml", header("acme")], ["call.yaml", rule("call").replace("why: W\n", "")], ["call.test.yaml", "- {name: n, model: {}, expect: []}\n"]].map(([path = "", text = ""]) => ({ path, text })));
  expect(pack?.diagnostics.map(({ where }) => where?.file)).toEqual(["call.yaml"]);
});
