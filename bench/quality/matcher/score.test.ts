// Counting: one expert's threat counts once, by what answers it best; indirect questions and missed ones do not.
import { expect, test } from "vitest";
import { luck, atOtherPlaces, withOtherLetters } from "./controls.ts";
import type { ExpertThreat, Generated } from "./expert-threat.ts";
import type { Matching } from "./match.ts";
import { byProtocol, recallOf, sharesOf, toThePoint, verdicts, type Listed } from "./score.ts";

const matching: Matching = { ends: new Map(), tree: new Map(), weights: new Map() };
const expert = (id: string, at: string): ExpertThreat => ({ id, at: [at], stride: ["T"], cwe: ["1"], about: "", nature: "model", text: "" });
const generated = (target: string, cwe = "1"): Generated => ({ id: `r@${target}`, target, holders: [], stride: ["T"], cwe: [cwe], text: "" });
const listed: Listed = {
  items: [{ kind: "group", generated: [generated("a", "2"), generated("a")] }, { kind: "question", direct: false, generated: [generated("c")] }, { kind: "question", direct: true, generated: [generated("d")] }],
  stopped: [generated("a"), generated("b")],
};
const experts = ["a", "b", "c", "d", "e"].map((at) => expert(at, at));

test("found before stopped before asked; the place in the list is told", () => {
  expect(verdicts(experts, listed, matching, byProtocol).map(({ by, rank }) => [by, rank])).toEqual([["threat", 1], ["stopped", undefined], ["question", 2], ["question", 3], ["none", undefined]]);
});

test("to the point, indirect questions do not count", () => {
  const shares = sharesOf(verdicts(experts, listed, matching, toThePoint));
  expect([shares, recallOf(shares)]).toEqual([{ experts: 5, found: 1, stopped: 1, prompted: 1 }, 0.6]);
});

test("the controls pair what does not belong together", () => {
  const other = { ...expert("x", "z"), stride: ["R" as const], cwe: ["9"] };
  const wrong = withOtherLetters(experts, [other]);
  expect([wrong.map(({ at, stride }) => [at[0], stride[0]])[0], luck(wrong, listed, matching, byProtocol)]).toEqual([["a", "R"], 0]);
  const kinds = new Map([["a", "store"], ["b", "store"], ["c", "flow"]]);
  expect(atOtherPlaces([expert("a", "a")], kinds).map(({ at }) => at)).toEqual([["b"]]);
});
