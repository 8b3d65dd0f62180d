// Reads what a person types as the answer to a question: the value to write, or what is wrong with it. Titles do as well as ids.
import { nearest, type Model } from "@merlon/core";
import type { Characteristic, Library, Question } from "@merlon/schema";
import { termsFor } from "./known-answers.ts";

export type ReadAnswer = { readonly value: unknown } | { readonly wrong: string };

export interface Context {
  readonly model: Model;
  readonly library: Library;
}

/** Nobody knows. */
export const unknownValue = "unknown";

export function readAnswer(question: Question, text: string, context: Context): ReadAnswer {
  const typed = text.trim();
  if (typed === "") return { wrong: "Something has to stand here." };
  if (/^(?:unknown|\?|don'?t know|i don'?t know)$/i.test(typed)) return { value: unknownValue };
  const characteristic = context.library.characteristics.find(({ id }) => id === question.key);
  if (characteristic) return ofCharacteristic(characteristic, typed);
  return (ofField[question.key] ?? ((_, word) => ({ value: word })))(question, typed, context);
}

function ofCharacteristic(characteristic: Characteristic, typed: string): ReadAnswer {
  const values = characteristic.values ?? [];
  switch (characteristic.kind) {
    case "flag": return yesOrNo(typed) ?? oneOf(typed, ["yes", "no", "unknown"]);
    case "choice": return values.find(named(typed)) ? { value: values.find(named(typed))?.id } : yesOrNo(typed) ?? oneOf(typed, [...values.map(({ id }) => id), "yes", "no", "unknown"]);
    case "number": return number(typed, characteristic);
    case "set": return several(typed, (word) => {
      if (values.length === 0) return { value: word };
      const found = values.find(named(word));
      return found ? { value: found.id } : oneOf(word, values.map(({ id }) => id));
    });
  }
}

type Reader = (question: Question, typed: string, context: Context) => ReadAnswer;

const data: Reader = (_, typed, { model }) => several(typed, (word) => {
  const found = [...model.data.values()].find((one) => one.id === word || named(word)(one));
  return found ? { value: found.id } : oneOf(word, [...model.data.keys()]);
});

/** One word of a catalogue; one that nobody knows will do too, unless it is a slip of one that is known. */
const term: Reader = (question, typed, context) => {
  const terms = termsFor(question, context);
  const found = terms.find(named(typed)) ?? terms.find(({ also }) => also?.some((word) => word.toLowerCase() === typed.toLowerCase()));
  if (found) return { value: found.id };
  const close = closest(typed, terms.map(({ id }) => id));
  if (close !== undefined) return { wrong: `There is no \`${typed}\`; did you mean \`${close}\`?` };
  return /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*$/.test(typed) ? { value: typed } : { wrong: `\`${typed}\` is no word of the catalogue, such as ${terms[0]?.id ?? "other"}.` };
};

const listed: Reader = (question, typed) => {
  const found = question.answers.find(({ value, title }) => value === typed.toLowerCase() || title.toLowerCase() === typed.toLowerCase());
  return found ? { value: found.value } : oneOf(typed, question.answers.map(({ value }) => value));
};

const ofField: Readonly<Record<string, Reader>> = {
  type: term, protocol: term, kind: term,
  technology: (question, typed, context) => several(typed, (word) => term(question, word, context)),
  carries: data, response: data, holds: data, handles: data,
  trust: listed, actor: listed, in: listed, identifiability: listed, "legal-basis": listed, lifetime: listed, rotation: listed,
  personal: (_, typed) => yesOrNo(typed) ?? oneOf(typed, ["yes", "no", "unknown"]),
  port: (_, typed) => number(typed, { minimum: 0, maximum: 65535 }),
  "subjects-count": (_, typed) => number(typed, { minimum: 0 }),
  levels, opens,
};

