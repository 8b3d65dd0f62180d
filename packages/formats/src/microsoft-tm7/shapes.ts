// Walks the surfaces of a model and gives everything drawn there its kind, its name, its place and a key of its own.
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { report } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { Point, Rect } from "../geometry.ts";
import { groupBy } from "../ids/group-by.ts";
import { itemsUnder, textPlace } from "../xml/xml-value.ts";
import { nameOf, readProperties, textOf } from "./properties.ts";
import type { Property } from "./properties.ts";

export type ShapeKind = "process" | "external" | "store" | "flow" | "box" | "line" | "note";

export interface Surface {
  readonly place: Place;
  readonly guid: string;
  readonly title: string;
}

/** A line as drawn, from its source through its handle to its target. */
export interface DrawnLine {
  readonly from: Point;
  readonly to: Point;
  readonly handle: Point | undefined;
}

export interface Shape {
  readonly place: Place;
  readonly surface: Surface;
  readonly kind: ShapeKind;
  readonly id: string;
  /** Unique within the file. */
  readonly key: string;
  /** Foreign ids it may have been imported under before, the most exact first. */
  readonly sources: readonly string[];
  /** The stencil, and the generic one that it says it is a kind of. */
  readonly stencil: string;
  readonly generic: string;
  /** One line; empty when it has none. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly rect: Rect | undefined;
  readonly line: DrawnLine | undefined;
  readonly source: string;
  readonly target: string;
}

const kinds: Readonly<Record<string, ShapeKind>> = {
  StencilEllipse: "process", StencilRectangle: "external", StencilParallelLines: "store", BorderBoundary: "box", Connector: "flow", LineBoundary: "line",
};

export const kindWords: Readonly<Record<ShapeKind, string>> = {
  process: "process", external: "external", store: "store", flow: "flow", box: "boundary", line: "boundary line", note: "text note",
};

export function readSurfaces(intake: Intake, root: Place): readonly Surface[] {
  return itemsUnder(under(root, "DrawingSurfaceList"), "DrawingSurfaceModel").map((place, index) => {
    for (const key of ["GenericTypeId", "TypeId", "Zoom"]) settleAs(intake.account, "layout", under(place, key).at);
    settleAs(intake.account, "carried", under(place, "Guid").at);
    const name = nameOf(intake, readProperties(intake, place));
    const header = textPlace(place, "Header");
    settleAs(intake.account, "carried", header.at);
    return { place, guid: textOf(textPlace(place, "Guid")) || `surface-${index}`, title: name || textOf(header) };
  });
}

export function readShapes(intake: Intake, surfaces: readonly Surface[]): readonly Shape[] {
  const found = surfaces.flatMap((surface) => ["Borders", "Lines"].flatMap((part) => itemsUnder(under(surface.place, part), "KeyValueOfguidanyType"))
    .flatMap((entry) => readShape(intake, surface, entry) ?? []));
  const alone = [...groupBy(found, ({ surface, id }) => `${surface.guid} ${id}`).values()].flatMap((same) => firstOf(intake, same));
  const byId = groupBy(alone, ({ id }) => id);
  return alone.map((shape) => ((byId.get(shape.id)?.length ?? 0) > 1 ? onSeveralSurfaces(shape) : shape));
}

function readShape(intake: Intake, surface: Surface, entry: Place): Shape | undefined {
  const place = under(entry, "Value");
  const word = textOf(under(place, "@type"));
  const generic = textOf(textPlace(place, "GenericTypeId"));
  const kind = generic === "GE.A" ? "note" : kinds[word];
  if (!isMap(place.value) || kind === undefined) {
    report(intake, "F2009", entry.at, { shape: excerpt(word || "nothing") });
    lose(intake.account, { kind: "dropped", at: entry.at, what: `a shape of the kind ${excerpt(word || "nothing")}`, why: "Nothing is known about it." });
    return undefined;
  }
  for (const key of ["Guid", "GenericTypeId", "TypeId", "SourceGuid", "TargetGuid", "@type"]) settleAs(intake.account, "carried", under(place, key).at);
  settleAs(intake.account, "carried", under(entry, "Key").at);
  const properties = readProperties(intake, place);
  const id = textOf(textPlace(place, "Guid")) || textOf(textPlace(entry, "Key"));
  return {
    place, surface, kind, id, key: id, sources: [id], generic, stencil: textOf(textPlace(place, "TypeId")) || generic, name: nameOf(intake, properties), properties,
    rect: rectOf(place), line: lineOf(place), source: textOf(textPlace(place, "SourceGuid")), target: textOf(textPlace(place, "TargetGuid")),
  };
}

function firstOf(intake: Intake, same: readonly Shape[]): readonly Shape[] {
  const [first, ...others] = same;
  for (const shape of others) {
    report(intake, "F2006", shape.place.at, { id: shape.id, what: `shapes of the surface "${excerpt(shape.surface.title)}"` });
    lose(intake.account, { kind: "dropped", at: shape.place.at, what: describe(shape), why: `Another shape of the surface has its id, ${excerpt(shape.id)}.` });
  }
  return first === undefined ? [] : [first];
}

/** A copied surface keeps the ids of its shapes, so the surface must tell them apart. */
function onSeveralSurfaces(shape: Shape): Shape {
  const key = `${shape.surface.guid}/${shape.id}`;
  return { ...shape, key, sources: [key, shape.id] };
}

function numberIn(place: Place, key: string): number | undefined {
  const text = textOf(textPlace(place, key));
  const value = Number(text);
  return text === "" || !Number.isFinite(value) ? undefined : value;
}

function rectOf(place: Place): Rect | undefined {
  const [x, y, width, height] = [numberIn(place, "Left"), numberIn(place, "Top"), numberIn(place, "Width"), numberIn(place, "Height")];
  return x === undefined || y === undefined || width === undefined || height === undefined ? undefined : { x, y, width, height };
}

function lineOf(place: Place): DrawnLine | undefined {
  const pointAt = (word: string): Point | undefined => {
    const [x, y] = [numberIn(place, `${word}X`), numberIn(place, `${word}Y`)];
    return x === undefined || y === undefined ? undefined : { x, y };
  };
  const from = pointAt("Source");
  const to = pointAt("Target");
  return from === undefined || to === undefined ? undefined : { from, to, handle: pointAt("Handle") };
}

/** `process "Browser"`, for reports. */
export function describe(shape: Shape): string {
  return shape.name === "" ? `${kindWords[shape.kind]} without a name` : `${kindWords[shape.kind]} "${excerpt(shape.name)}"`;
}

export function isElement(kind: ShapeKind): kind is "process" | "external" | "store" {
  return kind === "process" || kind === "external" || kind === "store";
}
