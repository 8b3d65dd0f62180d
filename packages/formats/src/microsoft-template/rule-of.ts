// A threat type as a rule. The conditions mean exactly what the template says; of the words, the six parts of a threat are filled in from a title and a description.
import type { Condition, RuleFile, StrideLetter } from "@merlon/schema";
import { threatCategory } from "../threat-category.ts";
import { conditionOf, isStructural, junction } from "./condition-of.ts";
import type { Folded } from "./condition-of.ts";
import type { Expression } from "./expression.ts";
import type { ThreatType } from "./knowledge-base.ts";
import { plainLine, plainText } from "./plain-text.ts";
import type { ReadyType, Template } from "./template.ts";

/** undefined: it can never be. */
export function ruleOf({ type, include, exclude }: ReadyType, { words }: Template): RuleFile | undefined {
  const when = conditionOf(include, words);
  const unless = exclude === undefined ? false : conditionOf(exclude, words);
  if (when === false || unless === true) return undefined;
  const letter = threatCategory(type.category)?.stride;
  return {
    id: words.ruleId(type.id), revision: 1, status: "stable", title: headline(plainLine(type.title)) || type.id, scope: "flow",
    ...asConditions(include, (part) => conditionOf(part, words), `Include: ${type.include}`),
    ...(unless === false ? {} : { unless: because(unless, `Exclude: ${type.exclude}`) }),
    threat: threatOf(type, letter),
    stride: letter === undefined ? [] : [letter],
    why: named(plainText(type.description)) || "The template gives no description.",
    fix: [{ advice: named(plainText(type.columns["PossibleMitigations"] ?? "")) || "The template names no mitigation." }],
    "false-positives": [],
  };
}

/** What is about stencils and crossings says what the rule applies to; the rest is what makes the threat possible. */
function asConditions(include: Expression, convert: (part: Expression) => Folded, why: string): { readonly applies?: Condition; readonly when: Condition } {
  const parts = include.kind === "all" ? include.parts : [include];
  const applies = junction("all", parts.filter(isStructural).map(convert));
  const when = junction("all", parts.filter((part) => !isStructural(part)).map(convert));
  if (typeof when === "boolean") return { when: because(typeof applies === "boolean" ? always : applies, why) };
  return { ...(typeof applies === "boolean" ? {} : { applies }), when: because(when, why) };
}

/** The template's own words for it, so that the two can be held against each other. */
function because(condition: Condition, why: string): Condition {
  return { ...condition, because: why.replace(/\s+/g, " ").trim() };
}

/** An expression that no interaction fails. */
const always: Condition = { fact: "source.kind", in: ["process", "store", "external"] };

const suffering: Readonly<Record<StrideLetter, string>> = {
  S: "authenticity", T: "integrity", R: "accountability", I: "confidentiality", D: "availability", E: "access control",
};

/** What unknown things count as: without a letter nothing says what is threatened. */
const unknownImpact = 2;

/** What comes of it where the template says no more than a title. */
const outcome: Readonly<Record<StrideLetter, string>> = {
  S: "somebody being taken for somebody else", T: "something being changed that nobody meant to change", R: "an action that nobody can prove",
  I: "something being known to those whom it does not concern", D: "something not being there when it is needed", E: "rights that nobody meant to give",
};

function threatOf(type: ThreatType, letter: StrideLetter | undefined): RuleFile["threat"] {
  const title = filled(plainLine(type.title)) || type.id;
  const description = filled(plainLine(type.description)).replace(/\.$/, "");
  const isRepeated = letters(description) === letters(title);
  return {
    source: "An attacker", prerequisite: "a way to {source}, {flow} or {target}", action: `bring about "${title}"`,
    consequence: description === "" || isRepeated ? outcomeOf(type, letter) : `what the template describes as "${description}"`,
    goal: letter === undefined ? "security" : suffering[letter], harmed: "{target}", ease: 0,
    ...(letter === undefined ? { impact: unknownImpact } : {}),
  };
}

function outcomeOf({ category }: ThreatType, letter: StrideLetter | undefined): string {
  if (letter !== undefined) return outcome[letter];
  const said = filled(plainLine(category));
  return said === "" ? "what its title says" : `what the template calls "${said}"`;
}

/** For telling whether two texts say the same. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const placeholder = /\{\s*(source|target|flow)\s*\.\s*name\s*\}/gi;
const articled = new RegExp(`(?<!['"])(?:\\b(?:the|an?)\\s+)?${placeholder.source}`, "gi");

/** A name right after what it is the name of, as in `Data Flow {flow.Name}`. */
const apposed = new RegExp(`\\b(flow|store|entity|process)\\s+${placeholder.source}`, "gi");
const mismatched = new RegExp(`\\b(a)n\\s+(?=${placeholder.source})`, "gi");

/** `{source.Name}` to `{source}`; other braces would be taken for roles. */
function filled(text: string): string {
  return text.split(placeholder).map((piece, at) => (at % 2 === 1 ? `{${piece.toLowerCase()}}` : piece.replaceAll("{", "(").replaceAll("}", ")"))).join("");
}

/** A title is the same for all threats of a rule: it says which role it is about and, unlike a sentence, needs no article. */
function headline(text: string): string {
  return capital(roled(text.replace(apposed, "$1").replace(mismatched, "$1 ")));
}

/** For sentences that say the same of every threat. */
function named(text: string): string {
  return capital(roled(text.replace(articled, (_, role: string) => `the ${role.toLowerCase()}`)));
}

function roled(text: string): string {
  return text.replace(placeholder, (_, role: string) => role.toLowerCase());
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
