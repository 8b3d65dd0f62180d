// An XML element as maps, lists and texts, so that a reader can point at every value and account for it. Repeated children become a list; `#text` and `@name` stand for the text and the attributes of an element that has both.
import { positionIndex } from "@merlon/core";
import type { Intake } from "../foreign/intake.ts";
import { openIntakeAt } from "../foreign/intake.ts";
import { isBlank, isMap, stepsOf, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { XmlElement } from "./xml-element.ts";

const instance = "http://www.w3.org/2001/XMLSchema-instance";
const serialization = "http://schemas.microsoft.com/2003/10/Serialization/";

/** Elements of these names are left out, with all that is in them. */
function xmlValue(element: XmlElement, without: readonly string[], positions: Map<unknown, number>): unknown {
  if (element.attributes.some(({ name, namespace, value }) => namespace === instance && name === "nil" && value === "true")) return null;
  const attributes = element.attributes.filter(({ namespace, name }) => namespace !== serialization && !(namespace === instance && name === "nil"));
  if (attributes.length === 0 && element.children.length === 0) return element.text;
  const value: Record<string, unknown> = {};
  for (const { name, value: said } of attributes) value[`@${name}`] = said.slice(said.indexOf(":") + 1);
  for (const child of element.children) if (!without.includes(child.name)) put(value, child.name, xmlValue(child, without, positions));
  if (element.text.trim() !== "") value["#text"] = element.text;
  positions.set(value, element.offset);
  return value;
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  const there = into[name];
  if (!Object.hasOwn(into, name)) Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true });
  else if (Array.isArray(there)) there.push(value);
  else into[name] = [there, value];
}

/** An intake whose places are told by the tags of the file. */
export function xmlIntake(file: string, text: string, root: XmlElement, without: readonly string[]): { readonly intake: Intake; readonly root: Place } {
  const positions = new Map<unknown, number>();
  const value = xmlValue(root, without, positions);
  const positionAt = positionIndex({ path: file, text });
  const intake = openIntakeAt(file, (at) => {
    let place: Place = { at: "", value };
    let offset = root.offset;
    for (const step of stepsOf(at, value)) {
      place = under(place, step);
      offset = positions.get(place.value) ?? offset;
    }
    return positionAt(offset);
  });
  return { intake, root: { at: "", value } };
}

/** The children of one name, whether one or many. */
export function itemsUnder(place: Place, key: string): readonly Place[] {
  const found = under(place, key);
  if (Array.isArray(found.value)) return found.value.map((_, index) => under(found, index));
  return isBlank(found.value) ? [] : [found];
}

/** The text of an element, whether it has attributes or not. */
export function textPlace(place: Place, key: string): Place {
  const found = under(place, key);
  return isMap(found.value) ? under(found, "#text") : found;
}
