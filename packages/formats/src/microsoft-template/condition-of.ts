// An expression of a template as a condition of a rule. What can never be so in the Microsoft tool, such as being a `ROOT`, is worked out at once.
import type { Condition } from "@merlon/schema";
import type { Expression, Role } from "./expression.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A condition, or what it always is. */
export type Folded = Condition | boolean;

export function conditionOf(expression: Expression, words: Vocabulary): Folded {
  switch (expression.kind) {
    case "all": return junction("all", expression.parts.map((part) => conditionOf(part, words)));
    case "any": return junction("any", expression.parts.map((part) => conditionOf(part, words)));
    case "not": return negation(conditionOf(expression.part, words));
    case "type": return memberTest(`${expression.role}.${stencilKey(expression.role, words)}`, words.stencils.get(expression.type));
    case "crosses": return memberTest(`flow.${words.keys.crosses}`, words.stencils.get(expression.type));
    case "attribute": {
      const attribute = words.attribute(expression.role === "flow" ? "flow" : "element", expression.attribute);
      return attribute === undefined ? false : memberTest(`${expression.role}.${attribute.key}`, attribute.values.get(expression.value));
    }
  }
}

function stencilKey(role: Role, words: Vocabulary): string {
  return role === "flow" ? words.keys.flowStencil : words.keys.stencil;
}

/** A word that the template does not have is nowhere. */
function memberTest(fact: string, word: string | undefined): Folded {
  return word === undefined ? false : { fact, is: word };
}

export function junction(kind: "all" | "any", parts: readonly Folded[]): Folded {
  const deciding = kind === "any";
  if (parts.includes(deciding)) return deciding;
  const open = parts.filter((part): part is Condition => typeof part !== "boolean");
  const [first] = open;
  if (first === undefined) return !deciding;
  if (open.length === 1) return first;
  return kind === "all" ? { all: open } : { any: open };
}

function negation(part: Folded): Folded {
  return typeof part === "boolean" ? !part : { not: part };
}

/** About stencils and crossings only, which is what a rule applies to. */
export function isStructural(expression: Expression): boolean {
  switch (expression.kind) {
    case "all":
    case "any": return expression.parts.every(isStructural);
    case "not": return isStructural(expression.part);
    default: return expression.kind !== "attribute";
  }
}

export interface AskedAttribute {
  readonly at: "element" | "flow";
  readonly name: string;
  readonly value: string;
}

/** The attributes that an expression asks a role for, and the values it compares them with. */
export function attributesAsked(expression: Expression): readonly AskedAttribute[] {
  switch (expression.kind) {
    case "all":
    case "any": return expression.parts.flatMap(attributesAsked);
    case "not": return attributesAsked(expression.part);
    case "attribute": return [{ at: expression.role === "flow" ? "flow" : "element", name: expression.attribute, value: expression.value }];
    default: return [];
  }
}
