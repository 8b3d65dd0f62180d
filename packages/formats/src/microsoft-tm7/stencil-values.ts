// The template's view of a shape: its stencil and its attributes as characteristics of the pack, and as what the template's expressions ask.
import { loseEach, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import type { DraftObject } from "../document-draft.ts";
import { relevantAttributes } from "../microsoft-template/relevant-attributes.ts";
import { ancestry } from "../microsoft-template/vocabulary.ts";
import type { Template } from "../microsoft-template/template.ts";
import { keepProperties } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";
import { isOwn, isTitle } from "./properties.ts";
import type { Property } from "./properties.ts";
import { kindWords } from "./shapes.ts";
import type { Shape } from "./shapes.ts";

/** The stencil's id and those of all it is a kind of; empty when the template does not have it. */
export function stencilLine({ stencils }: Template, shape: Shape): readonly string[] {
  const own = stencils.get(shape.stencil) ?? stencils.get(shape.generic);
  return own === undefined ? [] : ancestry(own, stencils).map(({ id }) => id);
}

export function stencilName(template: Template | undefined, shape: Shape): string | undefined {
  return template?.stencils.get(shape.stencil)?.name;
}

/** What an expression may ask: attributes with a chosen value. */
export function chosenValues(shape: Shape): ReadonlyMap<string, string> {
  return new Map(shape.properties.filter(({ kind, name }) => kind === "list" && name !== "").map(({ name, value }) => [name, value]));
}

export interface ShapeValues {
  readonly characteristics: DraftObject;
  /** For `x-microsoft-tm7`. */
  readonly kept: DraftObject;
}

/** What the template's conditions could ask is stated, as the empty set where the shape does not have it: the Microsoft tool knows no unknown. */
export function shapeValues(work: Tm7Work, shape: Shape, at: "element" | "flow"): ShapeValues {
  const own = ownProperties(work, shape);
  const { template } = work;
  if (template === undefined) return { characteristics: {}, kept: { stencil: shape.stencil, ...keepProperties(work, own) } };
  const { words } = template;
  const line = stencilLine(template, shape);
  const known = { types: new Set(line), attributes: chosenValues(shape) };
  const open = relevantAttributes(template, known, at === "flow" ? ["flow"] : ["source", "target"]);
  const values = new Map<string, readonly string[]>([...open].flatMap((name) => words.attribute(at, name)?.key ?? []).map((key) => [key, []]));
  const word = words.stencils.get(line.at(-1) ?? "");
  values.set(at === "flow" ? words.keys.flowStencil : words.keys.stencil, word === undefined ? [] : [word]);
  if (!line.includes(shape.stencil)) reportStencil(work, shape, line);
  const unplaced = own.filter((property) => !place(work, template, at, property, values));
  return { characteristics: Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1))), kept: keepProperties(work, unplaced) };
}

/** What says something of its own about a shape. */
export function ownProperties(work: Tm7Work, { properties }: Shape): readonly Property[] {
  return properties.filter((property) => saysMore(work, property));
}

/** Neither a heading, nor its name, nor what says whether it is in scope; an order of 0 is no order. */
function saysMore(work: Tm7Work, property: Property): boolean {
  const isNoOrder = isOwn(property, "order") && property.value === "0";
  if (isNoOrder) settleAs(work.intake.account, "layout", property.place.at);
  return property.kind !== "heading" && !isNoOrder && !isTitle(property) && !isOwn(property, "out-of-scope") && !isOwn(property, "scope-reason");
}

/** Whether it has its place; a value that the template does not know is as good as none. */
function place(work: Tm7Work, { words }: Template, at: "element" | "flow", property: Property, values: Map<string, readonly string[]>): boolean {
  const attribute = property.kind === "list" ? words.attribute(at, property.name) : undefined;
  if (attribute === undefined) return false;
  const value = attribute.values.get(property.value);
  values.set(attribute.key, value === undefined ? [] : [value]);
  if (value === undefined) return false;
  settleAs(work.intake.account, "carried", property.place.at);
  return true;
}

function reportStencil(work: Tm7Work, shape: Shape, line: readonly string[]): void {
  const taken = line.at(-1);
  loseEach(work.intake.account, {
    kind: taken === undefined ? "dropped" : "guessed", at: `${shape.place.at}/TypeId`, what: `the stencil ${excerpt(shape.stencil)} of a ${kindWords[shape.kind]}`,
    why: taken === undefined ? "The template in the file does not have it, so no condition about stencils holds." : `The template in the file does not have it; ${excerpt(taken)}, which it is a kind of, is taken.`,
  });
}
