// A template made ready: its words, and its threat types with their expressions parsed. Those that cannot be understood are set apart.
import { parseExpression } from "./expression.ts";
import type { Expression } from "./expression.ts";
import type { KnowledgeBase, Stencil, StencilAttribute, ThreatType } from "./knowledge-base.ts";
import { attributesAsked } from "./condition-of.ts";
import type { AskedAttribute } from "./condition-of.ts";
import { vocabularyOf } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface ReadyType {
  readonly type: ThreatType;
  readonly include: Expression;
  readonly exclude: Expression | undefined;
}

export interface Misunderstood {
  readonly id: string;
  readonly part: "Include" | "Exclude";
  readonly why: string;
}

export interface Template {
  readonly base: KnowledgeBase;
  readonly words: Vocabulary;
  readonly stencils: ReadonlyMap<string, Stencil>;
  readonly ready: readonly ReadyType[];
  readonly misunderstood: readonly Misunderstood[];
  /** Threat types that nothing generates: people enter their threats by hand. */
  readonly unconditioned: readonly ThreatType[];
  /** Attributes that some expression asks for, as `element name` or `flow name`. */
  readonly asked: ReadonlySet<string>;
}

export function prepareTemplate(given: KnowledgeBase): Template {
  const ready: ReadyType[] = [];
  const misunderstood: Misunderstood[] = [];
  const unconditioned = given.threatTypes.filter(({ include }) => include === "");
  for (const type of given.threatTypes.filter(({ include }) => include !== "")) {
    const include = parseExpression(type.include);
    const exclude = type.exclude === "" ? undefined : parseExpression(type.exclude);
    if ("problem" in include) misunderstood.push({ id: type.id, part: "Include", why: include.problem });
    else if (exclude !== undefined && "problem" in exclude) misunderstood.push({ id: type.id, part: "Exclude", why: exclude.problem });
    else ready.push({ type, include: include.expression, exclude: exclude?.expression });
  }
  const asks = ready.flatMap(({ include, exclude }) => [include, ...(exclude === undefined ? [] : [exclude])].flatMap(attributesAsked));
  const base = { ...given, attributes: withAsked(given.attributes, asks) };
  const asked = new Set(asks.map(({ at, name }) => `${at} ${name}`));
  const stencils = new Map(base.stencils.map((stencil) => [stencil.id, stencil]));
  return { base, words: vocabularyOf(base), stencils, ready, misunderstood, unconditioned, asked };
}

/** Models may have values, and even attributes, that the template compares with but does not list. */
function withAsked(listed: readonly StencilAttribute[], asks: readonly AskedAttribute[]): readonly StencilAttribute[] {
  const all = new Map(listed.map((one) => [`${one.at} ${one.name}`, { ...one, values: new Set(one.values) }]));
  for (const { at, name, value } of asks) {
    const known = all.get(`${at} ${name}`) ?? { at, name, title: name, values: new Set() };
    all.set(`${at} ${name}`, known);
    known.values.add(value);
  }
  return [...all.values()].map((one) => ({ ...one, values: [...one.values] }));
}
