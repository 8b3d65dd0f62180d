// For tests: text that tries to become something else in an output, put into every field that holds text.

export const payloads: readonly string[] = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "javascript:alert(1)", "[x](javascript:alert(1))", "![x](https://evil.example/p.png)",
  "</style><script>alert(1)</script>", "--><iframe src=javascript:alert(1)>", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "{0}",
  "=HYPERLINK(\"https://evil.example\",\"x\")", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "\t=1+1",
  "\u001b[2J\u001b]0;owned\u0007", "\u009b31m", "\u202eevil\u202c", "a\r\nSet-Cookie: x", "a|b|c", "`` ` ```", "**bold** _it_ ~~x~~", "# heading", "- item", "1. item", "> quote", "@everyone #1 !1",
  "&lt;b&gt;&#x3c;", "\ud800", "\u0000", "%0a%0d", "../../etc", "\n\n<b>\n\n", "]]>", "日本\u0301語", "https://evil.example/\" onmouseover=\"x",
];

/** Words of closed lists stay: the shapes admit no other text in their places. */
const CLOSED = new Set([
  "yes no unknown none low moderate medium high critical info indirect authenticated anonymous open planned accepted dismissed rule person S T R I D E",
  "element flow boundary model data request response in out member process store external true false threat question mitigated checked not-examined not-applicable false-positive",
  "mitigate accept transfer avoid valid stale expired resolved orphaned unconfirmed change add-control advice exploitation primary-impact secondary-impact sketch standard full",
  "idea design build deploy operate retire draft stable deprecated declared imported inferred inherited assumed observed derived structure dropped defaulted guessed kept error warning",
  "confidentiality integrity availability privacy safety flag choice set number level type protocol text customer partner employee administrator supplier insider",
  "linking identifying non-repudiation detecting data-disclosure unawareness non-compliance contract identified hashed",
].join(" ").split(" "));
/** Maps whose keys a model chooses. */
const OPEN_KEYS = new Set(["levels", "facts", "witness", "cells"]);

/** Every other text starts or ends with the payload; texts that were equal stay equal, so that ids still find each other. */
export function infected<T>(value: T, payload: string, position: "start" | "end" = "end", field = ""): T {
  if (typeof value === "string") return sick(value, payload, position) as T;
  if (Array.isArray(value)) return value.map((item) => infected(item, payload, position)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [OPEN_KEYS.has(field) ? sick(key, payload, position) : key, infected(inner, payload, position, key)])) as T;
}

function sick(text: string, payload: string, position: "start" | "end"): string {
  if (CLOSED.has(text) || text === "" || /^[→←]$|^merlon\//.test(text)) return text;
  return position === "end" ? text + payload : payload + text;
}
