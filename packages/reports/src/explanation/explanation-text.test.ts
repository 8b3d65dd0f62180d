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

test("a decision is told with how it stands", () => {
  const { threat, ...rest } = firing;
  const text = explanationText({ ...rest, threat: { ...threat!, status: "accepted", decision: acceptance } }, { ...page, width: 0, command: (verb) => `npx merlon ${verb}` });
  expect(text.split("\n").slice(-5)).toEqual([
    "The decision",
    "  Accepted by dana@example.org on 2026-05-02, owner team-blue, until 2027-05-01, approved by security-lead. The shop closes at night and load is low. (stale)",
    "  To change it:",
    "    npx merlon decide plaintext-flow-across-boundary@web-to-orders",
    "",
  ]);
});
