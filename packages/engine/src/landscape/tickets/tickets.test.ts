// A small system with tickets of every kind: what they hang on, what they show about threats and controls, and what is wrong with them.
import type { LandscapeTicket } from "@merlon/schema";
import { LandscapeSchema } from "@merlon/schema/results";
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../../analysis/analyze.ts";
import { attackPaths } from "../../paths/attack-paths.ts";
import { landscapeOf } from "../landscape-of.ts";
import { traversals, usualTraversal } from "../traversals.ts";
import { ticketProblems } from "./ticket-problems.ts";

const AT = "2026-11-02";
const RULES = `
clear: {scope: flow, when: {fact: flow.encryption-in-transit, is: no}, cwe: [CWE-319], attack: [{id: T1040, role: exploitation, why: It can be read.}]}
stuck: {scope: element, when: {fact: element.kind, is: process}, unless: {fact: element.rate-limiting, is: yes}, cwe: [CWE-770]}`;
const SYSTEM = `
boundaries: {net: {type: network, trust: internal}}
elements: {web: {kind: process, in: net, rate-limiting: yes}, ana: {kind: external, actor: customer, title: Ana}}
flows: {pay: {from: ana, to: web, encryption-in-transit: no}}
controls: {guard: {type: rate-limiter, at: web, state: implemented}, later: {type: rate-limiter, at: web, state: planned}}`;

function ticket(key: string, type: LandscapeTicket["type"], more: Partial<LandscapeTicket> = {}): LandscapeTicket {
  return { key, type, title: `About ${key}`, kind: type, state: "open", tags: [], places: [key], weaknesses: [], techniques: [], threats: [], links: [], where: { file: "tickets.jsonl", line: 1, column: 1 }, ...more };
}

const link = (relation: LandscapeTicket["links"][number]["relation"], to: string, forward = true) => ({ relation, forward, to });

function source(...tickets: readonly LandscapeTicket[]) {
  const { model, library } = given(SYSTEM, { rules: RULES });
  const { analysis } = analyze(model, library, { at: AT });
  const kindOf = (rule: string) => (rule === "stuck" ? { weaknesses: ["CWE-770"], techniques: [], controls: ["rate-limiter"] } : undefined);
  return { model, analysis, paths: attackPaths(model, library, { at: AT, k: 1 }), nameOf: () => undefined, tickets, kindOf };
}

const relations = (...tickets: readonly LandscapeTicket[]): readonly string[] =>
  landscapeOf(source(...tickets), () => ({})).relations.filter(({ from, to }) => /^(vulnerability|incident|ticket|risk|person):/.test(from) || /^(ticket|risk):/.test(to)).map(({ from, type, to }) => `${from} ${type} ${to}`);

test("[JIR-7] tickets are things of the landscape with their owners and links; an asset is the object that it stands for, and links to what is not there lead nowhere", () => {
  const tickets = [
    ticket("IA-1", "element", { places: ["web"] }), ticket("IA-2", "element", { title: "Fax" }), ticket("P-1", "person", { title: "dan", url: "https://acme.example/browse/P-1" }),
    ticket("V-1", "vulnerability", { places: ["Ana"], owner: "dan", severity: "high", day: "2026-12-24", links: [link("affects", "IA-1"), link("feeds", "R-4"), link("blocks", "V-99")] }),
    ticket("R-4", "risk", { kind: "R4", links: [link("feeds", "V-1", false), link("leads-to", "R-3")] }), ticket("R-3", "risk", { kind: "R3", places: ["net"], links: [link("owns", "P-1", false)] }),
    ticket("T-1", "ticket", { threats: ["clear@pay"], links: [link("fixes", "V-1")] }),
  ];
  expect(relations(...tickets)).toEqual([
    "person:dan owns risk:R-3", "person:dan owns vulnerability:V-1", "risk:R-3 endangers boundary:net", "risk:R-4 leads-to risk:R-3", "ticket:T-1 fixes vulnerability:V-1", "ticket:T-1 tracks threat:clear@pay",
    "vulnerability:V-1 affects element:ana", "vulnerability:V-1 affects element:web", "vulnerability:V-1 feeds risk:R-4",
  ]);
  const whole = landscapeOf(source(...tickets), () => ({}));
  expect(LandscapeSchema.safeParse(whole).error?.issues ?? []).toEqual([]);
  expect(whole.objects.filter(({ id }) => /^(ticket:IA-2|person:dan|vulnerability:V-1|element:IA-1)$/.test(id)).map(({ id, title, severity, state, url }) => [id, title, severity, state, url])).toEqual([
    ["vulnerability:V-1", "About V-1", "high", "open", undefined], ["ticket:IA-2", "Fax", undefined, "open", undefined], ["person:dan", "dan", undefined, undefined, "https://acme.example/browse/P-1"],
  ]);
  const walk = (id: string, name?: string) => Object.fromEntries(landscapeOf(source(...tickets), () => ({ of: [id], traversal: traversals.find((one) => one.name === name) ?? usualTraversal("vulnerability") })).objects.map((object) => [object.id, object.distance]));
  expect(walk("vulnerability:V-1")).toEqual({ "vulnerability:V-1": 0, "element:ana": 1, "element:web": 1, "risk:R-4": 1, "person:dan": 1, "ticket:T-1": 1, "risk:R-3": 2, "threat:clear@pay": 2, "boundary:net": 3, "technique:T1040": 3, "weakness:CWE-319": 3 });
  expect(Object.keys(walk("element:web", "up"))).toEqual(expect.arrayContaining(["vulnerability:V-1", "risk:R-4", "risk:R-3", "person:dan"]));
  expect(Object.keys(walk("risk:R-3", "down"))).toEqual(expect.arrayContaining(["risk:R-4", "vulnerability:V-1", "ticket:T-1", "element:web"]));
});

