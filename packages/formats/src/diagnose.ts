// Makes a diagnostic from a declared code: the message and the hint are the code's templates filled from `data`. The only way to make one in this package.
import type { Diagnostic, Where } from "@merlon/schema";
import { excerpt } from "./foreign/excerpt.ts";
import { codes } from "./codes.ts";
import type { CodeId } from "./codes.ts";

type DiagnosticData = Readonly<Record<string, string | number>>;

/** `data.nearest` becomes the hint "Did you mean …?"; otherwise the code's advice is the hint. */
export function diagnose(code: CodeId, where: Where, data: DiagnosticData = {}): Diagnostic {
  const entry = codes[code];
  const close = data["nearest"];
  const hint = close === undefined ? fill(entry.fix, data) : `Did you mean \`${close}\`?`;
  return { code, severity: entry.severity, message: fill(entry.message, data), where, ...(Object.keys(data).length > 0 ? { data } : {}), hint };
}

function fill(template: string, data: DiagnosticData): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => (Object.hasOwn(data, name) ? excerpt(String(data[name]), 160) : whole));
}
