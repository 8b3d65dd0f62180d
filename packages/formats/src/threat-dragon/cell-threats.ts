// Finds the threats that lie in the cells, with a key for each and the object it will be about.
import { report, takeLine, takeMaps } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import type { Place } from "../foreign/place.ts";
import { groupBy } from "../ids/group-by.ts";
import { hash } from "../ids/short-id.ts";
import type { Cell } from "./cells.ts";

export interface CellThreat {
  readonly place: Place;
  readonly cell: Cell;
  readonly title: string;
  readonly key: string;
  readonly sources: readonly string[];
}

export function readCellThreats(intake: Intake, cells: readonly Cell[]): readonly CellThreat[] {
  const found = cells.flatMap((cell) => takeMaps(intake, cell.data, "threats").map((place) => readThreat(intake, cell, place)));
  const byId = groupBy(found, (threat) => threat.key);
  const keyed = found.map((threat) => ((byId.get(threat.key)?.length ?? 0) > 1 ? inItsCell(threat) : threat));
  return [...groupBy(keyed, (threat) => threat.key).values()].flatMap((same) => (same.length === 1 ? same : tellApart(intake, same)));
}

function readThreat(intake: Intake, cell: Cell, place: Place): CellThreat {
  const title = takeLine(intake, place, "title") ?? "";
  const id = takeLine(intake, place, "id") ?? `${cell.key}/${hash(JSON.stringify(place.value) ?? "")}`;
  return { place, cell, title, ...named([id]) };
}

/** Keys of threats and of cells are told apart; foreign ids need not be. */
function named(sources: readonly string[]): Pick<CellThreat, "key" | "sources"> {
  return { key: `threat ${sources[0] ?? ""}`, sources };
}

/** A copied cell keeps the ids of its threats. */
function inItsCell(threat: CellThreat): CellThreat {
  const id = threat.sources[0] ?? "";
  return { ...threat, ...named([`${threat.cell.key}/${id}`, id]) };
}

/** Two threats of one cell with one id: told apart by what they say. */
function tellApart(intake: Intake, same: readonly CellThreat[]): readonly CellThreat[] {
  const seen = new Map<string, number>();
  return same.map((threat) => {
    report(intake, "F2006", threat.place.at, { id: threat.sources.at(-1) ?? "", what: "threats of one cell" });
    const print = hash(JSON.stringify(threat.place.value) ?? "");
    const times = seen.get(print) ?? 0;
    seen.set(print, times + 1);
    return { ...threat, ...named([`${threat.sources[0] ?? ""}/${print}${"+".repeat(times)}`]) };
  });
}