test("[JIR-8] a vulnerability or an incident confirms a threat of its kind where it is: by weakness, by technique or a part of it, by rule, or by the threat's own id", () => {
  const at = (key: string, more: Partial<LandscapeTicket>, type: LandscapeTicket["type"] = "vulnerability") => ticket(key, type, { places: ["web"], ...more });
  const confirming = [at("V-1", { weaknesses: ["CWE-319"] }), at("V-2", { techniques: ["T1040.001"] }), at("V-3", { threats: ["clear"] }), ticket("V-4", "vulnerability", { threats: ["clear@pay"] }), at("I-1", { techniques: ["T1040"], state: "done" }, "incident")];
  const others = [at("V-5", { weaknesses: ["CWE-1"] }), ticket("V-6", "vulnerability", { weaknesses: ["CWE-319"] }), at("T-1", { weaknesses: ["CWE-319"] }, "ticket")];
  expect(relations(...confirming, ...others).filter((line) => line.includes("confirms"))).toEqual(["incident:I-1", "vulnerability:V-1", "vulnerability:V-2", "vulnerability:V-3", "vulnerability:V-4"].map((id) => `${id} confirms threat:clear@pay`));
});

test("[JIR-8] an open vulnerability contradicts a control that is said to be there against its kind, at its place; a mended or accepted one does not", () => {
  const stuck = (key: string, state: LandscapeTicket["state"], place = "web") => ticket(key, "vulnerability", { places: [place], weaknesses: ["CWE-770"], state });
  expect(relations(stuck("V-1", "open"), stuck("V-2", "acceptance-expired"), stuck("V-3", "done"), stuck("V-4", "accepted"), stuck("V-5", "open", "ana")).filter((line) => line.includes("contradicts"))).toEqual([
    "vulnerability:V-1 contradicts control:guard", "vulnerability:V-2 contradicts control:guard",
  ]);
});

test("[JIR-9] what is wrong with tickets: gaps, no place, no object, risks that nothing leads to, circles, links both ways, links to what is not there", () => {
  const tickets = [
    ticket("V-1", "vulnerability", { places: ["web"], weaknesses: ["CWE-1"] }), ticket("V-2", "vulnerability"), ticket("V-3", "vulnerability", { places: ["web"], weaknesses: ["CWE-770"] }), ticket("V-4", "vulnerability", { state: "done" }),
    ticket("IA-2", "element"), ticket("R-1", "risk"), ticket("R-2", "risk", { links: [link("leads-to", "R-3")] }), ticket("R-3", "risk", { links: [link("leads-to", "R-4"), link("leads-to", "R-2", false)] }), ticket("R-4", "risk", { links: [link("leads-to", "R-2")] }),
    ticket("T-1", "ticket", { links: [link("blocks", "T-2"), link("blocks", "T-2", false), link("relates", "T-9")] }), ticket("T-2", "ticket", { links: [link("blocks", "T-1", false)] }),
  ];
  expect(ticketProblems(source(...tickets))).toEqual([
    { kind: "gap", keys: ["V-1"] }, { kind: "no-place", keys: ["V-2"] }, { kind: "no-object", keys: ["IA-2"] }, { kind: "orphan-risk", keys: ["R-1"] },
    { kind: "circle", keys: ["R-2", "R-3", "R-4"] }, { kind: "both-ways", keys: ["T-1", "T-2"], relation: "blocks" }, { kind: "lost-link", keys: ["T-1", "T-9"] },
  ]);
  expect(ticketProblems(source())).toEqual([]);
});

test("[JIR-15] an acceptance whose day has passed counts as expired although its status says accepted; one without a last day or an owner is told", () => {
  const accepted = (key: string, more: Partial<LandscapeTicket>) => ticket(key, "vulnerability", { places: ["web"], weaknesses: ["CWE-770"], state: "accepted", ...more });
  const tickets = [accepted("V-1", { day: "2026-11-01", owner: "dan" }), accepted("V-2", { day: AT, owner: "dan" }), accepted("V-3", { owner: "dan" }), accepted("V-4", { day: "2027-01-01" }), ticket("T-1", "ticket", { state: "accepted" })];
  expect(ticketProblems(source(...tickets))).toEqual([{ kind: "acceptance-over", keys: ["V-1"] }, { kind: "acceptance-without-end", keys: ["V-3"] }, { kind: "acceptance-without-owner", keys: ["V-4"] }]);
  expect(relations(...tickets).filter((line) => line.includes("contradicts"))).toEqual(["vulnerability:V-1 contradicts control:guard"]);
  expect(landscapeOf(source(...tickets), () => ({})).objects.flatMap(({ id, state }) => (/^vulnerability:V-[12]$/.test(id) ? [[id, state]] : []))).toEqual([["vulnerability:V-1", "acceptance-expired"], ["vulnerability:V-2", "accepted"]]);
});
