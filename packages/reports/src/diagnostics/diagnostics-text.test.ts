import type { Diagnostic } from "@merlon/schema";
import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { diagnosticsText } from "./diagnostics-text.ts";

const diagnostics: readonly Diagnostic[] = [
  { code: "C1201", severity: "error", message: "There is no element `web-ap`.", where: { file: "model.yaml", line: 12, column: 9, path: "flows.checkout.to" }, hint: "Did you mean `web-api`?" },
  { code: "C1301", severity: "warning", message: "Nothing is known about `acme.tokenised`.", where: { file: "model/data.yaml", line: 3, column: 5 } },
  { code: "C1001", severity: "error", message: "There is no model here." },
];

test("place, severity, code and message on a line, the hint below, a summary at the end", () => {
  expect(diagnosticsText(diagnostics, { style: plainStyle })).toBe([
    "model.yaml:12:9 error C1201 There is no element `web-ap`.  (flows.checkout.to)",
    "  hint: Did you mean `web-api`?",
    "model/data.yaml:3:5 warning C1301 Nothing is known about `acme.tokenised`.",
    "error C1001 There is no model here.",
    "",
    "2 errors and 1 warning",
    "",
  ].join("\n"));
});

test("no problems, no text", () => {
  expect(diagnosticsText([], { style: plainStyle })).toBe("");
});
