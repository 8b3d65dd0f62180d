// Every code of this package, declared once: code, name, severity, message, how to fix it, and an example that a test runs.
import type { Code } from "./codes/code.ts";
import { readingCodes } from "./codes/reading.ts";

const declared = { ...readingCodes };

export type CodeId = keyof typeof declared;

export const codes: Readonly<Record<CodeId, Code>> = declared;
