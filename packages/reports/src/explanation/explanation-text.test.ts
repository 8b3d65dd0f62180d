import type { DecisionStatus } from "@merlon/schema";
import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { firing, notAbout, notFound, stopped, waiting } from "../testing/sample-explanation.ts";
import { acceptance } from "../testing/sample-threats.ts";
import { explanationText } from "./explanation-text.ts";

const page = { style: plainStyle, width: 100 };

test("a threat's card goes down to lines of the model and tells which fixes were tried", async () => {
  await expect(explanationText(firing, page)).toMatchFileSnapshot("golden/threat.txt");
});

test("what is no threat says first why not", async () => {
  const cards = [waiting, stopped, notFound, notAbout].map((explanation) => explanationText(explanation, page));
  await expect(cards.join(`${"=".repeat(100)}\n`)).toMatchFileSnapshot("golden/why-not.txt");
});

test("[DEC-9] a decision is told with how it stands, why, and what to do", () => {
  const { threat, ...rest } = firing;
  const told = (...decisions: readonly DecisionStatus[]): readonly string[] => {
    const text = explanationText({ ...rest, threat: threat!, decisions }, { ...page, width: 0, command: (verb) => `npx merlon ${verb}` });
    return text.slice(text.indexOf("The decision")).split("\n").slice(1, -3);
  };
  const accepted = "Accepted by dana@example.org on 2026-05-02, owner team-blue, until 2027-05-01, approved by security-lead. The shop closes at night and load is low.";
  const confirm = "    npx merlon decide plaintext-flow-across-boundary@web-to-orders --confirm";
  const stale = [{ fact: "flow.protocol", was: "ftp", is: "http", where: { file: "model.yaml", line: 7, column: 3 } }];
  expect(told({ ...acceptance, state: "stale", stale })).toEqual([`  ${accepted} (stale)`, "    flow.protocol was ftp, is http  model.yaml:7:3", "  A fact that it rests on changed, so it does not count. If it still holds:", confirm]);
  expect(told({ ...acceptance, state: "unconfirmed", stale: [], alias: "a@orders", carried: { by: "split-from", from: "orders", to: "archive" } })).toEqual([
    `  ${accepted} (proposed, since archive was split from orders)`, "    written for a@orders", "  It does not count here before somebody confirms it. If it holds here too:", confirm,
  ]);
});
