// Makes a diagnostic from a declared code: the message is the code's template filled from `data`. The only way to make one in this package.
import type { Diagnostic, Where } from "@merlon/schema";
import { codes } from "./codes.ts";
import type { CodeId } from "./codes.ts";

export type DiagnosticData = Readonly<Record<string, unknown>>;

/** `data.nearest` (one or several) becomes the hint "Did you mean …?"; else `data.advice` is the hint, else the code's own advice. */
export function diagnose(code: CodeId, where: Where | undefined, data: DiagnosticData = {}): Diagnostic {
  const entry = codes[code];
  const { nearest: close, advice, ...others } = data;
  const near = typeof close === "string" ? [close] : Array.isArray(close) ? close.map(String) : [];
  const kept = near.length === 0 ? others : { ...others, nearest: near.length === 1 ? near[0] : near };
  const hint = near.length > 0 ? `Did you mean ${choices(near)}?` : typeof advice === "string" ? advice : fill(entry.fix, data);
  return {
    code, severity: entry.severity, message: capitalised(fill(entry.message, data)),
    ...(where === undefined ? {} : { where }),
    ...(Object.keys(kept).length > 0 ? { data: kept } : {}),
    hint,
  };
}

function choices(near: readonly string[]): string {
  const quoted = near.map((word) => `\`${word}\``);
  return quoted.length === 1 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

function fill(template: string, data: DiagnosticData): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => (name in data ? printable(data[name]) : whole));
}

function capitalised(sentence: string): string {
  return sentence.replace(/^[a-z]/, (first) => first.toUpperCase());
}

/** User text in a message: one line, nothing invisible, at most 120 characters. */
function printable(value: unknown): string {
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}

/** By file, position, code, message: the same problems always come in the same order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(function byPlace(a, b) {
    return compare(a.where?.file ?? "", b.where?.file ?? "")
      || (a.where?.line ?? 0) - (b.where?.line ?? 0)
      || (a.where?.column ?? 0) - (b.where?.column ?? 0)
      || compare(a.code, b.code)
      || compare(a.message, b.message);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
