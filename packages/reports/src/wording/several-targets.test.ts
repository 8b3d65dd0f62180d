// A person's threat at several objects shows at each of them, in every output.
import { expect, test } from "vitest";
import { threatMarks } from "../diagram/graph/marks.ts";
import { reportHtml } from "../html/report-html.ts";
import { reportMarkdown } from "../markdown/report-markdown.ts";
import { toSarif } from "../sarif/to-sarif.ts";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { counted, threat } from "../testing/sample-parts.ts";
import { sampleStride } from "../testing/sample-stride.ts";
import { orders, visit } from "../testing/sample-threats.ts";

const both = threat({ id: "odd", title: "Odd", origin: "person", target: orders, targets: [orders, visit] });
const analysis = counted({ ...sampleAnalysis, threats: [both], groups: [] });

test("[MOD-13] a threat at several objects counts, is filtered and is named at each", () => {
  const html = reportHtml(analysis, sampleStride);
  expect([...threatMarks(analysis)]).toEqual([["element:orders", { count: 1, worst: both.severity }], ["flow:visit", { count: 1, worst: both.severity }]]);
  expect(html).toContain('data-at="orders visit shopper web"');
  expect(html).toContain('<span class="where">Order database, Visit</span>');
  expect(html).toContain('<a href="#element-orders">Order database</a>, <a href="#flow-visit">Visit</a>');
  expect(reportMarkdown(analysis, sampleStride)).toContain("element Order database, flow Visit");
  expect(toSarif(analysis, []).runs[0]?.results[0]?.locations?.[0]?.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName)).toEqual(["acme/shop/element/orders", "acme/shop/flow/visit"]);
});
