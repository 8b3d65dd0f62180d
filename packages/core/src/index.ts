// Text <-> document <-> model; references, diagnostics, edits.
export type * from "./model/model.ts";
export { codes } from "./codes.ts";
export type { CodeId } from "./codes.ts";
export { diagnose, sortDiagnostics } from "./diagnose.ts";
export { nearest } from "./text/nearest.ts";
export { readYaml } from "./text/read-yaml.ts";
export { whereIs, whereIsValue, whereAt } from "./text/parsed-file.ts";
export type { ParsedFile } from "./text/parsed-file.ts";
export { defaultLimits } from "./text/source-file.ts";
export type { Limits, SourceFile } from "./text/source-file.ts";
export { lineStarts, positionIndex } from "./text/line-index.ts";
export type { Path } from "./text/tree.ts";
