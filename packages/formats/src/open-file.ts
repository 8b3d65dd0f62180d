// The start of every import: text to values, and a clear refusal of what is not the format asked for.
import { nearest } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "./diagnose.ts";
import type { ForeignFile, Format, OtherFormat, ReadOptions, ReadResult } from "./format.ts";
import { openIntake, report } from "./foreign/intake.ts";
import type { Intake } from "./foreign/intake.ts";
import { isMap } from "./foreign/place.ts";
import type { Place } from "./foreign/place.ts";
import { readForeign } from "./foreign/read-foreign.ts";
import { identify, identifyText } from "./identify.ts";
import type { Identity, OwnFormat } from "./identify.ts";

interface Opened {
  readonly intake: Intake;
  readonly root: Place;
}

interface Failed {
  readonly failed: readonly Diagnostic[];
}

export function openFile(text: string, options: ReadOptions, format: OwnFormat): Opened | Failed {
  const start = { file: options.path, line: 1, column: 1 };
  const other = identifyText(text);
  if (other !== undefined) return { failed: [diagnose("F2002", start, { what: other.what, advice: other.advice })] };
  const { parsed, diagnostics } = readForeign(text, options.path, options.limits);
  if (parsed.value === undefined) return { failed: diagnostics };
  const identity = identify(parsed.value);
  if (identity !== format) return { failed: [refusal(identity, options.path)] };
  return { intake: openIntake(parsed, options.path), root: { at: "", value: parsed.value } };
}

/** Why a file of this identity is not read. */
export function refusal(identity: Identity, path: string): Diagnostic {
  const start = { file: path, line: 1, column: 1 };
  if (identity === undefined) return diagnose("F2001", start);
  if (identity === "otm") return diagnose("F2002", start, { what: "an Open Threat Model file", advice: "Import it as `otm`." });
  if (identity === "threat-dragon") return diagnose("F2002", start, { what: "a Threat Dragon model", advice: "Import it as `threat-dragon`." });
  return diagnose("F2002", start, { what: identity.what, advice: identity.advice });
}

export function nothingRead(format: Format["id"], diagnostics: readonly Diagnostic[]): ReadResult {
  return { format, formatVersion: "unknown", losses: [], diagnostics, counts: {} };
}

/** Reports the part that a file cannot do without. */
export function reportMissing(intake: Intake, place: Place, part: string): void {
  const close = isMap(place.value) ? nearest(part, Object.keys(place.value)) : undefined;
  report(intake, "F2003", place.at, { part, ...(close === undefined ? {} : { nearest: close }) });
}

export function recognise({ value }: ForeignFile, format: OwnFormat): boolean | OtherFormat {
  const identity = identify(value);
  if (identity === format) return true;
  return typeof identity === "object" && identity.family === format ? { what: identity.what, advice: identity.advice } : false;
}
