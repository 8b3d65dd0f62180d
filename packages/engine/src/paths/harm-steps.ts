// Harming what is not read: `tamper` with data where it is, as a caller or on the wire, and `deny` by flooding or by stopping what was taken over.
import { dataAt, dataOn, dataStored } from "../facts/data-at.ts";
import type { DataSubject, ElementSubject, FlowSubject } from "../facts/subject.ts";
import type { Builder } from "./attack-graph.ts";
import { FREE, toll, type Door } from "./attack-step.ts";
import { byObject, byRole, wireToll, wiresOf } from "./data-steps.ts";
import { COSTS } from "./step-costs.ts";
import { protect, yes } from "./weigh.ts";

export function addTamperSteps(builder: Builder): void {
  const { elements, doors, flows } = builder;
  for (const element of elements) if (element.source.kind !== "external") changeAt(element, builder);
  for (const door of doors) if (door.flow) changeAsCaller(door, door.flow, builder);
  for (const flow of flows) changeOnTheWire(flow, builder);
}

export function addDenialSteps(builder: Builder): void {
  const { elements, doors, goals } = builder;
  for (const element of elements) if (element.source.kind !== "external") stop(element, builder);
  for (const door of doors) flood(door, builder);
  for (const goal of goals) if (goal.kind === "data") stopEverywhere(goal, builder);
}

function changeAt(element: ElementSubject, { facts, base, add, goals }: Builder): void {
  const isStore = element.source.kind === "store";
  const own = facts.own(element);
  for (const data of dataAt(element, base).data) {
    if (!goals.has(data)) continue;
    const paid = toll(COSTS.tamper);
    if (isStore) protect(paid, element, { key: "tamper-evidence", worth: yes(1) }, base);
    const change = { toll: paid, kind: "tamper", technique: isStore ? "change-stored" : "change-running", gives: facts.changed(data), at: element, data, words: "Change {data} at {at}" } as const;
    add({ ...change, needs: [own] });
    if (data.heldBy.includes(element)) add({ ...change, technique: "change-stored", needs: [facts.writable(element)] });
  }
}

function stop(element: ElementSubject, { facts, add }: Builder): void {
  const isStore = element.source.kind === "store";
  add({ toll: toll(COSTS.stop), kind: "deny", technique: isStore ? "destroy" : "stop", needs: [facts.own(element)], gives: facts.stopped(element), at: element, words: isStore ? "Destroy {at}" : "Stop {at}" });
}

function changeAsCaller(door: Door, flow: FlowSubject, { facts, base, add, goals }: Builder): void {
  const changing = (data: DataSubject, cost: number, worth: (value: string) => number, words: string) => {
    const paid = toll(cost);
    protect(paid, flow, { key: "authorization", worth, stops: true }, base);
    if (base.fact(flow.to, "change-approval").value === "yes") protect(paid, flow.to, { key: "change-approval", worth: yes(2), stops: true }, base);
    add({ toll: paid, kind: "tamper", technique: "change-stored", needs: [door.use], gives: facts.changed(data), at: flow, door, data, words });
  };
  const sent = dataOn(flow, base, "request").data;
  for (const data of sent) if (goals.has(data)) changing(data, COSTS.tamper, byObject, "Send false {data} over {at}");
  if (flow.to.source.kind !== "store") return;
  for (const data of dataStored(flow.to, base).data) {
    if (goals.has(data) && !sent.includes(data)) changing(data, COSTS.tamperMore, byRole, "Change {data} at {to}");
  }
}

function changeOnTheWire(flow: FlowSubject, { facts, base, add, goals }: Builder): void {
  const data = dataOn(flow, base).data.filter((one) => goals.has(one));
  if (data.length === 0) return;
  for (const network of wiresOf(flow)) {
    const wire = wireToll(flow, network, base);
    if (!wire) continue;
    protect(wire, flow, { key: "message-signing", worth: yes(3), stops: true }, base);
    wire.cost++;
    for (const one of data) add({ toll: wire, kind: "tamper", technique: "change-passing", needs: [facts.inside(network)], gives: facts.changed(one), at: flow, data: one, words: "Change {data} on {at}" });
  }
}

function flood({ to, subject, flow, reach }: Door, { facts, base, add }: Builder): void {
  if (to.source.kind === "external") return;
  const paid = toll(COSTS.deny);
  protect(paid, subject, { key: "rate-limiting", worth: yes(1) }, base);
  protect(paid, to, { key: "redundancy", worth: (value) => (value === "no" ? 0 : 1) }, base);
  const around = flow?.crosses.find((b) => b.characteristics.get("flood-protection")?.value === "yes");
  if (around) protect(paid, around, { key: "flood-protection", worth: yes(1) }, base);
  add({ toll: paid, kind: "deny", technique: "flood", needs: [reach], gives: facts.stopped(to), at: to, words: "Flood {at}" });
}

/** Data is gone when no store has it any more. */
function stopEverywhere(data: DataSubject, { facts, add }: Builder): void {
  const stores = data.heldBy.filter((e) => e.source.kind !== "external");
  if (stores.length > 0) add({ toll: FREE, kind: "given", technique: "stop", needs: stores.map(facts.stopped), gives: facts.stopped(data), at: data, words: "" });
}
