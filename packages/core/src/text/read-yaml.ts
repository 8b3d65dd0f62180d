// Reads one YAML 1.2 or JSON file into a value with positions. Hostile input gives a diagnostic: never an exception, never unbounded work.
import { YAMLException, constructFromEvents, parseEvents } from "js-yaml";
import type { Event } from "js-yaml";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { DiagnosticData } from "../diagnose.ts";
import type { CodeId } from "../codes.ts";
import { inspectEvents } from "./inspect-events.ts";
import { positionIndex } from "./line-index.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { JsonProblem, parseJsonEvents } from "./read-json.ts";
import { buildTree } from "./tree.ts";
import { defaultLimits } from "./source-file.ts";
import type { Limits, SourceFile } from "./source-file.ts";

export function readYaml(file: SourceFile, limits: Limits = defaultLimits): ParsedFile {
  const positionAt = positionIndex(file);
  const failed = (diagnostics: readonly Diagnostic[]): ParsedFile => ({ file, value: undefined, diagnostics, tree: buildTree(file.text, []), positionAt });
  const report = (code: CodeId, offset: number, data: DiagnosticData = {}): Diagnostic =>
    diagnose(code, { file: file.path, ...positionAt(offset) }, data);

  if (file.text.length > limits.size) return failed([report("C1001", 0, { size: file.text.length, limit: limits.size })]);
  const zero = file.text.indexOf("\0");
  if (zero >= 0) return failed([report("C1002", zero)]);

  const language = file.path.endsWith(".json") ? "JSON" : "YAML";
  let events: Event[];
  try {
    events = language === "JSON" ? parseJsonEvents(file.text, limits.depth) : parseEvents(file.text, { maxDepth: limits.depth + 1 });
  } catch (error) {
    return failed([syntaxProblem(error, report, language, limits)]);
  }
  const found = inspectEvents(file.text, events, limits);
  if (found.length > 0) return failed(found.map((problem) => report(problem.code, problem.offset, problem.data)));
  try {
    const value: unknown = events.length === 0 ? null : constructFromEvents(events, { source: file.text, json: true, maxAliases: limits.aliases })[0];
    return { file, value, diagnostics: [], tree: buildTree(file.text, events), positionAt };
  } catch (error) {
    return failed([syntaxProblem(error, report, language, limits)]);
  }
}

function syntaxProblem(error: unknown, report: (code: CodeId, offset: number, data?: DiagnosticData) => Diagnostic, language: string, limits: Limits): Diagnostic {
  if (error instanceof JsonProblem) {
    return error.tooDeep ? report("C1004", error.offset, { limit: limits.depth }) : report("C1003", error.offset, { language, reason: error.message });
  }
  if (error instanceof YAMLException) {
    const offset = error.mark?.position ?? 0;
    if (error.reason.includes("maxDepth")) return report("C1004", offset, { limit: limits.depth });
    return report("C1003", offset, { language, reason: error.reason });
  }
  return report("C1003", 0, { language, reason: "the structure is too complex" });
}
