import type { DueItem } from "@merlon/schema";
import { expect, test } from "vitest";
import { dayAfter, daysBetween } from "../src/due/days.ts";
import { dueOfModels } from "../src/due/due-of-models.ts";
import { place } from "./place.ts";
import { shopText } from "./repository.ts";

// Judged on 2026-06-01.
const decisions = [
  "decisions:",
  "  plaintext-flow-across-boundary@visit: {state: accept, owner: team-red, reason: Test data., until: 2026-05-20, due: 2026-05-01}",
  "  I@visit: {state: mitigate, owner: team-blue, due: 2026-06-11}",
  "  T@visit: {state: accept, by: ana, until: 2026-09-01, facts: {visit.protocol: https}}",
  "  S@gone: {state: accept, owner: team-red, until: 2026-01-01}", "",
].join("\n");
const assumptions = ["owners: [platform]", "assumptions:", "  patched: {text: The provider patches within a week., until: 2026-06-01}", "  trained: {text: All are trained., by: hr, until: 2026-05-31}", "  later: {text: It holds., until: 2027-01-01}", ""].join("\n");

const short = ({ reason, key, owners, on, days, late }: DueItem) => [owners.join(), reason, key, on, days, late];

test("[PIP-5] what expires, is overdue, stale or about nothing is listed by owner, what is late first", async () => {
  const { session } = await place({ "shop/model.yaml": shopText("http", assumptions), "shop/decisions.yaml": decisions });
  const { due, owners } = await dueOfModels("shop", { within: 30 }, session);
  expect([due.at, due.until, due.models, owners, due.items.map(short)]).toEqual(["2026-06-01", "2026-07-01", ["shop"], ["ana", "hr", "platform", "team-blue", "team-red"], [
    ["ana", "stale", "T@visit", undefined, undefined, false],
    ["hr", "expired", "trained", "2026-05-31", -1, true],
    ["platform", "expires", "patched", "2026-06-01", 0, false],
    ["team-blue", "due", "I@visit", "2026-06-11", 10, false],
    ["team-red", "overdue", "plaintext-flow-across-boundary@visit", "2026-05-01", -31, true],
    ["team-red", "expired", "plaintext-flow-across-boundary@visit", "2026-05-20", -12, true],
    ["team-red", "orphaned", "S@gone", undefined, undefined, false],
  ]]);
  expect(due.items.find(({ reason }) => reason === "stale")?.says).toEqual(["visit.protocol was https, is http"]);
});

test("[PIP-5] a decision that waits at the part of a split says where it comes from", async () => {
  const text = shopText("http", "  enter: {from: shopper, to: front, protocol: https}").replace("flows:", "  front: {kind: process, type: web.application, in: inside, split-from: web}\nflows:");
  const { session } = await place({ "shop/model.yaml": text, "shop/decisions.yaml": "decisions: {S@web: {state: not-applicable, owner: ana, reason: Nobody signs in.}}\n" });
  const { due } = await dueOfModels("shop", { within: 30 }, session);
  expect(due.items.filter(({ reason }) => reason === "unconfirmed").map(({ key, says }) => [key, says])).toEqual([["S@front", ["Proposed, since front was split from web.", "Nobody signs in."]]]);
});

test("[PIP-5] one owner, and a shorter time to look ahead", async () => {
  const { session } = await place({ "shop/model.yaml": shopText("http", assumptions), "shop/decisions.yaml": decisions });
  const keys = async (within: number, owner: string) => (await dueOfModels("shop", { within, owner }, session)).due.items.map(({ key }) => key);
  expect([await keys(9, "team-blue"), await keys(10, "team-blue"), await keys(30, "nobody")]).toEqual([[], ["I@visit"], []]);
});

test("[PIP-5] a bulk decision is one item, and a lock that differs is told to the owners of the model", async () => {
  const lock = "merlon-lock: 1\nengine: 0.1.0\npacks: {}\n";
  const twice = shopText("http", "  more: {from: shopper, to: web, protocol: http, carries: [order], response: []}\nowners: [platform]\n");
  const bulk = "decisions:\n  plain: {state: accept, owner: team-red, reason: Test data., until: 2026-05-20, match: {rule: plaintext-flow-across-boundary}, expanded: [plaintext-flow-across-boundary@visit, plaintext-flow-across-boundary@more]}\n";
  const { session } = await place({ "shop/model.yaml": twice, "shop/decisions.yaml": bulk, "shop/merlon.lock": lock });
  const { due } = await dueOfModels("shop", { within: 30 }, session);
  expect(due.items.map(({ key, reason, covers, says }) => [key, reason, covers.length, says.length])).toEqual([["merlon.lock", "lock-differs", 0, 2], ["plain", "expired", 2, 1]]);
});

test("days of the calendar, over leap days and years", () => {
  expect([daysBetween("2028-02-28", "2028-03-01"), daysBetween("2027-01-01", "2026-12-31"), dayAfter("2026-12-25", 14)]).toEqual([2, -1, "2027-01-08"]);
});
