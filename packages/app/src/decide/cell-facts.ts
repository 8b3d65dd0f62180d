// The facts that a verdict on a cell rests on: what the rules in the cell saw, by object instead of by role, because a cell belongs to no single rule.
import { explain } from "@merlon/engine";
import type { CellEntry, StrideCell } from "@merlon/schema";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

type CellFacts = Readonly<Record<string, string | number>>;

/** `checkout.encryption-in-transit: no`. Facts that are compared as numbers or that belong to no single object are left out. */
export function cellFacts({ id, entries }: StrideCell, loaded: LoadedModel, session: Session): CellFacts {
  const target = /^[STRIDE]@([^+]+)/.exec(id)?.[1] ?? "";
  const facts = Object.assign({}, ...entries.map((entry) => factsOf(entry, target, loaded, session))) as CellFacts; // facts of each
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function factsOf(entry: CellEntry, target: string, { model, library }: LoadedModel, session: Session): CellFacts {
  if (entry.kind === "question") {
    const [key = "", object = ""] = entry.id.split("@");
    return key === "" || object === "" ? {} : { [`${object}.${key}`]: "unknown" };
  }
  const id = entry.id.includes("@") ? entry.id : `${entry.id}@${target}`;
  const witness = session.limit(() => explain(id, model, library, { at: session.at, sideEffects: "none" }))?.witness ?? {};
  const flow = model.flows.get(target);
  return byObject(witness, { flow: target, element: target, boundary: target, ...(flow ? { source: flow.from, target: flow.to } : {}) });
}

/** `flow.protocol` becomes `checkout.protocol`, `n[orders].backup` becomes `orders.backup`. */
function byObject(witness: CellFacts, roles: Readonly<Record<string, string>>): CellFacts {
  return Object.fromEntries(Object.entries(witness).flatMap(([name, value]) => {
    const [, role = "", key = ""] = /^([^.]+)\.([a-z0-9.-]+)$/.exec(name) ?? [];
    const object = /^\w+\[([^\]]+)\]$/.exec(role)?.[1] ?? roles[role];
    return object === undefined || key === "" || key.startsWith("control.") ? [] : [[`${object}.${key}`, value]];
  }));
}
