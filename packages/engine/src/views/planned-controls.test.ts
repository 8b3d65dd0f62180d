// What planned controls would stop, and which of them does it.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";

const RULES = `
clear: {when: {fact: flow.exposed-in-transit, is: yes}}
unlimited: {when: {fact: flow.rate-limiting, is: no}}
unwatched: {when: {fact: target.kind, is: store}, unless: {control: ids, at: target}}
`;
const MODEL = `
boundaries: {z: {type: network, trust: internal}}
elements: {a: {kind: process}, b: {kind: store, in: z, rate-limiting: no}}
flows: {f: {from: a, to: b, encryption-in-transit: no}}
`;

function statuses(controls: string): readonly string[] {
  const { model, library } = given(`${MODEL}controls: {${controls}}`, { rules: RULES });
  return analyze(model, library, { at: "2026-01-01" }).analysis.threats.map(({ id, status, plannedBy }) => `${id} ${status}${plannedBy ? ` by ${plannedBy}` : ""}`);
}

test("[MOD-9] a threat that a planned or proposed control would stop is planned, with the control that does it", () => {
  expect(statuses(`
    aside: {type: backup, at: b, state: planned}, gateway: {type: rate-limiter, at: b, state: proposed},
    tls: {type: transport-encryption, at: z, state: planned}, watch: {type: ids, at: b, state: planned}, old: {type: ids, at: b, state: retired}
  `)).toEqual(["clear@f planned by tls", "unlimited@f planned by gateway", "unwatched@f planned by watch"]);
});

test("[MOD-9] what is implemented stops the threat itself, and what is planned elsewhere stops nothing", () => {
  expect(statuses("tls: {type: transport-encryption, at: f, state: implemented}, watch: {type: ids, at: b, state: verified}, gateway: {type: rate-limiter, at: a, state: planned}"))
    .toEqual(["unlimited@f open"]);
});
