// The graph of a small system whose every relation is known, the walks over it, and what filters leave.
import type { Landscape, LandscapeFilter, Traversal } from "@merlon/schema";
import { LandscapeSchema } from "@merlon/schema/results";
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { attackPaths } from "../paths/attack-paths.ts";
import { landscapeOf } from "./landscape-of.ts";
import { relationTypes, traversals, usualTraversal } from "./traversals.ts";

const AT = "2026-11-02";
const RULES = `clear: {scope: flow, when: {fact: flow.encryption-in-transit, is: no}, cwe: [CWE-319], attack: [{id: T1040, role: exploitation, why: It can be read.}]}`;
const SYSTEM = `
data: {card: {title: Cards}}
boundaries: {net: {type: network, trust: internal}}
elements: {web: {kind: process, in: net, tags: [front]}, vault: {kind: store, in: net, holds: [card]}, ana: {kind: external, actor: customer}}
flows: {pay: {from: ana, to: web, carries: [card], encryption-in-transit: no}, keep: {from: web, to: vault, encryption-in-transit: yes}}
controls: {guard: {type: rate-limiter, at: web, state: implemented}}
decisions: {clear@pay: {state: accept, by: bo, owner: cia, until: 2027-01-01, reason: Only this year., facts: {flow.encryption-in-transit: no}}}
evidence: {pen: {kind: pentest, ref: {uri: "https://example.org/pen", date: 2026-10-01}, about: [clear@pay, web]}}
risks: {leak: {title: Cards leak, level: critical, owner: dan, at: [vault], from: [clear@pay, pen], leads-to: [fine]}, fine: {title: A fine}}`;

function landscape(of?: readonly string[], traversal?: Traversal, filter?: LandscapeFilter): Landscape {
  const { model, library } = given(SYSTEM, { rules: RULES, header: "owners: [eve]" });
  const { analysis } = analyze(model, library, { at: AT });
  const names = new Map([["T1040", "Network Sniffing"]]);
  const source = { model, analysis, paths: attackPaths(model, library, { at: AT, k: 1 }), nameOf: (id: string) => names.get(id) };
  return landscapeOf(source, () => ({ ...(of ? { of } : {}), ...(traversal ? { traversal } : {}), ...(filter ? { filter } : {}) }));
}

const lines = ({ relations }: Landscape): readonly string[] => relations.map(({ from, type, to }) => `${from} ${type} ${to}`);
const reached = ({ objects }: Landscape): Record<string, number | undefined> => Object.fromEntries(objects.map(({ id, distance }) => [id, distance]));

test("[LND-1] what is written, found and decided is one graph, each thing and each relation once", () => {
  const whole = landscape();
  expect(LandscapeSchema.safeParse(whole).error?.issues ?? []).toEqual([]);
  expect(lines(whole).filter((line) => !/path:|question:/.test(line))).toEqual([
    "boundary:net inside model:model", "control:guard protects element:web", "decision:clear@pay decides threat:clear@pay",
    "element:ana inside model:model", "element:ana sends flow:pay", "element:vault holds data:card", "element:vault inside boundary:net", "element:web inside boundary:net", "element:web sends flow:keep",
    "evidence:pen feeds risk:leak", "evidence:pen shows decision:clear@pay", "evidence:pen shows element:web", "evidence:pen shows threat:clear@pay",
    "flow:keep arrives-at element:vault", "flow:pay arrives-at element:web", "flow:pay carries data:card",
    "person:bo made decision:clear@pay", "person:cia owns decision:clear@pay", "person:dan owns risk:leak", "person:eve owns model:model",
    "risk:leak endangers element:vault", "risk:leak leads-to risk:fine", "threat:clear@pay feeds risk:leak", "threat:clear@pay rests-on weakness:CWE-319", "threat:clear@pay threatens flow:pay", "threat:clear@pay uses technique:T1040",
  ]);
  expect(whole.objects.filter(({ id }) => id === "technique:T1040" || id.startsWith("decision:"))).toEqual([
    { id: "technique:T1040", type: "technique", title: "T1040 Network Sniffing", url: "https://attack.mitre.org/techniques/T1040/" },
    { id: "decision:clear@pay", type: "decision", title: "Only this year.", kind: "accept", state: "valid", day: "2027-01-01", where: expect.objectContaining({ file: "model.yaml" }) as unknown },
  ]);
});

test("[LND-2] a walk follows its relations in their direction and tells how far each thing is", () => {
  expect(reached(landscape(["element:web"], { name: "own", steps: ["arrives-at<", "threatens<", "feeds>", "leads-to>", "owns<"], depth: 8 }))).toEqual({
    "element:web": 0, "flow:pay": 1, "threat:clear@pay": 2, "risk:leak": 3, "risk:fine": 4, "person:dan": 4,
  });
  expect(reached(landscape(["element:web"], { name: "own", steps: ["arrives-at<", "threatens<", "feeds>"], depth: 2 }))).toEqual({ "element:web": 0, "flow:pay": 1, "threat:clear@pay": 2 });
  expect(reached(landscape(["risk:fine"], traversals.find(({ name }) => name === "down")))).toEqual({
    "risk:fine": 0, "risk:leak": 1, "threat:clear@pay": 2, "evidence:pen": 2, "element:vault": 2, "flow:pay": 3, "technique:T1040": 3, "weakness:CWE-319": 3, "element:web": 3, "decision:clear@pay": 3,
  });
});

test("[LND-2] every named walk follows relations that there are, and each type of thing has its own", () => {
  const known = relationTypes.flatMap((type) => [`${type}>`, `${type}<`]);
  const all = [...traversals, usualTraversal("technique"), usualTraversal("element"), usualTraversal("risk")];
  expect(all.flatMap(({ steps }) => steps.filter((step) => !known.includes(step)))).toEqual([]);
  expect([usualTraversal("technique").name, usualTraversal("element").name, usualTraversal("risk").name]).toEqual(["users", "landscape", "down"]);
});

test("[LND-3] a filter leaves what fits and still hangs together with the start, which stays", () => {
  const up = traversals.find(({ name }) => name === "up");
  // The risk still hangs on the evidence; who decided hangs on nothing.
  expect(Object.keys(reached(landscape(["element:web"], up, { states: ["open"] })))).toEqual(["element:web", "flow:keep", "flow:pay", "evidence:pen", "risk:fine", "risk:leak", "person:dan"]);
  expect(Object.keys(reached(landscape(["element:web"], up, { types: ["risk"] })))).toEqual(["element:web", "risk:fine", "risk:leak"]);
  expect(Object.keys(reached(landscape(undefined, undefined, { tags: ["front"] })))).toEqual(["element:web"]);
  expect(landscape(undefined, undefined, { severity: "critical" }).objects.filter(({ severity }) => severity !== undefined).map(({ id }) => id)).toEqual(["risk:leak"]);
});
