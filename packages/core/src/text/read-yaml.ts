// Reads one YAML 1.2 or JSON file into a value with positions. Hostile input gives a diagnostic: never an exception, never unbounded work.
import { YAMLException, constructFromEvents, parseEvents } from "js-yaml";
import type { Event } from "js-yaml";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { DiagnosticData } from "../diagnose.ts";
import type { CodeId } from "../codes.ts";
import { conflictMarker } from "./conflict-marker.ts";
import { inspectEvents } from "./inspect-events.ts";
import { positionIndex } from "./line-index.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { JsonProblem, parseJsonEvents } from "./read-json.ts";
import { buildTree } from "./tree.ts";
import { defaultLimits } from "./source-file.ts";
import type { Limits, SourceFile } from "./source-file.ts";

/** YAML 1.2 or, by the file's name, JSON. `value` is undefined when it cannot be read at all, with the reason in the diagnostics (C100x). */
export function readYaml(file: SourceFile, limits: Limits = defaultLimits): ParsedFile {
  const positionAt = positionIndex(file);
  const failed = (diagnostics: readonly Diagnostic[]): ParsedFile => ({ file, value: undefined, diagnostics, tree: buildTree(file.text, []), positionAt });
  const report = (code: CodeId, offset: number, data: DiagnosticData = {}): Diagnostic =>
    diagnose(code, { file: file.path, ...positionAt(offset) }, data);

  if (file.text.length > limits.size) return failed([report("C1001", 0, { size: file.text.length, limit: limits.size })]);
  const zero = file.text.indexOf("\0");
  if (zero >= 0) return failed([report("C1002", zero)]);

  const conflict = conflictMarker(file.text);
  if (conflict !== undefined) return failed([report("C1017", conflict)]);

  const language = file.path.endsWith(".json") ? "JSON" : "YAML";
  let events: Event[];
  try {
    events = language === "JSON" ? parseJsonEvents(file.text, limits.depth) : parseEvents(file.text, { maxDepth: limits.depth + 1 });
  } catch (error) {
    return failed([syntaxProblem(error, report, language, limits)]);
  }
  const inspect = (): readonly Diagnostic[] => inspectEvents(file.text, events, limits).map(({ code, offset, data }) => report(code, offset, data));
  const found = suspicious.test(file.text) ? inspect() : [];
  if (found.length > 0) return failed(found);
  try {
    const values = events.length === 0 ? [null] : constructFromEvents(events, { source: file.text, maxAliases: limits.aliases });
    if (values.length > 1) return failed(inspect());
    return { file, value: values[0], diagnostics: [], tree: buildTree(file.text, events), positionAt };
  } catch (error) {
    const problems = inspect();
    return failed(problems.length > 0 ? problems : [syntaxProblem(error, report, language, limits)]);
  }
}

/** Only with aliases, refused keys or escapes that may spell them is there something to find that making the value does not find itself. */
const suspicious = /[*&]|__proto__|constructor|prototype|\\[uUx]/;

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
