// The runtime schemas of results. A second entry of the package, so that a command that only reads models does not pay for them.
export * from "./results/diagnostic-schema.ts";
export * from "./results/threat-schema.ts";
export * from "./results/question-schema.ts";
export * from "./results/analysis-parts-schema.ts";
export * from "./results/analysis-schema.ts";
export * from "./results/analysis-set-schema.ts";
export * from "./results/stride-table-schema.ts";
export * from "./results/explanation-schema.ts";
export * from "./results/attack-paths-schema.ts";
export * from "./results/due-schema.ts";
export * from "./results/landscape-schema.ts";
export * from "./results/landscape-diff-schema.ts";
export * from "./results/impact-schema.ts";
export * from "./results/history-schema.ts";
export * from "./results/merge-conflicts-schema.ts";
export * from "./results/model-view-schema.ts";
export * from "./results/import-report-schema.ts";
