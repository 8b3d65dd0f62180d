import { expect, test } from "vitest";
import { quietImpact, sampleImpact } from "../testing/sample-impact.ts";
import { impactHtml } from "./impact-html.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document"><title>Shop, both versions</title></svg>';
const shop = { impact: sampleImpact, title: "Shop", pictureSvg: svg };

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}

function headings(text: string): readonly string[] {
  return all(text, /<h2[^>]*>([^<]*)/g);
}

test("[IMC-23] a page tells first whether the gate lets it pass, then what is worse, the picture, and the rest", () => {
  const page = impactHtml([shop]);
  expect(headings(page)).toEqual([
    "At a glance", "What got worse", "Decisions to look at again", "What is more exposed", "Picture of both versions", "Questions that this change opens", "Think of", "What got better", "Questions that are answered", "Decided", "Changes to the model",
  ]);
  expect([page.includes(svg), page.includes("✗</span> The gate fails"), page.includes("As before: 2 open threats (1 medium, 1 low) and 2 questions.")]).toEqual([true, true, true]);
});

test("[IMC-23] everything in the impact is on the page: what there is to know of a threat, and each cause points at the change", () => {
  const page = impactHtml([shop]);
  const ids = [...sampleImpact.threats.map(({ id }) => id), ...sampleImpact.decisions.map(({ key }) => key), ...sampleImpact.questions.map(({ question }) => question.id)];
  const [first] = sampleImpact.threats;
  expect([...ids, first!.threat.statement, "added the flow Receipt", "Disk encryption is not in force", "Check SPF, DKIM and DMARC"].filter((text) => !page.includes(text))).toEqual([]);
  expect([...new Set(all(page, /href="#(operation-[^"]*)"/g))].sort()).toEqual(["1", "2", "3", "4", "5", "7", "8"].map((id) => `operation-${id}`));
});

test("[IMC-23] hundreds of changes are all there, the worst open, the rest closed or folded with their number", () => {
  const many = Array.from({ length: 500 }, (_, n) => ({ ...sampleImpact.threats[0]!, id: `rule@flow-${n}` }));
  const page = impactHtml([{ ...shop, impact: { ...sampleImpact, threats: many } }]);
  expect([many.filter(({ id }) => !page.includes(`id="threat-${id}"`)), all(page, /<summary>(\d+ more)<\/summary>/g), all(page, /(data-find="threat" open)/g).length]).toEqual([[], ["440 more"], 6]);
});

test("[IMC-23] several models share a page, those that fail first, and those that did not change in the table alone", () => {
  const passes = { impact: { ...sampleImpact, head: { ...sampleImpact.head, model: "till" }, gate: { failed: false, reasons: [] } }, title: "Till" };
  const same = { impact: { ...quietImpact, operations: [], head: { ...quietImpact.head, model: "depot" } }, title: "Depot" };
  const page = impactHtml([same, passes, shop], { gate: "off" });
  expect(headings(page).filter((title) => title.includes("glance") || title === "Models")).toEqual(["Models", "Shop: At a glance", "Till: At a glance"]);
  expect(["Depot", "Nothing changed.", "The gate would fail, and is switched off"].filter((text) => !page.includes(text))).toEqual([]);
});
