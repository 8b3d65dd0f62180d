// Walks the diagrams of a Threat Dragon model and gives every cell its kind, its name, its place on the canvas and a key of its own.
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { report, takeLine, takeMap, takeMaps } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { groupBy } from "../ids/group-by.ts";
import { slug } from "../ids/slug.ts";
import { cellName } from "./cell-name.ts";
import type { Rect } from "../geometry.ts";
import { shapeOf, shapeWords } from "./shapes.ts";
import type { Shape } from "./shapes.ts";

export interface Diagram {
  readonly place: Place;
  /** Tells it from the other diagrams of the file. */
  readonly key: string;
  readonly title: string;
}

export interface Cell {
  readonly place: Place;
  readonly data: Place;
  readonly diagram: Diagram;
  readonly shape: Shape;
  /** Unique within its diagram, except in broken files. */
  readonly id: string;
  /** Unique within the file. */
  readonly key: string;
  /** Foreign ids it may have been imported under before, the most exact first. */
  readonly sources: readonly string[];
  /** One line; empty when it has none. */
  readonly name: string;
  readonly rect: Rect | undefined;
}

export function readDiagrams(intake: Intake, detail: Place): readonly Diagram[] {
  const seen = new Set<string>();
  return takeMaps(intake, detail, "diagrams").map((place) => {
    const title = takeLine(intake, place, "title") ?? "";
    const id = takeLine(intake, place, "id") ?? slug(title);
    const key = seen.has(id) ? `${id}-${place.at.at(-1)}` : id;
    seen.add(key);
    return { place, key, title };
  });
}

export function readCells(intake: Intake, diagrams: readonly Diagram[]): readonly Cell[] {
  const found = diagrams.flatMap((diagram) => readDiagram(intake, diagram));
  const byId = groupBy(found, (cell) => cell.id);
  return found.map((cell) => ((byId.get(cell.id)?.length ?? 0) > 1 ? onSeveralDiagrams(cell) : cell));
}

function readDiagram(intake: Intake, diagram: Diagram): readonly Cell[] {
  const seen = new Set<string>();
  return takeMaps(intake, diagram.place, "cells").flatMap((place) => {
    const cell = readCell(intake, diagram, place);
    if (cell === undefined) return [];
    if (!seen.has(cell.id)) {
      seen.add(cell.id);
      return [cell];
    }
    report(intake, "F2006", place.at, { id: cell.id, what: `cells of the diagram "${excerpt(diagram.title)}"` });
    lose(intake.account, { kind: "dropped", at: place.at, what: describe(cell), why: `Another cell of the diagram has its id, ${excerpt(cell.id)}.` });
    return [];
  });
}

function readCell(intake: Intake, diagram: Diagram, place: Place): Cell | undefined {
  const data = takeMap(intake, place, "data") ?? { at: under(place, "data").at, value: {} };
  const shape = isMap(place.value) && isMap(data.value) ? shapeOf(place.value, data.value) : undefined;
  if (shape === undefined) {
    const word = excerpt(under(place, "shape").value ?? "nothing");
    report(intake, "F2009", place.at, { shape: word });
    lose(intake.account, { kind: "dropped", at: place.at, what: `a cell of the shape ${word}`, why: "Nothing is known about this shape." });
    return undefined;
  }
  const name = cellName(intake, place, data, shape);
  const id = takeLine(intake, place, "id") ?? `${shape}:${slug(name)}`;
  settleAs(intake.account, "carried", under(place, "shape").at);
  settleAs(intake.account, "carried", under(data, "type").at);
  return { place, data, diagram, shape, id, key: id, sources: [id], name, rect: rectOf(place) };
}

/** A copied diagram keeps the ids of its cells, so the diagram must tell them apart. */
function onSeveralDiagrams(cell: Cell): Cell {
  const key = `${cell.diagram.key}/${cell.id}`;
  return { ...cell, key, sources: [key, cell.id] };
}

function rectOf(place: Place): Rect | undefined {
  const [x, y, width, height] = [under(place, "position", "x"), under(place, "position", "y"), under(place, "size", "width"), under(place, "size", "height")].map((part) => part.value);
  if (!isCoordinate(x) || !isCoordinate(y) || !isCoordinate(width) || !isCoordinate(height)) return undefined;
  return { x, y, width, height };
}

export function isCoordinate(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** `actor "Browser"`, for reports. */
export function describe(cell: Cell): string {
  return cell.name === "" ? `${shapeWords[cell.shape]} without a name` : `${shapeWords[cell.shape]} "${excerpt(cell.name)}"`;
}
