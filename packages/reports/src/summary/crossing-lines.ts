// Per boundary: how much crosses it, and how much of that should worry someone.
import type { Analysis } from "@merlon/schema";
import { ink, type Piece } from "../terminal/lines.ts";
import { renderTable, type Column } from "../terminal/table.ts";
import { crossingCounts, type CrossingCounts } from "../wording/crossing-counts.ts";
import type { SummaryOptions } from "./summary-options.ts";

const COLUMNS: readonly Column[] = [
  { title: "Boundary", max: 40 }, { title: "trust", max: 16 }, { title: "in", align: "right" }, { title: "out", align: "right" },
  { title: "forbidden", align: "right" }, { title: "unencrypted", align: "right" }, { title: "personal data", align: "right" },
];

export function crossingTable(analysis: Analysis, shown: readonly CrossingCounts[], options: SummaryOptions): string {
  const titles = new Map(analysis.boundaries.map((boundary) => [boundary.id, boundary]));
  const rows = shown.map((counts) => {
    const boundary = titles.get(counts.boundary);
    const cells: readonly Piece[] = [
      boundary?.title ?? counts.boundary, ink("dim", boundary?.trust ?? "unknown"), String(counts.in), String(counts.out),
      worrying(String(counts.forbidden), counts.forbidden), worrying(unencrypted(counts), counts.unencrypted), String(counts.personal),
    ];
    return { cells: cells.map((cell) => [cell]) };
  });
  return renderTable(COLUMNS, rows, options, 2);
}

/** Boundaries that something crosses, most worrying first. */
export function crossedBoundaries(analysis: Analysis): readonly CrossingCounts[] {
  const worry = (c: CrossingCounts): number => c.forbidden * 10_000 + c.unencrypted * 100 + c.in + c.out;
  return crossingCounts(analysis).filter((c) => c.in + c.out > 0).sort((a, b) => worry(b) - worry(a) || (a.boundary < b.boundary ? -1 : 1));
}

function unencrypted({ unencrypted: plain, unknown }: CrossingCounts): string {
  return unknown > 0 ? `${plain} (+${unknown}?)` : String(plain);
}

function worrying(text: string, n: number): Piece {
  return n > 0 ? ink(["bold", "red"], text) : ink("dim", text);
}
