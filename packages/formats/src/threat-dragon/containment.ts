// What is inside which boundary box. The file does not say; it is read off the picture, and whatever the picture leaves open is reported.
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeTexts } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import { groupBy } from "../ids/group-by.ts";
import { centre, holdsRect, overlap } from "../geometry.ts";
import { boxesAround, outerBoxes, parentBoxes, smallestBox } from "../nesting.ts";
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
  readonly parents: ReadonlyMap<Cell, Cell>;
}

export function readContainment(intake: Intake, cells: readonly Cell[], ids: ReadonlyMap<string, string>): Containment {
  const all = cells.filter((cell) => cell.shape === "box");
  const listed = new Map(all.flatMap((box) => (Array.isArray(under(box.data, "containedElements").value) ? [[box.key, takeTexts(intake, box.data, "containedElements")] as const] : [])));
  const byDiagram = groupBy(all, (box) => box.diagram.key);
  const parents = new Map([...byDiagram.values()].flatMap((boxes) => [...parentBoxes(boxes)]));
  reportOverlaps({ intake, ids, boxes: all, listed, parents });
  const inside = new Map([...parents].map(([box, parent]) => [box.key, parent]));
  for (const cell of cells.filter((candidate) => isElement(candidate.shape))) {
    const box = boxOf({ intake, ids, boxes: byDiagram.get(cell.diagram.key) ?? [], listed, parents }, cell);
    if (box !== undefined) inside.set(cell.key, box);
  }
  for (const box of all) {
    settleAs(intake.account, "carried", under(box.place, "position").at);
    settleAs(intake.account, "carried", under(box.place, "size").at);
  }
  return inside;
}

function boxOf({ intake, ids, boxes, listed, parents }: Boxes, cell: Cell): Cell | undefined {
  const drawn = boxesAround(boxes, cell.rect && centre(cell.rect));
  const named = boxes.filter((box) => listed.get(box.key)?.includes(cell.id) === true);
  const box = smallestBox(drawn) ?? smallestBox(named);
  if (box === undefined) return undefined;
  const guess = (what: string, why: string): void =>
    lose(intake.account, { kind: "guessed", at: under(cell.place, "position").at, what: `${describe(cell)} is in ${describe(box)}${what}`, why, object: ids.get(cell.key) });
  if (!drawn.includes(box)) guess("", "Threat Dragon lists it there; the drawing does not show it inside.");
  else if (box.rect !== undefined && cell.rect !== undefined && !holdsRect(box.rect, cell.rect)) guess("", "Its centre is inside, but it sticks out.");
  else if (listed.has(box.key) && !named.includes(box)) guess("", "The drawing shows it inside; Threat Dragon's own list does not name it.");
  const line = outerBoxes(parents, box);
  const others = drawn.filter((candidate) => candidate !== box && !line.includes(candidate));
  if (others.length > 0) guess(` and not in ${listOf(others)}`, "The boxes overlap and an element can be in one of them only; it goes to the smallest.");
  return box;
}

/** One line for each box that overlaps boxes before it. */
function reportOverlaps({ intake, ids, boxes, parents }: Boxes): void {
  const lines = new Map(boxes.map((box) => [box, outerBoxes(parents, box)] as const));
  for (const [index, box] of boxes.entries()) {
    const others = boxes.slice(0, index).filter((other) => isBeside(box, other) && lines.get(box)?.includes(other) !== true && lines.get(other)?.includes(box) !== true);
    if (others.length === 0) continue;
    lose(intake.account, {
      kind: "guessed", at: under(box.place, "position").at, what: `${describe(box)} stands beside ${listOf(others)}`,
      why: "Their boxes overlap, but neither holds the other.", object: ids.get(box.key),
    });
  }
}

function isBeside(box: Cell, other: Cell): boolean {
  return box.diagram === other.diagram && box.rect !== undefined && other.rect !== undefined && overlap(box.rect, other.rect);
}

function listOf(boxes: readonly Cell[]): string {
  return excerpt(boxes.map(describe).join(", "), 200);
}