/** `confidentiality: secret, integrity: high`; a level alone where only one scale has it. */
function levels(_: Question, typed: string, { model }: Context): ReadAnswer {
  const scales = [...model.scales.values()].filter(({ protects }) => protects !== undefined);
  const found: Record<string, string> = {};
  for (const part of parts(typed)) {
    const [, scaleId, level = part] = /^([^:=]+?)\s*[:=]\s*(.+)$/.exec(part) ?? [];
    const fitting = scales.filter(({ id, levels: steps }) => (scaleId === undefined || id === scaleId) && steps.includes(level));
    const [scale] = fitting;
    if (fitting.length > 1) return { wrong: `Several scales have a level \`${level}\`: say which, as in \`${scale?.id ?? ""}: ${level}\`.` };
    if (!scale) return oneOf(part, scales.flatMap(({ id, levels: steps }) => steps.map((step) => `${id}: ${step}`)));
    found[scale.id] = level;
  }
  return { value: found };
}

export const privileges = ["read", "invoke", "write", "deploy", "administer"];

/** `orders: write, web: invoke`. */
function opens(_: Question, typed: string, { model }: Context): ReadAnswer {
  if (isNone(typed)) return { value: [] };
  const doors: { readonly at: string; readonly as: string }[] = [];
  for (const part of parts(typed)) {
    const [, at = part, as = ""] = /^(\S+?)\s*(?:[:=]|\s)\s*(\w+)$/.exec(part) ?? [];
    if (!model.elements.has(at)) return oneOf(at, [...model.elements.keys()]);
    if (!privileges.includes(as)) return { wrong: `What does it open ${at} for? Write \`${at}: ${privileges.join("|")}\`.` };
    doors.push({ at, as });
  }
  return { value: doors };
}

function yesOrNo(typed: string): ReadAnswer | undefined {
  if (/^(?:yes|y|true)$/i.test(typed)) return { value: "yes" };
  return /^(?:no|n|false)$/i.test(typed) ? { value: "no" } : undefined;
}

function number(typed: string, { minimum = -Infinity, maximum = Infinity }: { readonly minimum?: number; readonly maximum?: number }): ReadAnswer {
  const value = Number(typed);
  if (Number.isFinite(value) && value >= minimum && value <= maximum) return { value };
  return { wrong: `That is a number${minimum > -Infinity ? ` of at least ${minimum}` : ""}${maximum < Infinity ? `${minimum > -Infinity ? " and" : " of"} at most ${maximum}` : ""}.` };
}

function several(typed: string, read: (word: string) => ReadAnswer): ReadAnswer {
  if (isNone(typed)) return { value: [] };
  const values: unknown[] = [];
  for (const word of parts(typed)) {
    const one = read(word);
    if ("wrong" in one) return one;
    if (!values.includes(one.value)) values.push(one.value);
  }
  return { value: values };
}

function parts(typed: string): readonly string[] {
  return typed.replace(/^\[|\]$/g, "").split(",").map((part) => part.trim()).filter((part) => part !== "");
}

function isNone(typed: string): boolean {
  return /^(?:none|no|nothing|\[\s*\])$/i.test(typed);
}

function named(typed: string): (one: { readonly id: string; readonly title: string }) => boolean {
  const word = typed.toLowerCase();
  return ({ id, title }) => id === word || title.toLowerCase() === word;
}

function oneOf(typed: string, known: readonly string[]): ReadAnswer {
  const close = closest(typed, known);
  if (close !== undefined) return { wrong: `There is no \`${typed}\`; did you mean \`${close}\`?` };
  return { wrong: known.length === 0 ? `There is no \`${typed}\`.` : `There is no \`${typed}\`; there ${known.length === 1 ? "is" : "are"} ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}.` };
}

/** People hardly ever mistype the first letter. */
function closest(typed: string, known: readonly string[]): string | undefined {
  return nearest(typed, known.filter((word) => word.startsWith(typed.charAt(0).toLowerCase()))) ?? nearest(typed, known);
}
