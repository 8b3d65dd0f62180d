// What each view in time holds, by state, day and what it needs.
import { describe, expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { modelInView } from "./model-in-view.ts";
import { timeView, timeViewName } from "./time-view.ts";

function viewed(text: string, name: string) {
  const { documents, diagnostics } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: shop\n${text}` }], testingLibrary);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return modelInView(documents, timeView(name)!, testingLibrary);
}

function leftOut(text: string, name: string): readonly string[] {
  return viewed(text, name).model.view!.leftOut.map(({ id, because }) => `${id}: ${because}`);
}

test("a view is live, target or at a day", () => {
  expect(["live", "target", "at:2027-01-01", "at:soon", "later", ""].map((text) => timeView(text) && timeViewName(timeView(text)!))).toEqual(["live", "target", "at:2027-01-01", undefined, undefined, undefined]);
});

const lives = `
elements:
  plain: {kind: process}
  live: {kind: process, lifecycle: {state: live, since: 2026-06-01}}
  ends: {kind: process, lifecycle: {state: live, until: 2027-03}}
  planned: {kind: process, lifecycle: {state: planned}}
  spring: {kind: process, lifecycle: {state: planned, since: 2027-03}}
  stop-gap: {kind: process, lifecycle: {state: planned, since: 2027-01-01, until: 2027-06-30}}
  release: {kind: process, lifecycle: {state: planned, since: "2.4"}}
  old: {kind: process, lifecycle: {state: deprecated}}
  leaving: {kind: process, lifecycle: {state: deprecated, since: 2026-01-01, until: 2027-03-31}}
  gone: {kind: process, lifecycle: {state: retired}}
  will-be-gone: {kind: process, lifecycle: {state: retired, since: 2027-03-01}}
`;

describe("what is there", () => {
  test("[PLN-2] live goes by states alone: what is planned or retired is not there", () => {
    expect(leftOut(lives, "live")).toEqual([
      "gone: retired", "planned: planned", "release: planned for 2.4", "spring: planned for 2027-03", "stop-gap: planned for 2027-01-01 until 2027-06-30", "will-be-gone: retired since 2027-03-01",
    ]);
  });

  test("[PLN-3] in the target what is planned is there, and what ends or is deprecated is not", () => {
    expect(leftOut(lives, "target")).toEqual([
      "ends: live until 2027-03", "gone: retired", "leaving: deprecated since 2026-01-01 until 2027-03-31", "old: deprecated", "stop-gap: planned for 2027-01-01 until 2027-06-30", "will-be-gone: retired since 2027-03-01",
    ]);
  });

  test.each([
    ["at:2026-05-31", "gone live planned release spring stop-gap"],
    ["at:2027-02-28", "gone planned release spring"],
    ["at:2027-03-31", "gone planned release will-be-gone"],
    ["at:2027-04-01", "ends gone leaving planned release will-be-gone"],
    ["at:2027-07-01", "ends gone leaving planned release stop-gap will-be-gone"],
  ])("[PLN-1] [PLN-4] %s goes by days: the first and the last one are in", (name, expected) => {
    expect(viewed(lives, name).model.view!.leftOut.map(({ id }) => id).join(" ")).toBe(expected);
  });

  test("[PLN-4] a day that nobody said is told", () => {
    expect(leftOut(lives, "at:2028-01-01").filter((line) => line.startsWith("planned") || line.startsWith("release"))).toEqual(["planned: planned, no day said", "release: planned for 2.4"]);
  });
});

test("[PLN-5] a planned control is in force where it is there, also against what was seen before, and a proposed one is in no view", () => {
  const controls = `
elements: {a: {kind: process}, b: {kind: process}}
flows: {f: {from: a, to: b, encryption-in-transit: {value: no, source: observed}}}
controls:
  tunnel: {type: tls, at: f, state: planned, lifecycle: {state: planned, since: 2027-02-01}}
  brake: {type: web-application-firewall, at: b, state: retired, lifecycle: {state: retired, since: 2027-02-01}}
  idea: {type: sign-in, at: f, state: proposed}
`;
  const seen = (name: string) => {
    const { model } = viewed(controls, name);
    return [model.flows.get("f")?.characteristics.get("encryption-in-transit")?.value, model.elements.get("b")?.characteristics.get("rate-limiting")?.value, [...model.controls.values()].map(({ id, state }) => `${id} ${state}`).join()];
  };
  expect(["live", "target", "at:2027-01-31", "at:2027-02-01"].map(seen)).toEqual([["no", undefined, ""], ["yes", undefined, "tunnel implemented"], ["no", "yes", "brake implemented"], ["yes", undefined, "tunnel implemented"]]);
  expect(leftOut(controls, "target")).toEqual(["brake: retired since 2027-02-01", "idea: only proposed"]);
});

test("[PLN-6] what cannot be without it goes too, the rest forgets it, and places stay", () => {
  const text = `
data: {card: {}, token: {lifecycle: {state: planned}, derived-from: [{data: card, by: tokenised}]}}
boundaries: {net: {type: network}, dmz: {type: network, in: net, lifecycle: {state: planned}}}
elements:
  user: {kind: external, in: net}
  web: {kind: process, in: dmz, holds: [card, token]}
  vault: {kind: store, in: net, lifecycle: {state: planned}}
  vault-log: {kind: store, part-of: vault}
flows:
  use: {from: user, to: web, via: [vault]}
  keep: {from: web, to: vault, carries: [card]}
controls:
  both: {type: rate-limiter, at: [web, vault], state: implemented}
  only: {type: rate-limiter, at: [keep], state: implemented}
threats: {theft: {title: Somebody carries the vault away., at: vault}}
assumptions: {strong: {text: The vault is strong., about: [vault]}}
risks: {loss: {title: Loss, at: [web, vault]}}
`;
  const { model } = viewed(text, "live");
  expect(model.view).toEqual({
    name: "live", leftOut: [
      { map: "elements", id: "vault", title: "vault", because: "planned" },
      { map: "boundaries", id: "dmz", title: "dmz", because: "planned" },
      { map: "data", id: "token", title: "token", because: "planned" },
      { map: "elements", id: "vault-log", title: "vault log", because: "is part of `vault`" },
      { map: "flows", id: "keep", title: "keep", because: "goes to `vault`" },
      { map: "controls", id: "only", title: "only", because: "is only at `keep`" },
      { map: "assumptions", id: "strong", title: "strong", because: "is only about `vault`" },
      { map: "threats", id: "theft", title: "Somebody carries the vault away.", because: "is only at `vault`" },
    ],
  });
  const web = model.elements.get("web");
  expect([web?.in, web?.holds, web?.where.line, model.flows.get("use")?.via, model.controls.get("both")?.at, model.risks.get("loss")?.at]).toEqual([["net"], ["card"], 8, [], ["web"], ["web"]]);
});

test("[PLN-7] a model in a view says which in its title", () => {
  expect(["live", "target", "at:2027-01-01"].map((name) => viewed("title: Shop\n", name).model.header.title)).toEqual(["Shop (live)", "Shop (target)", "Shop (at 2027-01-01)"]);
});

test("[PLN-4] what is retired later is judged until then", () => {
  expect(viewed("elements: {old: {kind: process, lifecycle: {state: retired, since: 2027-03-01}}}\n", "at:2027-01-01").model.elements.get("old")?.lifecycle).toEqual({ state: "live", since: "2027-03-01" });
});
