// Writes SVG as text: every property and text is escaped here and nowhere else.

import { escapeHtml } from "../../escape/html.ts";

export type Properties = Readonly<Record<string, string | number | undefined>>;

/** A finished piece of SVG. Made only by `tag`, `textTag` and `group`, so that nothing gets in unescaped. */
export interface Svg {
  readonly markup: string;
}

export function tag(name: string, properties: Properties, ...children: readonly Svg[]): Svg {
  const inner = children.map((child) => child.markup).join("");
  const open = `<${name}${propertyText(properties)}`;
  return { markup: inner === "" ? `${open}/>` : `${open}>${inner}</${name}>` };
}

export function textTag(name: string, properties: Properties, text: string): Svg {
  return { markup: `<${name}${propertyText(properties)}>${escapeHtml(text)}</${name}>` };
}

/** Children on lines of their own, so that a change of the model is a small change of the file. */
export function group(properties: Properties, ...children: readonly Svg[]): Svg {
  return { markup: `<g${propertyText(properties)}>\n${children.map((child) => `${child.markup}\n`).join("")}</g>` };
}

function propertyText(properties: Properties): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? number(value) : escapeHtml(`${value}`)}"`)
    .join("");
}

/** A position in the data of a path. */
export function xy(x: number, y: number): string {
  return `${number(x)} ${number(y)}`;
}

/** At most one decimal: finer steps cannot be seen and only make files large. */
export function number(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return `${rounded === 0 ? 0 : rounded}`;
}
