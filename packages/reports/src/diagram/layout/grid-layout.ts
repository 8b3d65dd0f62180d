// The layout that cannot fail: nested boxes filled row by row, flows as straight lines. Used when Graphviz fails its checks.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { directRoutes } from "./direct-routes.ts";
import type { Box } from "./geometry.ts";
import type { Placement } from "./placement.ts";
import type { Sizes } from "./sizes.ts";

const gap = 60;
const margin = 22;

interface Cell {
  readonly width: number;
  readonly height: number;
  place(x: number, y: number): void;
}

export function gridLayout(graph: DiagramGraph, sizes: Sizes): Placement {
  const elements = new Map<string, Box>();
  const boundaries = new Map<string, Box>();
  cellOf(undefined, { graph, sizes, elements, boundaries }).place(0, 0);
  return { elements, boundaries, routes: directRoutes(graph.flows, elements) };
}

interface Grid {
  readonly graph: DiagramGraph;
  readonly sizes: Sizes;
  readonly elements: Map<string, Box>;
  readonly boundaries: Map<string, Box>;
}

/** A boundary (or the whole picture) with everything inside it. */
function cellOf(boundary: string | undefined, grid: Grid): Cell {
  const inner = [
    ...grid.graph.elements.filter((element) => element.boundary === boundary).map((element) => elementCell(element.id, grid)),
    ...grid.graph.boundaries.filter((other) => other.parent === boundary).map((other) => cellOf(other.id, grid)),
  ];
  const title = boundary === undefined ? undefined : grid.sizes.boundaries.get(boundary);
  const top = margin + (title === undefined ? 0 : title.height + 10);
  const rows = rowsOf(inner);
  const height = rows.reduce((sum, row) => sum + row.height + gap, -gap);
  const size = {
    width: Math.max(title?.width ?? 0, 0, ...rows.map((row) => row.width)) + 2 * margin,
    height: Math.max(height, 0) + top + margin,
  };
  return {
    ...size,
    place(x, y) {
      if (boundary !== undefined) grid.boundaries.set(boundary, { x, y, ...size });
      let rowTop = y + top;
      for (const row of rows) {
        let left = x + margin;
        for (const cell of row.cells) {
          cell.place(left, rowTop);
          left += cell.width + gap;
        }
        rowTop += row.height + gap;
      }
    },
  };
}

function elementCell(id: string, { sizes, elements }: Grid): Cell {
  const { width, height } = sizes.elements.get(id) ?? { width: 0, height: 0 };
  return { width, height, place: (x, y) => elements.set(id, { x, y, width, height }) };
}

interface Row {
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly height: number;
}

/** Rows about as wide as the whole is tall, a little wider. */
function rowsOf(cells: readonly Cell[]): Row[] {
  const area = cells.reduce((sum, cell) => sum + (cell.width + gap) * (cell.height + gap), 0);
  const widest = Math.max(Math.sqrt(area * 1.5), ...cells.map((cell) => cell.width));
  const rows: Row[] = [];
  for (const cell of cells) {
    const row = rows[rows.length - 1];
    if (row !== undefined && row.width + gap + cell.width <= widest) {
      rows[rows.length - 1] = {
        cells: [...row.cells, cell], width: row.width + gap + cell.width, height: Math.max(row.height, cell.height),
      };
    } else {
      rows.push({ cells: [cell], width: cell.width, height: cell.height });
    }
  }
  return rows;
}
