// Everything that `npm run gen` writes, in the order in which it is written: a later generator may read what an earlier one wrote.
// A new generator is one module more and one line here.

/** Path from the root of the repository to text. */
export type Files = ReadonlyMap<string, string>;

export interface Generator {
  readonly name: string;
  /** True when other generators are built on what it writes; the run then starts again with the new source. */
  readonly changesSource?: boolean;
  run(): Promise<Files>;
}

export const generators: readonly Generator[] = [
  { name: "characteristics", changesSource: true, run: async () => (await import("./characteristics/generate-characteristics.ts")).generateCharacteristics() },
  { name: "json-schema", run: async () => (await import("./json-schema/generate-json-schemas.ts")).generateJsonSchemas() },
  { name: "schema-docs", run: async () => (await import("./schema-docs/generate-schema-docs.ts")).generateSchemaDocs() },
  { name: "rule-docs", run: async () => (await import("./rule-docs/generate-rule-docs.ts")).generateRuleDocs() },
  { name: "word-docs", run: async () => (await import("./word-docs/generate-word-docs.ts")).generateWordDocs() },
  { name: "fact-docs", run: async () => (await import("./fact-docs/generate-fact-docs.ts")).generateFactDocs() },
  { name: "comparison", run: async () => (await import("./comparison/generate-comparison.ts")).generateComparison() },
  { name: "cli-docs", run: async () => (await import("./cli-docs/generate-cli-docs.ts")).generateCliDocs() },
  { name: "readme", run: async () => (await import("./readme/generate-readme.ts")).generateReadme() },
  { name: "stages-guide", run: async () => (await import("./stages-guide/generate-stages-guide.ts")).generateStagesGuide() },
  { name: "code-docs", run: async () => (await import("./code-docs/generate-code-docs.ts")).generateCodeDocs() },
  { name: "font-metrics", run: fontMetrics },
];

async function fontMetrics(): Promise<Files> {
  const { fontMetricsPath, fontMetricsSource } = await import("./font-metrics.ts");
  return new Map([[fontMetricsPath, fontMetricsSource()]]);
}
