// Every code of this package, declared once: code, name, severity, message, how to fix it, and an example that a test runs.
import type { Code } from "./codes/code.ts";
import { editCodes } from "./codes/edits.ts";
import { fileCodes } from "./codes/files.ts";
import { mergeCodes } from "./codes/merge.ts";
import { readingCodes } from "./codes/reading.ts";
import { referenceCodes } from "./codes/references.ts";
import { shapeCodes } from "./codes/shape.ts";
import { valueCodes } from "./codes/values.ts";

const declared = { ...readingCodes, ...fileCodes, ...shapeCodes, ...referenceCodes, ...valueCodes, ...editCodes, ...mergeCodes };

export type CodeId = keyof typeof declared;

export const codes: Readonly<Record<CodeId, Code>> = declared;
