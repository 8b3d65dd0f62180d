import { expect, test } from "vitest";
import type { Model } from "../model/model.ts";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { withControls } from "./with-controls.ts";

/** Each changed object's values in words, and what was reported. */
function live(yaml: string): readonly [Model, readonly string[]] {
  const { model, diagnostics } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: test\n${yaml}` }], testingLibrary);
  return [model, diagnostics.map(({ code, message }) => `${code} ${message}`)];
}
function planned(model: Model): Model {
  return withControls(model, [...model.controls.values()].filter(({ state }) => state === "planned" || state === "proposed"), testingLibrary).model;
}
function values(model: Model): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const objects = [...model.boundaries.values(), ...model.elements.values(), ...model.flows.values()].filter(({ characteristics }) => characteristics.size > 0);
  return Object.fromEntries(objects.map(({ id, characteristics }) => [
    id, Object.fromEntries([...characteristics].map(([key, { value, provenance, from }]) => [key, `${value} ${provenance}${from === undefined ? "" : ` from ${from}`}`])),
  ]));
}

const PLACES = `boundaries:
  net: {type: network}
  deep: {type: network, in: net}
elements:
  out: {kind: process}
  a: {kind: process, in: net}
  b: {kind: process, in: deep}
flows:
  into: {from: out, to: b}
  within: {from: a, to: b}
`;

test("[MOD-9] an implemented or verified control sets what its type provides, a planned one only in the view of what is to come, a retired one never", () => {
  const [model, problems] = live(`${PLACES}controls:
  wall: {type: firewall, at: net, state: verified}
  waf: {type: web-application-firewall, at: b, state: implemented}
  tls: {type: tls, at: into, state: planned}
  old: {type: sign-in, at: a, state: retired}
`);
  const now = {
    net: { "network-policy": "yes declared from control wall" },
    b: { "input-validation": "yes declared from control waf", "rate-limiting": "yes declared from control waf" },
    into: { "rate-limiting": "yes inherited from element b" }, within: { "rate-limiting": "yes inherited from element b" },
  };
  expect([values(model), problems]).toEqual([now, []]);
  expect(values(planned(model))).toEqual({ ...now, into: { ...now.into, "encryption-in-transit": "yes declared from control tls" } });
});

test("[MOD-10] a control at a boundary covers the flows that cross it, or what is inside when it says so", () => {
  const [crossings] = live(`${PLACES}controls: {t: {type: tls, at: net, state: implemented}}\n`);
  expect(values(crossings)).toEqual({ into: { "encryption-in-transit": "yes declared from control t" } });
  const [through] = live(`${PLACES}  around: {from: out, to: out, via: [a]}\ncontrols: {t: {type: tls, at: net, state: implemented}}\n`);
  expect(Object.keys(values(through))).toEqual(["around", "into"]);
  const [inside] = live(`${PLACES}controls: {t: {type: tls, at: net, covers: inside, state: implemented}, w: {type: web-application-firewall, at: deep, covers: inside, state: implemented}}\n`);
  expect(values(inside)).toEqual({
    b: { "input-validation": "yes declared from control w", "rate-limiting": "yes declared from control w" },
    into: { "rate-limiting": "yes inherited from element b" },
    within: { "encryption-in-transit": "yes declared from control t", "rate-limiting": "yes inherited from element b" },
  });
});

test("[MOD-9] a control never makes anything less safe, and a kind of a control type provides what its type does", () => {
  const [model, problems] = live(`elements:
  a: {kind: process}
  b: {kind: process, authentication: certificate}
  c: {kind: process}
flows: {one: {from: a, to: b, authentication: password}, two: {from: a, to: c, authentication: password}}
controls: {s: {type: sign-in.corporate, at: [b, two], state: implemented}, t: {type: sign-in, at: c, state: implemented}}
`);
  expect(values(model)).toEqual({
    b: { authentication: "certificate declared" }, c: { authentication: "yes declared from control t" },
    one: { authentication: "password declared" }, two: { authentication: "password declared" },
  });
  expect(problems.filter((problem) => problem.startsWith("C1058"))).toEqual([]);
});

test("[MOD-9] [VAL-7] a control that is said to be there and a value that denies it contradict each other; what was observed counts, but not against what is planned", () => {
  const [model, problems] = live(`elements:
  a: {kind: process, rate-limiting: no}
  b: {kind: process, rate-limiting: {value: no, source: scan}}
controls: {w: {type: web-application-firewall, at: [a, b], state: implemented}, v: {type: web-application-firewall, at: b, state: planned}}
`);
  expect(values(model)).toEqual({
    a: { "rate-limiting": "yes declared from control w", "input-validation": "yes declared from control w" },
    b: { "rate-limiting": "no observed", "input-validation": "yes declared from control w" },
  });
  expect(problems).toEqual([
    "C1058 `rate-limiting` of element `b` is `no` (observed in model.yaml:5), but also `yes` (control w); `no` counts.",
    "C1058 `rate-limiting` of element `a` is `yes` (control w), but also `no` (declared in model.yaml:4); `yes` counts.",
  ]);
  expect(values(planned(model))["b"]).toEqual({ "rate-limiting": "yes declared from control v", "input-validation": "yes declared from control w" });
});
