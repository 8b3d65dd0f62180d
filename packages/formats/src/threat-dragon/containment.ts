// What is inside which boundary box. The file does not say; it is read off the picture, and whatever the picture leaves open is reported.
import { lose, settleAs } from "../foreign/account.ts";
import { takeTexts } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import { area, centre, holdsPoint, holdsRect, overlap } from "../geometry.ts";
import { describe } from "./cells.ts";
import type { Cell } from "./cells.ts";
import { isElement } from "./shapes.ts";

/** The box that directly holds a cell, by the cell's key. */
export type Containment = ReadonlyMap<string, Cell>;

interface Boxes {
  readonly intake: Intake;
  readonly ids: ReadonlyMap<string, string>;
  readonly boxes: readonly Cell[];
  /** Ids that Threat Dragon itself lists as inside, by the box's key; absent in files before 2.6. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
  readonly parents: ReadonlyMap<string, Cell>;
}

export function readContainment(intake: Intake, cells: readonly Cell[], ids: ReadonlyMap<string, string>): Containment {
  const all = cells.filter((cell) => cell.shape === "box");
  const listed = new Map(all.flatMap((box) => (Array.isArray(under(box.data, "containedElements").value) ? [[box.key, takeTexts(intake, box.data, "containedElements")] as const] : [])));
  const parents = new Map(all.flatMap((box) => {
    const parent = smallest(onDiagram(all, box).filter((other) => isParent(other, box)));
    return parent === undefined ? [] : [[box.key, parent] as const];
  }));
  reportOverlaps({ intake, ids, boxes: all, listed, parents });
  const inside = new Map(parents);
  for (const cell of cells.filter((candidate) => isElement(candidate.shape))) {
    const box = boxOf({ intake, ids, boxes: onDiagram(all, cell), listed, parents }, cell);
    if (box !== undefined) inside.set(cell.key, box);
  }
  for (const box of all) {
    settleAs(intake.account, "carried", under(box.place, "position").path);
    settleAs(intake.account, "carried", under(box.place, "size").path);
  }
  return inside;
}

function boxOf({ intake, ids, boxes, listed, parents }: Boxes, cell: Cell): Cell | undefined {
  const drawn = boxes.filter((box) => box.rect !== undefined && cell.rect !== undefined && holdsPoint(box.rect, centre(cell.rect)));
  const named = boxes.filter((box) => listed.get(box.key)?.includes(cell.id) === true);
  const box = smallest(drawn) ?? smallest(named);
  if (box === undefined) return undefined;
  const guess = (what: string, why: string): void =>
    lose(intake.account, { kind: "guessed", path: cell.place.path.concat("position"), what: `${describe(cell)} is in ${describe(box)}${what}`, why, object: ids.get(cell.key) });
  if (!drawn.includes(box)) guess("", "Threat Dragon lists it there; the drawing does not show it inside.");
  else if (box.rect !== undefined && cell.rect !== undefined && !holdsRect(box.rect, cell.rect)) guess("", "Its centre is inside, but it sticks out.");
  else if (listed.has(box.key) && !named.includes(box)) guess("", "The drawing shows it inside; Threat Dragon's own list does not name it.");
  const line = ancestors(parents, box);
  for (const other of drawn.filter((candidate) => candidate !== box && !line.includes(candidate))) {
    guess(` and not in ${describe(other)}`, "The boxes overlap and an element can be in one of them only; it goes to the smaller.");
  }
  return box;
}

function reportOverlaps({ intake, ids, boxes, parents }: Boxes): void {
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1).filter((candidate) => candidate.diagram === box.diagram)) {
      if (box.rect === undefined || other.rect === undefined || !overlap(box.rect, other.rect)) continue;
      if (ancestors(parents, box).includes(other) || ancestors(parents, other).includes(box)) continue;
      lose(intake.account, {
        kind: "guessed", path: other.place.path.concat("position"), what: `${describe(box)} and ${describe(other)} stand side by side`,
        why: "Their boxes overlap, but neither holds the other.", object: ids.get(other.key),
      });
    }
  }
}

function onDiagram(boxes: readonly Cell[], cell: Cell): readonly Cell[] {
  return boxes.filter((box) => box.diagram === cell.diagram);
}

/** Of two boxes of the same size in the same place the one with the greater id is inside. */
function isParent(outer: Cell, inner: Cell): boolean {
  if (outer === inner || outer.rect === undefined || inner.rect === undefined || !holdsRect(outer.rect, inner.rect)) return false;
  return area(outer.rect) > area(inner.rect) || outer.id < inner.id;
}

function smallest(boxes: readonly Cell[]): Cell | undefined {
  return [...boxes].sort((a, b) => sizeOf(a) - sizeOf(b) || (a.id > b.id ? -1 : 1))[0];
}

function sizeOf(box: Cell): number {
  return box.rect === undefined ? Number.MAX_VALUE : area(box.rect);
}

function ancestors(parents: ReadonlyMap<string, Cell>, box: Cell): readonly Cell[] {
  const line: Cell[] = [];
  for (let at = parents.get(box.key); at !== undefined && !line.includes(at); at = parents.get(at.key)) line.push(at);
  return line;
}
