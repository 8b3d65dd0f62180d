// Secrets, personal values and vulnerability ids have no place in a model. Looks at the text of the files, so that comments count too; says what and where, never repeats a secret.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { ModelSource } from "../model/read-sources.ts";
import { whereAt } from "../text/parsed-file.ts";
import { pathsAt } from "../text/paths-at.ts";
import { personalPatterns, secretPatterns } from "./sensitive-patterns.ts";
import type { SensitivePattern } from "./sensitive-patterns.ts";
import type { CheckContext } from "./check-context.ts";

interface Found {
  readonly code: "C1060" | "C1061" | "C1062";
  readonly offset: number;
  readonly kind: string;
  readonly text: string;
}

/** Keys whose values are meant to name people. */
const peopleKeys: ReadonlySet<string> = new Set(["owners", "owner", "by", "approved"]);
const cve = /\bCVE-\d{4}-\d{4,7}\b/g;

export function checkSensitiveText({ sources }: CheckContext): readonly Diagnostic[] {
  return sources.filter(({ role }) => role !== "lock").flatMap(checkSource);
}

function checkSource({ parsed }: ModelSource): readonly Diagnostic[] {
  const { text } = parsed.file;
  const found: Found[] = [
    ...secretPatterns.flatMap((pattern) => matches("C1060", text, pattern)),
    ...personalPatterns.flatMap((pattern) => matches("C1061", text, pattern)),
    ...matches("C1062", text, { kind: "vulnerability id", pattern: cve }),
  ].sort((a, b) => a.offset - b.offset);
  if (found.length === 0) return [];
  const paths = pathsAt(parsed.tree, found.map(({ offset }) => offset));
  return found.flatMap(function report({ code, offset, kind, text: value }, at) {
    const path = paths[at] ?? [];
    if (code === "C1061" && kind === "e-mail address" && path.some((step) => peopleKeys.has(String(step)))) return [];
    if (code === "C1062" && path[0] === "evidence" && path[2] === "ref") return [];
    return [diagnose(code, whereAt(parsed, offset, path.join(".")), code === "C1062" ? { value } : { kind })];
  });
}

function matches(code: Found["code"], text: string, { kind, pattern, isReal, needs }: SensitivePattern): readonly Found[] {
  const found: Found[] = [];
  if (needs !== undefined && !text.includes(needs)) return found;
  for (const match of text.matchAll(pattern)) {
    if (isReal === undefined || isReal(match[0])) found.push({ code, offset: match.index, kind, text: match[0] });
    if (found.length >= 100) break;
  }
  return found;
}
