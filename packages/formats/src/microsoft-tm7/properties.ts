// The attributes of a stencil as the file lists them: what each is called, and what is chosen or typed.
import { settleAs } from "../foreign/account.ts";
import { oneLine } from "../foreign/excerpt.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { itemsUnder, textPlace } from "../xml/xml-value.ts";

export interface Property {
  readonly place: Place;
  readonly kind: "heading" | "text" | "flag" | "list";
  /** What expressions call it; empty for names and headings. */
  readonly name: string;
  readonly title: string;
  /** The chosen value, or the text; empty when there is none. */
  readonly value: string;
}

/** Attributes of every template that the tool itself knows, by the names it gives them; hand-made files only have the titles. */
const own = {
  "out-of-scope": { name: "71f3d9aa-b8ef-4e54-8126-607a1d903103", title: "Out Of Scope" },
  "scope-reason": { name: "752473b6-52d4-4776-9a24-202153f7d579", title: "Reason For Out Of Scope" },
  order: { name: "15ccd509-98eb-49ad-b9c2-b4a2926d1780", title: "Dataflow Order" },
} as const;

export function isOwn({ name, title }: Property, which: keyof typeof own): boolean {
  return name === own[which].name || (name === "" && title === own[which].title);
}

/** Whether a shape is marked as out of scope. */
export function isOutOfScope(properties: readonly Property[]): boolean {
  return properties.some((property) => isOwn(property, "out-of-scope") && property.value.toLowerCase() === "true");
}

/** What the person called it. */
export function isTitle({ kind, name, title }: Property): boolean {
  return kind === "text" && title === "Name" && (name === "" || name === "Name");
}

export function readProperties(intake: Intake, shape: Place): readonly Property[] {
  return itemsUnder(under(shape, "Properties"), "anyType").map((place) => {
    const property = readProperty(place);
    if (property.kind === "heading") settleAs(intake.account, "computed", place.at);
    return property;
  });
}

function readProperty(place: Place): Property {
  const type = textOf(under(place, "@type"));
  const kind = type.startsWith("Header") ? "heading" : type.startsWith("Boolean") ? "flag" : /List/.test(type) ? "list" : "text";
  return { place, kind, name: textOf(textPlace(place, "Name")), title: textOf(textPlace(place, "DisplayName")), value: kind === "list" ? chosen(place) : textOf(textPlace(place, "Value")) };
}

function chosen(place: Place): string {
  const options = itemsUnder(under(place, "Value"), "string");
  const index = Number(textOf(textPlace(place, "SelectedIndex")));
  const option = options[Number.isInteger(index) ? index : -1];
  return option === undefined ? "" : textOf(option);
}

export function textOf(place: Place): string {
  return typeof place.value === "string" ? place.value.trim() : "";
}

/** The first text without a name is what the person called it. */
export function nameOf(intake: Intake, properties: readonly Property[]): string {
  const named = properties.find(isTitle) ?? properties.find(({ kind, name }) => kind === "text" && name === "");
  if (named === undefined) return "";
  settleAs(intake.account, "carried", named.place.at);
  return oneLine(named.value);
}
