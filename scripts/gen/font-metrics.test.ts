import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fontMetricsPath, fontMetricsSource } from "./font-metrics.ts";

test("the committed advance widths are those of the installed font", () => {
  const committed = readFileSync(new URL(`../../${fontMetricsPath}`, import.meta.url), "utf8");
  expect(committed).toBe(fontMetricsSource());
});
