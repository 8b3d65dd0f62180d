// A small model through the views of ATT&CK: layers, groups, coverage and what applies where.
import { attackKnowledge, given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { attackCoverage } from "./attack-coverage.ts";
import { attackGroups } from "./attack-groups.ts";
import { attackLayers, type LayerOptions } from "./attack-layers.ts";
import { attackView, type AttackView } from "./attack-view.ts";
import { applicability, factBaseOf } from "./applicability.ts";
import { techniqueView } from "./technique-view.ts";

const yaml = `boundaries:
  net: {type: network}
elements:
  web: {kind: process, in: net, technology: [linux]}
  db: {kind: store, in: net}
  cache: {kind: store, technology: [windows]}
  bucket: {kind: store, technology: [s3]}
  phone: {kind: process, type: mobile.app}
  bank: {kind: external, type: saas.bank}
flows:
  f: {from: web, to: db}
threats:
  accounts: {title: Accounts, at: web, likelihood: 4, consequence: 4, attack: [{id: T1078, role: exploitation, why: W}]}
  sniffing: {title: Sniffing, at: f, likelihood: 1, consequence: 1, attack: [{id: T1040, role: exploitation, why: W}, {id: T1078, role: secondary-impact, why: W}]}
  wiping: {title: Wiping, at: cache, attack: [{id: T1485, role: primary-impact, why: W}, {id: T1082, role: exploitation, why: W}]}
  prompt: {title: Prompt, at: web, attack: [{id: AML.T0051, role: exploitation, why: W}]}
  plain: {title: Plain}
  wrong: {title: Wrong, attack: [{id: T1190, role: exploitation, why: W}]}
controls:
  second-factor: {type: own, at: net, state: implemented, attack: [M1032]}
  encryption: {type: own, at: f, state: planned, attack: [M1041]}
  copies: {type: own, at: web, state: implemented, attack: [M1053]}
decisions:
  wrong: {state: false-positive, reason: R}
`;

function view(text = yaml): AttackView {
  const { model, library } = given(text, { rules: "{}" });
  return attackView({ model, library, knowledge: attackKnowledge(), analysis: analyze(model, library, { at: "2026-01-01" }).analysis });
}

function layer(options: LayerOptions) {
  const { layers, leftOut } = attackLayers(view(), options);
  return { layers: layers.map(({ domain, techniques }) => [domain, techniques.map(({ id, score, threats }) => `${id} ${score} ${threats.map((threat) => threat.id).join(",")}`)]), leftOut };
}

test("[ATT-8] theory: the worst severity of each technique's threats; dismissed ones do not count, ATLAS is left out", () => {
  expect(layer({ kind: "theory" })).toEqual({ layers: [["enterprise-attack", ["T1040 40 sniffing", "T1078 100 accounts,sniffing", "T1082 60 wiping", "T1485 60 wiping"]]], leftOut: ["AML.T0051"] });
});

test("[ATT-8] of one part only its threats and those of flows with an end there", () => {
  expect(layer({ kind: "theory", within: { title: "Db", objects: new Set(["db"]) } }).layers).toEqual([["enterprise-attack", ["T1040 40 sniffing", "T1078 40 sniffing"]]]);
});

test("[ATT-8] protection: the share of mitigations in place; risk: severity against them", () => {
  const scores = (kind: "protection" | "risk") => layer({ kind }).layers;
  expect([scores("protection"), scores("risk")]).toEqual([
    [["enterprise-attack", ["T1040 25 sniffing", "T1078 13 accounts,sniffing", "T1082 0 wiping", "T1485 0 wiping"]]],
    [["enterprise-attack", ["T1040 60 sniffing", "T1078 90 accounts,sniffing", "T1082 80 wiping", "T1485 80 wiping"]]],
  ]);
});

test("[ATT-8] diff: techniques that are new, gone and weigh otherwise; what did not change is left out", () => {
  const after = view(yaml.replace("likelihood: 1, consequence: 1", "likelihood: 4, consequence: 4").replace("{id: T1485, role: primary-impact, why: W}, {id: T1082", "{id: T1486, role: primary-impact, why: W}, {id: T1082"));
  const { layers } = attackLayers(after, { kind: "diff", before: view() });
  expect(layers[0]?.techniques.map(({ id, score, comment }) => `${id} ${score} ${comment}`)).toEqual([
    "T1040 60 Was: sniffing (low). Is: sniffing (critical).", "T1078 60 Was: accounts (critical), sniffing (low). Is: accounts (critical), sniffing (critical).",
    "T1485 20 Gone: wiping (medium).", "T1486 100 New: wiping (medium).",
  ]);
});

test("[ATT-8] evidence: what was seen of our threats, and what was seen and no threat names", () => {
  const seen = view(`${yaml}evidence:\n  pentest: {kind: pentest, ref: {uri: "https://example.org/report"}, about: [sniffing]}\n`);
  const { layers } = attackLayers(seen, { kind: "evidence", seen: [{ title: "Red team", techniques: new Map([["T1040", "score 3"], ["T1190", "marked"], ["T0000", "marked"]]) }] });
  expect(layers.map(({ most, techniques }) => [most, techniques.map(({ id, score, comment }) => `${id} ${score} ${comment}`)])).toEqual([[2, [
    "T1040 2 Seen in pentest, Red team.", "T1078 1 Seen in pentest.", "T1190 1 Seen, and no threat names it.",
  ]]]);
});

test("[ATT-8] actor: how many groups use it; platform: where it works", () => {
  const actor = attackLayers(view(), { kind: "actor", groups: ["G0016", "G0007"] }).layers[0];
  const platform = attackLayers(view(), { kind: "platform" }).layers;
  expect([actor?.most, actor?.techniques.find(({ id }) => id === "T1078")?.score, platform.map(({ domain }) => domain), platform[0]?.techniques.find(({ id }) => id === "T1003.004")?.comment]).toEqual([
    2, 2, ["enterprise-attack", "mobile-attack"], "May work on cache, db.",
  ]);
});

test("[ATT-9] where a technique applies, may apply and does not, and what decides", () => {
  const seen = view(yaml.replace("type: network}", "type: network, trust: internal}").replace("flows:", "flows:\n  visit: {from: bank, to: web, response: []}"));
  const base = factBaseOf(seen);
  const verdict = (id: string, element: string) => {
    const found = seen.catalogues.find(({ techniques }) => techniques.some((technique) => technique.id === id))!;
    const { verdict: said, why } = applicability(found.techniques.find((technique) => technique.id === id)!, found.domain, base.subjects.elements.get(element)!, base);
    return `${id} at ${element}: ${said}, ${why}`;
  };
  expect([
    verdict("T1003.004", "cache"), verdict("T1003.004", "db"), verdict("T1003.004", "web"), verdict("T1003.004", "bucket"), verdict("T1003.004", "bank"), verdict("T1638", "web"), verdict("T1595", "web"),
    verdict("T1190", "web"), verdict("T1190", "db"), verdict("T1021.004", "web"), verdict("T1021.004", "db"), verdict("T1114", "db"), verdict("T1041", "web"), verdict("T1059", "web"),
  ]).toEqual([
    "T1003.004 at cache: possible, it is not known whether credentials are here", "T1003.004 at db: possible, its operating system is not stated", "T1003.004 at web: no, works on Windows, not on Linux",
    "T1003.004 at bucket: no, works on Windows, not on IaaS", "T1003.004 at bank: no, its insides are not ours to judge", "T1638 at web: no, it is of another matrix", "T1595 at web: no, it happens before and outside of the system",
    "T1190 at web: applies, runs on Linux", "T1190 at db: no, nobody outside connects to it", "T1021.004 at web: no, no element of ours leads to it", "T1021.004 at db: possible, its operating system is not stated",
    "T1114 at db: possible, its operating system is not stated", "T1041 at web: no, no flow leads from it to the outside", "T1059 at web: applies, runs on Linux",
  ]);
});

test("[ATT-9] one technique with what other bodies have against it, and its threats and elements", () => {
  const outsideControls = [{ id: "own", version: "1", notice: "N", entries: [{ id: "O-1", name: "Own", techniques: ["T1078"] }, { id: "O-2", name: "Other", techniques: ["T1190"] }] }];
  const seen = view();
  const told = techniqueView("T1078.001", { knowledge: seen.knowledge, version: "19.1", outsideControls }, seen)!;
  expect([told.name, told.outsideControls, told.model?.threats, told.model?.elements.map(({ id, verdict }) => `${id} ${verdict}`)]).toEqual([
    "Default Accounts", { own: [{ id: "O-1", name: "Own" }] }, [], expect.arrayContaining(["bank no", "phone no"]) as unknown,
  ]);
  expect(techniqueView("T0000", { knowledge: seen.knowledge, version: "19.1", outsideControls })).toBeUndefined();
});

test("[ATT-10] a group's techniques: behind our threats, without a threat, and elsewhere", () => {
  const { groups, unknown } = attackGroups(view(), ["G0016", "G0014"]);
  const [apt29] = groups;
  expect([unknown, apt29?.name, apt29?.uses.map(({ id, by }) => [id, by.map((technique) => technique.id)])]).toEqual([["G0014"], "APT29", [
    ["accounts", ["T1078", "T1078.003", "T1078.004"]], ["sniffing", ["T1078", "T1078.003", "T1078.004"]],
  ]]);
  expect(apt29?.without.find(({ id }) => id === "T1003.004")).toEqual({ id: "T1003.004", name: "LSA Secrets", tactics: ["credential-access"], elements: [], possible: ["cache", "db"] });
  expect((apt29?.techniques ?? 0) - (apt29?.without.length ?? 0) - (apt29?.elsewhere.flatMap(({ techniques }) => techniques).length ?? 0)).toBe(3);
});

test("[ATT-11] mitigations in place, planned and missing where the threats are", () => {
  const { techniques, untagged, counts } = attackCoverage(view());
  const of = (id: string) => techniques.find((technique) => technique.id === id)?.mitigations.filter(({ state }) => state !== "not-stated").map(({ id: mitigation, state, controls }) => `${mitigation} ${state} ${controls.join(",")}`);
  expect([of("T1040"), of("T1078"), of("T1082"), of("T1485"), techniques.find(({ id }) => id === "T1082")?.mitigations]).toEqual([
    ["M1032 in-place second-factor", "M1041 planned encryption"], ["M1032 in-place second-factor"], [], [], [],
  ]);
  expect([untagged.map(({ id }) => id), counts]).toEqual([["plain"], { techniques: 5, mitigated: 2, unmitigated: 2, withoutMitigation: 1, noticed: 0, recorded: 0, untagged: 1 }]);
});

test("[ATT-11] a mitigation is partly in place when only some of the threats are covered", () => {
  const { techniques } = attackCoverage(view(yaml.replace("at: net, state: implemented", "at: db, state: implemented")));
  expect(techniques.find(({ id }) => id === "T1078")?.mitigations.find(({ id }) => id === "M1032")).toEqual({ id: "M1032", name: "Multi-factor Authentication", state: "partly", controls: ["second-factor"], stated: [] });
});

test("[ATT-11] a characteristic that is stated as a control of the mitigation would set it counts; one that is not stated is not called missing", () => {
  const backup = (stated: string) => attackCoverage(view(yaml.replace("cache: {kind: store,", `cache: {kind: store, ${stated}`))).techniques.find(({ id }) => id === "T1485")?.mitigations.find(({ id }) => id === "M1053");
  const told = { id: "M1053", name: "Data Backup", controls: [], stated: [] };
  expect([backup("backup: immutable,"), backup("backup: no,"), backup("")]).toEqual([{ ...told, state: "in-place", stated: ["backup of cache"] }, { ...told, state: "missing" }, { ...told, state: "not-stated" }]);
});

test("[ATT-11] alarms and records are told where the threats of a technique are, by control or by what is stated", () => {
  const { techniques, counts } = attackCoverage(view(yaml.replace("web: {kind: process,", "web: {kind: process, audit-logging: yes,").replace("controls:", "controls:\n  bell: {type: alarm, at: net, state: implemented}")));
  const accounts = techniques.find(({ id }) => id === "T1078");
  expect([accounts?.noticed, accounts?.recorded]).toEqual([{ state: "in-place", controls: ["bell"], stated: [] }, { state: "in-place", controls: [], stated: ["audit-logging of web"] }]);
  expect([techniques.find(({ id }) => id === "T1485")?.noticed, counts.noticed, counts.recorded]).toEqual([{ state: "not-stated", controls: [], stated: [] }, 3, 3]);
});

test("[ATT-8] [ATT-11] techniques that the release does not have are named, not lost", () => {
  const old = { ...view(yaml.replace("T1082", "T1685")) };
  const then = attackView(old, "18.1");
  expect([attackCoverage(then).unknown, attackLayers(then, { kind: "theory" }).unknown, attackCoverage(old).unknown]).toEqual([["T1685"], ["T1685"], []]);
});
