import { AnalysisSchema, StrideTablesSchema } from "@merlon/schema/results";
import { expect, test } from "vitest";
import { sampleAnalysis } from "./sample-analysis.ts";
import { sampleStride } from "./sample-stride.ts";

test("the samples are what the engine could have given", () => {
  expect(AnalysisSchema.safeParse(sampleAnalysis).error?.issues ?? []).toEqual([]);
  expect(StrideTablesSchema.safeParse(sampleStride).error?.issues ?? []).toEqual([]);
});
