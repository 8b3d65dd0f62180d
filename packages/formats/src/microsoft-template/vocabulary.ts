// What the words of a template are called in the pack that comes of it: a documented function of the template, so that model and pack agree and a second import gives the same.
import { shortId } from "../ids/short-id.ts";
import { joinIds, slug } from "../ids/slug.ts";
import { groupBy } from "../ids/group-by.ts";
import type { KnowledgeBase, Stencil, StencilAttribute } from "./knowledge-base.ts";

export interface AttributeWords {
  /** The characteristic. */
  readonly key: string;
  /** The member of the set for each value of the template. */
  readonly values: ReadonlyMap<string, string>;
}

export interface Vocabulary {
  readonly pack: string;
  /** The characteristics that say which stencil something is, and which boundaries a flow's line meets. */
  readonly keys: { readonly stencil: string; readonly flowStencil: string; readonly crosses: string };
  /** A dotted word for each stencil id, under that of its parent. */
  readonly stencils: ReadonlyMap<string, string>;
  readonly attribute: (at: StencilAttribute["at"], name: string) => AttributeWords | undefined;
  readonly ruleId: (threatType: string) => string;
}

export function vocabularyOf(base: KnowledgeBase): Vocabulary {
  const pack = joinIds("tmt", slug(base.name) || "template");
  const keys = { stencil: `${pack}.stencil`, flowStencil: `${pack}.flow-stencil`, crosses: `${pack}.crosses` };
  const titles = namesFor(base.attributes, (one) => slug(one.title) || "attribute", (one) => `${one.name} ${one.at}`, ["stencil", "flow-stencil", "crosses"]);
  const attributes = new Map(base.attributes.map((one) => [`${one.at} ${one.name}`, { key: `${pack}.${titles.get(one) ?? ""}`, values: valuesOf(one) }]));
  const rules = namesFor([...new Set(base.threatTypes.map(({ id }) => id))], (id) => shortName(id), (id) => id);
  return {
    pack, keys, stencils: stencilWords(base.stencils),
    attribute: (at, name) => attributes.get(`${at} ${name}`),
    ruleId: (id) => `${pack}.${rules.get(id) ?? shortName(id)}`,
  };
}

function valuesOf({ values }: StencilAttribute): ReadonlyMap<string, string> {
  return namesFor(values, (value) => slug(value) || "value", (value) => value);
}

/** Of ids as they are given, or the first digits of a longer one. */
function shortName(id: string): string {
  return /^[0-9a-f]{8}-/i.test(id) ? shortId(id) : slug(id) || shortId(id);
}

/** Each its wish; those that wish for the same, or for a name that is reserved, with a mark of what tells them apart. */
function namesFor<T>(items: readonly T[], wish: (item: T) => string, mark: (item: T) => string, reserved: readonly string[] = []): ReadonlyMap<T, string> {
  const names = new Map<T, string>();
  for (const [name, same] of groupBy(items, wish)) {
    const plain = same.length === 1 && !reserved.includes(name);
    for (const item of same) names.set(item, plain ? name : joinIds(name, shortId(mark(item))));
  }
  return names;
}

function stencilWords(stencils: readonly Stencil[]): ReadonlyMap<string, string> {
  const byId = new Map(stencils.map((stencil) => [stencil.id, stencil]));
  const names = new Map<Stencil, string>();
  for (const siblings of groupBy(stencils, ({ parent }) => parent ?? "").values()) {
    for (const [stencil, name] of namesFor(siblings, ({ name }) => slug(name) || "stencil", ({ id }) => id)) names.set(stencil, name);
  }
  return new Map(stencils.map((stencil) => [stencil.id, ancestry(stencil, byId).map((one) => names.get(one) ?? "").join(".")]));
}

/** From the outermost ancestor down to the stencil itself. */
export function ancestry(stencil: Stencil, byId: ReadonlyMap<string, Stencil>): readonly Stencil[] {
  const line: Stencil[] = [];
  for (let at: Stencil | undefined = stencil; at !== undefined && !line.includes(at); at = byId.get(at.parent ?? "")) line.unshift(at);
  return line;
}
