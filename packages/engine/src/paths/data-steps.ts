// Getting data: `read` and `steal-credential` from what was taken over, from answers, from stores and from the wire; `exfiltrate` out of where it is.
import { inherits } from "@merlon/core";
import { makesSense } from "../facts/characteristic-fact.ts";
import { dataAt, dataOn, dataStored } from "../facts/data-at.ts";
import { openersOf } from "../facts/openers.ts";
import { PRIVILEGES } from "../facts/orders.ts";
import type { BoundarySubject, DataSubject, ElementSubject, FlowSubject, Subject } from "../facts/subject.ts";
import { isSealed } from "../facts/build-subjects.ts";
import type { Builder } from "./attack-graph.ts";
import { FREE, leaveOpen, toll, OUT, type Door, type Toll } from "./attack-step.ts";
import { networkOf } from "./entry-steps.ts";
import { COSTS } from "./step-costs.ts";
import type { TechniqueKey } from "./techniques.ts";
import { protect, protectByControl, yes } from "./weigh.ts";

export function addDataSteps(builder: Builder): void {
  for (const element of builder.elements) if (element.source.kind !== "external") readAt(element, builder);
  for (const door of builder.doors) if (door.flow) readAnswers(door, door.flow, builder);
  for (const flow of builder.flows) listen(flow, builder);
  for (const data of builder.data) if (isCredential(data, builder)) phish(data, builder);
  readWithCredentials(builder);
}

function isCredential(data: DataSubject, { base }: Pick<Builder, "base">): boolean {
  return base.fact(data, "credential").value === "yes";
}

/** In hand somewhere: known, leaked where that is the attacker's own place, and carried out from elsewhere. */
export function inHand(data: DataSubject, at: ElementSubject | BoundarySubject, { facts, base, add, noted }: Builder): number {
  const has = facts.has(data, at);
  if (noted.has(has)) return has;
  noted.add(has);
  const given = (needs: readonly number[], gives: number) => add({ toll: FREE, kind: "given", technique: "find", needs, gives, at: data, words: "" });
  given([has], facts.know(data));
  given([has, facts.home(at)], facts.leaked(data));
  const out = toll(COSTS.carryOut);
  protectOutlet(out, at, base);
  add({ toll: out, kind: "exfiltrate", technique: "carry-out", needs: [has], gives: facts.leaked(data), at, data, words: "Carry {data} out of {at}" });
  return has;
}

/** Filtering anywhere around counts once. */
function protectOutlet(paid: Toll, at: ElementSubject | BoundarySubject, base: Builder["base"]): void {
  const around: readonly Subject[] = at.kind === "element" ? [at, ...at.boundaries] : [at];
  const stated = around.find((one) => one.characteristics.get("egress-filtering")?.value === "yes") ?? around.findLast((one) => !one.characteristics.has("egress-filtering") && isAskedOf(one, base));
  if (stated) protect(paid, stated, { key: "egress-filtering", worth: yes(2) }, base);
}

function isAskedOf(subject: Subject, { index }: Builder["base"]): boolean {
  const characteristic = index.characteristics.get("egress-filtering");
  return characteristic !== undefined && makesSense(characteristic, subject);
}

function readAt(element: ElementSubject, builder: Builder): void {
  const { facts, base, add, wanted } = builder;
  const here = dataAt(element, base);
  for (const data of here.data) {
    if (!wanted.has(data)) continue;
    const paid = toll(isCredential(data, builder) ? COSTS.stealCredential : COSTS.read);
    // What a module keeps can be used there and not be taken away.
    if (isCredential(data, builder) && data.heldBy.includes(element)) protect(paid, element, { key: "secret-storage", worth: (value) => (value === "hardware" ? 4 : 0), stops: true }, base);
    add({ toll: paid, ...takes(data, techniqueAt(element), builder), needs: [facts.own(element)], gives: inHand(data, element, builder), at: element, data, words: "Take {data} from {at}" });
  }
}

/** A credential is stolen, everything else is read. */
function takes(data: DataSubject, technique: TechniqueKey, builder: Builder): { readonly kind: "read" | "steal-credential"; readonly technique: TechniqueKey } {
  if (!isCredential(data, builder)) return { kind: "read", technique };
  const secret: Partial<Record<TechniqueKey, TechniqueKey>> = { "sniff": "sniff-secret", "middle": "middle-secret", "vault": "vault" };
  return { kind: "steal-credential", technique: secret[technique] ?? "secret" };
}

function techniqueAt({ source: { kind, type = "" } }: ElementSubject): TechniqueKey {
  if (inherits(type, "secret")) return "vault";
  if (kind !== "store") return "local";
  return inherits(type, "datastore.object") ? "object" : inherits(type, "datastore") ? "database" : "repository";
}

