// Which ids the objects of a Threat Dragon model would like: their titles, flows and threats also by what they connect or are about.
import { joinIds, slug, titleId } from "../ids/slug.ts";
import type { IdWish } from "../ids/assign-ids.ts";
import type { Cell } from "./cells.ts";
import type { CellThreat } from "./cell-threats.ts";
import { protocolNamed } from "../protocol-of.ts";
import { isElement, shapeWords } from "./shapes.ts";

/** What Threat Dragon calls a flow before somebody types; like a protocol's name it says less than the ends do. */
const newFlow = "data-flow";

export interface Attached {
  readonly cell: Cell;
  readonly from: Cell;
  readonly to: Cell;
}

export interface PlacedThreat {
  readonly threat: CellThreat;
  readonly at: Cell | undefined;
}

/** Elements first, then boundaries, flows and threats: of two objects with one title the one that people speak of most has the plain id. */
export function idWishes(cells: readonly Cell[], flows: readonly Attached[], threats: readonly PlacedThreat[]): readonly (readonly IdWish[])[] {
  return [
    cells.filter((cell) => isElement(cell.shape)).map((cell) => cellWish(cell, "elements")),
    cells.filter((cell) => cell.shape === "box").map((cell) => cellWish(cell, "boundaries")),
    flows.map(flowWish),
    threats.map(threatWish),
  ];
}

function cellWish(cell: Cell, map: "elements" | "boundaries"): IdWish {
  const kind = shapeWords[cell.shape];
  const title = titleId(cell.name, kind);
  return { key: cell.key, map, sources: cell.sources, kind, names: () => (title === undefined ? [] : [title, joinIds(title, kind)]) };
}

function flowWish({ cell, from, to }: Attached): IdWish {
  return {
    key: cell.key, map: "flows", sources: cell.sources, kind: "flow",
    names: (ids) => {
      const title = titleId(cell.name, "flow");
      const ends = joinIds(cutEnd(ids.get(from.key)), `to-${cutEnd(ids.get(to.key))}`);
      if (title === undefined) return [ends];
      return title === newFlow || protocolNamed(cell.name) !== undefined ? [ends, title] : [title, ends];
    },
  };
}

function threatWish({ threat, at }: PlacedThreat): IdWish {
  return {
    key: threat.key, map: "threats", sources: threat.sources, kind: "threat",
    names: (ids) => {
      const title = titleId(threat.title, "threat") ?? "threat";
      const target = at === undefined ? undefined : ids.get(at.key);
      return target === undefined ? [title] : [title, joinIds(title, `at-${cutEnd(target)}`)];
    },
  };
}

/** Room for two ids and a word between them. */
function cutEnd(id: string | undefined): string {
  return slug(id ?? "nothing", 28);
}
