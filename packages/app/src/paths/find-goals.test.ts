// What is meant by words that are no id.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { findGoals } from "./find-goals.ts";

const { model } = given(`
data: {card-number: {title: Payment card number, kind: user.financial.card, formerly: [pan]}, card-token: {title: Card token}, logs: {title: Log entries, kind: system.log}}
elements: {card-desk: {kind: process, title: Card desk}, vault: {kind: store, title: Key vault}}
`);

test("[PTH-11] an id, or its older name, is that object; words are whatever shares most of them, data before elements", () => {
  expect(findGoals("vault", model)).toEqual({ ids: ["vault"], byWords: false });
  expect(findGoals("pan", model)).toEqual({ ids: ["card-number"], byWords: false });
  expect(findGoals("card-data", model)).toEqual({ ids: ["card-number", "card-token"], byWords: true });
  expect(findGoals("Financial cards", model)).toEqual({ ids: ["card-number"], byWords: true });
  expect(findGoals("key", model)).toEqual({ ids: ["vault"], byWords: true });
});

test("[PTH-11] what shares no word with anything is refused with what there is", () => {
  expect(() => findGoals("passport", model)).toThrow("There is no data or element `passport`.");
});
