// For tests: STRIDE tables of the sample shop with a cell of every state.
import type { CellEntry, CellState, StrideCell, StrideLetter, StrideRow, StrideTables, Target } from "@merlon/schema";
import { orders, toOrders, web } from "./sample-threats.ts";

const LETTERS: readonly StrideLetter[] = ["S", "T", "R", "I", "D", "E"];
const cells: Record<string, StrideCell> = {};

const entries: Readonly<Record<Exclude<CellState, "not-examined">, CellEntry>> = {
  "threat": { id: "plaintext-flow-across-boundary@web-to-orders", kind: "threat", title: "Unencrypted flow across a boundary (critical)", state: "threat", because: [], attack: ["T1557", "T1040"] },
  "unknown": { id: "authentication@web-to-orders", kind: "question", title: "How does the caller of Web to orders prove who it is?", state: "unknown", because: ["unauthenticated-call waits for authentication@web-to-orders"], attack: ["T1078.004"] },
  "planned": { id: "stored-in-clear@orders", kind: "threat", title: "Sensitive data stored in clear (high)", state: "planned", because: ["control disk-encryption is planned"], attack: [] },
  "accepted": { id: "unlimited-requests@web", kind: "threat", title: "Nothing limits requests (medium)", state: "accepted", because: ["The shop closes at night and load is low."], attack: ["T1499"] },
  "mitigated": { id: "replayed-message@web-to-orders", kind: "mitigated", title: "Message can be sent again", state: "mitigated", because: ["replay-protection of Web to orders is yes"], attack: [] },
  "not-applicable": { id: "S@web-to-orders+response", kind: "checked", title: "nothing comes back", state: "not-applicable", because: ["nothing comes back"], attack: [] },
  "checked": { id: "forged-sender", kind: "checked", title: "Sender can be forged", state: "checked", because: ["crosses of Web to orders is yes", "protocol of Web to orders is postgres"], attack: [] },
};

function row(kind: StrideRow["kind"], target: Target, arrow: string, states: readonly CellState[]): StrideRow {
  const ids = LETTERS.map((letter, index): string => {
    const id = `${letter}@${target.id}${kind === "response" ? "+response" : ""}`;
    const state = states[index] ?? "not-examined";
    const found = state === "not-examined" ? [] : state === "threat" ? [entries.threat, entries.unknown] : [entries[state]];
    cells[id] ??= { id, letter, state, entries: found, checkedBy: state === "checked" ? 3 : 0 };
    return id;
  });
  return { kind, target, arrow, cells: ids, quiet: !states.some((s) => s === "threat" || s === "unknown" || s === "planned" || s === "accepted") };
}

const crossing = [
  row("request", toOrders, "→", ["unknown", "threat", "checked", "threat", "not-examined", "mitigated"]),
  row("response", { ...toOrders, leg: "response" }, "←", Array<CellState>(6).fill("not-applicable")),
];
cells["E@web-to-orders"] = {
  ...cells["E@web-to-orders"]!,
  decision: { key: "E@web-to-orders", state: "valid", expired: false, overdue: false, stale: [], decision: { state: "not-applicable", reason: "The account may only read.", by: "ana" } },
};

const tables: StrideTables["tables"] = [
  {
    boundary: "data-subnet", title: "Data subnet", type: "network", trust: "restricted",
    rows: [
      row("boundary", { kind: "boundary", id: "data-subnet", title: "Data subnet" }, "", ["checked", "not-examined", "not-examined", "not-examined", "not-examined", "checked"]),
      ...crossing,
      row("member", orders, "", ["not-examined", "not-examined", "checked", "planned", "not-examined", "not-examined"]),
    ],
  },
  {
    boundary: "shop-vpc", title: "Shop network", type: "network", trust: "internal",
    rows: [...crossing, row("member", web, "", ["not-examined", "checked", "not-examined", "not-examined", "accepted", "not-examined"])],
  },
  {
    boundary: "warehouse", title: "Warehouse", type: "physical", trust: "unknown",
    rows: [row("boundary", { kind: "boundary", id: "warehouse", title: "Warehouse" }, "", ["checked", "checked", "not-examined", "not-examined", "not-examined", "not-examined"])],
  },
];

const counts: Record<CellState, number> = { "threat": 0, "unknown": 0, "planned": 0, "accepted": 0, "mitigated": 0, "not-applicable": 0, "checked": 0, "not-examined": 0 };
for (const { state } of Object.values(cells)) counts[state]++;

export const sampleStride: StrideTables = { schema: "merlon/stride/1", model: { id: "acme/shop", title: "Corner shop" }, tables, cells, counts };