function readAnswers(door: Door, flow: FlowSubject, builder: Builder): void {
  const { base, add, wanted } = builder;
  const reading = (data: DataSubject, cost: number, worth: (value: string) => number, words: string) => {
    const paid = toll(cost);
    protect(paid, flow, { key: "authorization", worth, stops: true }, base);
    add({ toll: paid, ...takes(data, flow.to.source.kind === "store" ? techniqueAt(flow.to) : "repository", builder), needs: [door.use], gives: inHand(data, flow.from, builder), at: flow, door, data, words });
  };
  const answers = dataOn(flow, base, "response");
  for (const data of answers.data) if (wanted.has(data)) reading(data, COSTS.read, byObject, "Read {data} that {at} answers with");
  if (flow.to.source.kind !== "store") return;
  const stored = dataStored(flow.to, base);
  for (const data of stored.data) if (wanted.has(data) && !answers.data.includes(data)) reading(data, COSTS.readMore, byRole, "Ask {to} for {data}");
}

export function byObject(value: string): number {
  return value === "object" ? 3 : 0;
}

export function byRole(value: string): number {
  return value === "object" ? 3 : value === "role" ? 2 : 0;
}

/** From a network in which an end is: on the internet only those on the way can. */
function listen(flow: FlowSubject, builder: Builder): void {
  const { facts, base, add, wanted } = builder;
  const on = dataOn(flow, base);
  for (const network of wiresOf(flow)) {
    const wire = wireToll(flow, network, base);
    if (!wire) continue;
    for (const data of on.data) {
      if (!wanted.has(data)) continue;
      const technique = wire.cost === COSTS.middle ? "middle" : "sniff";
      add({ toll: wire, ...takes(data, technique, builder), needs: [facts.inside(network)], gives: inHand(data, network, builder), at: flow, data, words: "Listen to {data} on {at}" });
    }
  }
}

/** What is encrypted can be listened to where it is stated that the other end is not checked. undefined: nobody can listen. */
export function wireToll(flow: FlowSubject, network: BoundarySubject, base: Builder["base"]): Toll | undefined {
  const encrypted = base.fact(flow, "encryption-in-transit");
  if (encrypted.value === "yes") return base.fact(flow, "certificate-validation").value === "no" ? toll(COSTS.middle, 1, 2) : undefined;
  const paid = toll(base.fact(network, "least-trusted").value === "no" ? COSTS.sniff : COSTS.sniffOutside);
  if (encrypted.value === "no") return paid;
  leaveOpen(paid, encrypted.inputs);
  return { ...paid, safest: OUT };
}

/** The network that each end is in, where a wire is that somebody could listen to. */
export function wiresOf(flow: FlowSubject): readonly BoundarySubject[] {
  if (isSealed(flow) || (flow.source.protocol !== undefined && inherits(flow.source.protocol, "human"))) return [];
  return [...new Set([networkOf(flow.from), networkOf(flow.to)])].filter((network) => network !== undefined);
}

/** People give away what they type in. */
function phish(data: DataSubject, { facts, base, add, wanted }: Builder): void {
  if (!wanted.has(data)) return;
  for (const { from, source } of data.carriedBy) {
    if (from.source.type === undefined || !inherits(from.source.type, "human") || !source.carries?.includes(data.id)) continue;
    const paid = toll(COSTS.phish);
    protectByControl(paid, [from], "security-training", 1, base);
    add({ toll: paid, kind: "steal-credential", technique: "phish", needs: [facts.world()], gives: facts.know(data), at: from, data, words: "Trick {at} out of {data}" });
  }
}

/** Credentials that read or write at an element. */
function readWithCredentials(builder: Builder): void {
  const { facts, base, add, wanted, elements } = builder;
  const { byElement } = openersOf(base);
  for (const element of elements) {
    const openers = byElement.get(element.id) ?? [];
    for (const { data, privilege } of openers) {
      const how = PRIVILEGES[privilege]!;
      if (how !== "read" && how !== "write") continue;
      const gives = how === "read" ? facts.readable(element) : facts.writable(element);
      add({ toll: toll(COSTS.stolenCredential), kind: "assume-role", technique: "rights", needs: [facts.near(element), facts.know(data)], gives, at: element, data, words: `Use {data} to ${how} at {at}` });
    }
    if (openers.length === 0) continue;
    add({ toll: FREE, kind: "given", technique: "find", needs: [facts.writable(element)], gives: facts.readable(element), at: element, words: "" });
    for (const data of dataStored(element, base).data) {
      if (wanted.has(data)) add({ toll: toll(COSTS.read), ...takes(data, techniqueAt(element), builder), needs: [facts.readable(element)], gives: inHand(data, element, builder), at: element, data, words: "Read {data} at {at}" });
    }
  }
}
