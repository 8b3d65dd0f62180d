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

/** `skipped` are cells whose threats are about nothing that is there; a threat is a person's work and is never dropped. */
export function readCellThreats(intake: Intake, cells: readonly Cell[]): readonly CellThreat[] {
  const found = cells.flatMap((cell) => takeMaps(intake, cell.data, "threats").map((place) => readThreat(intake, cell, place)));
  const byId = groupBy(found, (threat) => threat.key);
  const keyed = found.map((threat) => ((byId.get(threat.key)?.length ?? 0) > 1 ? { ...threat, key: `${threat.cell.key}/${threat.key}`, sources: [`${threat.cell.key}/${threat.key}`, threat.key] } : threat));
  return [...groupBy(keyed, (threat) => threat.key).values()].flatMap((same) => (same.length === 1 ? same : tellApart(intake, same)));
}

function readThreat(intake: Intake, cell: Cell, place: Place): CellThreat {
  const title = takeLine(intake, place, "title") ?? "";
  const key = takeLine(intake, place, "id") ?? `${cell.key}/${hash(JSON.stringify(place.value) ?? "")}`;
  return { place, cell, title, key, sources: [key] };
}

/** Two threats of one cell with one id: told apart by what they say. */
function tellApart(intake: Intake, same: readonly CellThreat[]): readonly CellThreat[] {
  const seen = new Map<string, number>();
  return same.map((threat) => {
    report(intake, "F2006", threat.place.path, { id: threat.sources.at(-1) ?? threat.key, what: "threats of one cell" });
    const print = hash(JSON.stringify(threat.place.value) ?? "");
    const times = seen.get(print) ?? 0;
    seen.set(print, times + 1);
    const key = `${threat.key}/${print}${"+".repeat(times)}`;
    return { ...threat, key, sources: [key] };
  });
}
