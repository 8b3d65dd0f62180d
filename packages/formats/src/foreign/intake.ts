// One import under way: the parsed file, the account of its values, and the problems found. Readers take values through the functions here, so that what they take is on the account.
import { whereIs } from "@merlon/core";
import type { ParsedFile } from "@merlon/core";
import type { Diagnostic, Where } from "@merlon/schema";
import type { CodeId } from "../codes.ts";
import { diagnose } from "../diagnose.ts";
import { lose, openAccount, settleAs } from "./account.ts";
import type { Account } from "./account.ts";
import { excerpt, oneLine } from "./excerpt.ts";
import { isBlank, isMap, lastKey, stepsOf, under } from "./place.ts";
import type { Place } from "./place.ts";

export interface Intake {
  readonly file: string;
  readonly positionOf: (at: string) => Position;
  readonly account: Account;
  readonly diagnostics: Diagnostic[];
}

/** The line and column of the value that a pointer leads to, both from 1. */
type Position = Pick<Where, "line" | "column">;

export function openIntake(parsed: ParsedFile, file: string): Intake {
  return openIntakeAt(file, (at) => whereIs(parsed, stepsOf(at, parsed.value)));
}

export function openIntakeAt(file: string, positionOf: (at: string) => Position): Intake {
  return { file, positionOf, account: openAccount(), diagnostics: [] };
}

function whereOf(intake: Intake, at: string): Where {
  const { line, column } = intake.positionOf(at);
  return { file: intake.file, line, column, ...(at === "" ? {} : { path: at }) };
}

export function report(intake: Intake, code: CodeId, at: string, data: Readonly<Record<string, string | number>> = {}): void {
  intake.diagnostics.push(diagnose(code, whereOf(intake, at), data));
}

export function takeText(intake: Intake, place: Place, key: string | number): string | undefined {
  const found = under(place, key);
  if (isBlank(found.value)) return undefined;
  if (typeof found.value !== "string" && typeof found.value !== "number" && typeof found.value !== "boolean") return refuse(intake, found, "text");
  settleAs(intake.account, "carried", found.at);
  return String(found.value).trim();
}

/** Text on one line, for titles. */
export function takeLine(intake: Intake, place: Place, key: string | number): string | undefined {
  const text = takeText(intake, place, key);
  const line = text === undefined ? "" : oneLine(text);
  return line === "" ? undefined : line;
}

export function takeFlag(intake: Intake, place: Place, key: string | number): boolean | undefined {
  const found = under(place, key);
  if (isBlank(found.value)) return undefined;
  const value = found.value === "true" ? true : found.value === "false" ? false : found.value;
  if (typeof value !== "boolean") return refuse(intake, found, "true or false");
  settleAs(intake.account, "carried", found.at);
  return value;
}

export function takeNumber(intake: Intake, place: Place, key: string | number): number | undefined {
  const found = under(place, key);
  if (isBlank(found.value)) return undefined;
  const value = typeof found.value === "string" ? Number(found.value) : found.value;
  if (typeof value !== "number" || !Number.isFinite(value)) return refuse(intake, found, "a number");
  settleAs(intake.account, "carried", found.at);
  return value;
}

export function takeMap(intake: Intake, place: Place, key: string | number): Place | undefined {
  const found = under(place, key);
  if (isBlank(found.value)) return undefined;
  return isMap(found.value) ? found : refuse(intake, found, "a map");
}

export function takeList(intake: Intake, place: Place, key: string | number): readonly Place[] {
  const found = under(place, key);
  if (isBlank(found.value)) return [];
  if (!Array.isArray(found.value)) return refuse(intake, found, "a list") ?? [];
  return found.value.map((_, index) => under(found, index));
}

/** The maps of a list; anything else in it is refused. */
export function takeMaps(intake: Intake, place: Place, key: string | number): readonly Place[] {
  return takeList(intake, place, key).filter((item) => isMap(item.value) || (refuse(intake, item, "a map"), false));
}

export function takeTexts(intake: Intake, place: Place, key: string | number): readonly string[] {
  const list = under(place, key);
  return takeList(intake, place, key).flatMap((_, index) => takeText(intake, list, index) ?? []);
}

function refuse(intake: Intake, place: Place, expected: string): undefined {
  const key = place.at === "" ? "the file" : lastKey(place.at);
  report(intake, "F2004", place.at, { key, expected, found: kindOf(place.value) });
  lose(intake.account, { kind: "dropped", at: place.at, what: `\`${key}\`: ${excerpt(place.value)}`, why: `It should be ${expected}.` });
  return undefined;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isMap(value)) return "a map";
  return typeof value === "string" ? "text" : `${String(value)}`;
}
