// Open boundary curves have no inside, so no boundary can come of them. What they were drawn across is worked out, so that the person can put a boundary there.
import { lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { Cell } from "./cells.ts";
import { describe, isCoordinate } from "./cells.ts";
import type { DragonWork } from "./dragon-work.ts";
import { centre, linesMeet } from "../geometry.ts";
import type { Point } from "../geometry.ts";

/** More bends than anybody draws; a longer line is cut. */
const mostPoints = 200;

export interface DrawnFlow {
  readonly cell: Cell;
  readonly id: string;
}

export function dropCurve(work: DragonWork, curve: Cell, flows: readonly DrawnFlow[], cells: ReadonlyMap<string, Cell>): void {
  const line = lineOf(curve, cells);
  const crossed = flows.filter((flow) => flow.cell.diagram === curve.diagram && linesMeet(line, lineOf(flow.cell, cells))).map((flow) => flow.id).sort();
  const across = crossed.length === 0 ? "across no flow" : `across ${excerpt(crossed.join(", "), 300)}`;
  lose(work.intake.account, {
    kind: "dropped", at: curve.place.at, what: `${describe(curve)} drawn ${across}`,
    why: "An open line has no inside. Put a boundary around what lies on one side of it.",
  });
}

function lineOf(edge: Cell, cells: ReadonlyMap<string, Cell>): readonly Point[] {
  const vertices = under(edge.place, "vertices");
  const bends = Array.isArray(vertices.value) ? vertices.value.slice(0, mostPoints).map((_, index) => pointOf(under(vertices, index))) : [];
  return [endOf(edge, "source", cells), ...bends, endOf(edge, "target", cells)].filter((point) => point !== undefined);
}

function endOf(edge: Cell, side: "source" | "target", cells: ReadonlyMap<string, Cell>): Point | undefined {
  const end = under(edge.place, side);
  const id = isMap(end.value) ? end.value["cell"] : undefined;
  const cell = cells.get(`${edge.diagram.key} ${String(id)}`);
  return cell?.rect === undefined ? pointOf(end) : centre(cell.rect);
}

function pointOf(place: Place): Point | undefined {
  if (!isMap(place.value)) return undefined;
  const { x, y } = place.value;
  return isCoordinate(x) && isCoordinate(y) ? { x, y } : undefined;
}
