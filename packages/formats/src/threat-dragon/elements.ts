// Actors, processes and stores to elements; boxes to boundaries.
import { excerpt } from "../foreign/excerpt.ts";
import { lose } from "../foreign/account.ts";
import { takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import { groupBy } from "../ids/group-by.ts";
import type { Cell } from "./cells.ts";
import { describe } from "./cells.ts";
import { extended, idOf, keepIt, outOfScope, settleLayout, sourcesOf, ticked } from "./dragon-work.ts";
import type { DragonWork } from "./dragon-work.ts";
import { shapeWords } from "./shapes.ts";

interface Tick {
  readonly key: string;
  /** The element type that the tick tells. */
  readonly type?: string;
  /** The characteristic that is `yes` with it. Without type and characteristic the tick is kept as it is. */
  readonly characteristic?: string;
  /** Why the tick is taken to mean that, where it does not say so itself. */
  readonly guess?: string;
}

const ticks: Readonly<Record<"external" | "process" | "store", readonly Tick[]>> = {
  external: [{ key: "providesAuthentication" }],
  process: [{ key: "isWebApplication", type: "web.application" }, { key: "handlesCardPayment" }, { key: "handlesGoodsOrServices" }],
  store: [
    { key: "isALog", type: "log.store" }, { key: "isEncrypted", characteristic: "encryption-at-rest" },
    { key: "isSigned", characteristic: "tamper-evidence", guess: "What is signed shows when somebody changed it." }, { key: "storesCredentials" }, { key: "storesInventory" },
  ],
};

export function putElement(work: DragonWork, cell: Cell, kind: "external" | "process" | "store"): void {
  const id = idOf(work, cell.key);
  const set = ticks[kind].filter((tick) => ticked(work, cell.data, tick.key));
  const plain = set.filter((tick) => tick.type === undefined && tick.characteristic === undefined);
  const kept = Object.fromEntries(plain.map((tick) => [tick.key, keepIt(work, cell.data, tick.key, id)]));
  for (const tick of set) if (tick.guess !== undefined) reportGuess(work, cell, tick, id);
  const scope = outOfScope(work, cell);
  const box = work.containment.get(cell.key);
  work.draft.elements.set(id, {
    kind,
    type: set.find((tick) => tick.type !== undefined)?.type,
    title: titleOf(work, cell),
    description: takeText(work.intake, cell.data, "description"),
    in: box === undefined ? undefined : idOf(work, box.key),
    ...Object.fromEntries(set.flatMap((tick) => (tick.characteristic === undefined ? [] : [[tick.characteristic, "yes"]]))),
    "out-of-scope": scope.reason,
    sources: sourcesOf(cell),
    ...extended({ ...kept, privilegeLevel: keepIt(work, cell.data, "privilegeLevel", id), reasonOutOfScope: scope.kept }),
  });
  settleLayout(work, cell);
}

function reportGuess(work: DragonWork, cell: Cell, { key, characteristic, guess }: Tick, object: string): void {
  lose(work.intake.account, { kind: "guessed", at: under(cell.data, key).at, what: `\`${characteristic ?? ""}: yes\` for \`${key}\` of ${describe(cell)}`, why: guess ?? "", object });
}

export function putBoundary(work: DragonWork, cell: Cell): void {
  const id = idOf(work, cell.key);
  const parent = work.containment.get(cell.key);
  lose(work.intake.account, {
    kind: "defaulted", at: under(cell.place, "shape").at, what: `${describe(cell)} is of the type \`network\``,
    why: "Threat Dragon does not say what kind of boundary a box is, nor how far it is trusted; its trust stays unknown.", object: id,
  });
  work.draft.boundaries.set(id, {
    type: "network",
    title: titleOf(work, cell),
    description: takeText(work.intake, cell.data, "description"),
    in: parent === undefined ? undefined : idOf(work, parent.key),
    sources: sourcesOf(cell),
  });
  settleLayout(work, cell);
}

/** Undefined for a cell without a name, which is reported. */
export function titleOf(work: DragonWork, cell: Cell): string | undefined {
  if (cell.name !== "") return cell.name;
  const id = idOf(work, cell.key);
  lose(work.intake.account, {
    kind: "defaulted", at: under(cell.data, "name").at, what: `${describe(cell)} is called \`${id}\``,
    why: cell.shape === "flow" ? "Without a name its id comes from its ends." : "Without a name its id comes from its kind and the short form of its foreign id.", object: id,
  });
  return undefined;
}

/** Elements of one kind and name on several diagrams are often one thing drawn twice. They stay apart; the report says so. */
export function reportTwins(work: DragonWork): void {
  const named = work.cells.filter((cell) => (cell.shape in ticks || cell.shape === "box") && cell.name !== "");
  const twins = [...groupBy(named, (cell) => `${cell.shape} ${cell.name.toLowerCase()}`).values()];
  for (const cells of twins) {
    const diagrams = [...new Set(cells.map((cell) => cell.diagram))];
    const [first] = cells;
    if (first === undefined || diagrams.length < 2) continue;
    lose(work.intake.account, {
      kind: "guessed", at: under(first.data, "name").at,
      what: `${cells.length} ${shapeWords[first.shape]} cells called "${excerpt(first.name)}" on ${diagrams.length} diagrams are ${cells.length} objects: ${excerpt(cells.map((cell) => idOf(work, cell.key)).join(", "), 200)}`,
      why: "If they are one thing drawn again, merge them by hand.", object: idOf(work, first.key),
    });
  }
}
