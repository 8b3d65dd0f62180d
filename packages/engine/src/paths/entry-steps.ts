// Getting to an element and being let in: `reach` and `authenticate`.
// Reach needs a place from which the flow starts, or a way through what it passes. Being let in needs nothing where nobody is asked, an account of
// one's own, the identity of something taken over, a stolen credential, or a guess.
import { inherits } from "@merlon/core";
import { forbids, isForbidden } from "../facts/crossing-policy.ts";
import { openersOf } from "../facts/openers.ts";
import { PRIVILEGES } from "../facts/orders.ts";
import { anonymousPresence } from "../facts/reach.ts";
import type { ElementSubject, FlowSubject } from "../facts/subject.ts";
import { block, FREE, leaveOpen, toll, OUT, type Door, type Toll } from "./attack-step.ts";
import type { Builder } from "./attack-graph.ts";
import { COSTS, FACTORS, GUESS } from "./step-costs.ts";
import type { TechniqueKey } from "./techniques.ts";
import { protect, yes } from "./weigh.ts";

export function addEntrySteps(builder: Builder): void {
  for (const door of doorsOf(builder)) {
    builder.doors.push(door);
    addReach(door, builder);
    addAuthentication(door, builder);
  }
}

/** Every flow into something of ours, and what faces the internet although no flow shows it. */
function doorsOf({ elements, flows, facts }: Builder): readonly Door[] {
  const drawn = flows.map((flow): Door => ({ to: flow.to, subject: flow, flow, reach: facts.reach(flow), use: facts.use(flow) }));
  const undrawn = elements.filter((e) => e.characteristics.get("internet-facing")?.value === "yes")
    .map((e): Door => ({ to: e, subject: e, reach: facts.reach(e), use: facts.use(e) }));
  return [...drawn, ...undrawn];
}

function addReach(door: Door, { facts, base, add }: Builder): void {
  const { flow, to } = door;
  if (!flow) {
    add({ toll: FREE, kind: "reach", technique: "scan", needs: [facts.facing(to)], gives: door.reach, at: to, door, words: "Reach {to}" });
    if (isOpened(to, base)) add({ toll: FREE, kind: "given", technique: "find", needs: [door.reach], gives: facts.near(to), at: to, words: "" });
    return;
  }
  const paid = toll(0);
  const forbidden = isForbidden(flow);
  if (forbidden.value !== "no") {
    paid.safest++;
    leaveOpen(paid, forbidden.inputs);
  }
  if (forbidden.value === "yes") {
    paid.cost += 2;
    paid.least++;
    block(paid, { subject: flow.crosses.find((boundary) => forbids(boundary, flow).value === "yes")!, key: "policy", value: `does not allow ${flow.title}`, adds: 2 });
  }
  const { kind, actor } = flow.from.source;
  const technique: TechniqueKey = kind !== "external" ? "find" : actor === undefined || actor === "anonymous" || actor === "customer" ? "scan" : "enter";
  add({ toll: paid, kind: "reach", technique, needs: [standing(flow.from, { base, facts })], gives: door.reach, at: flow, door, words: "Reach {to} by {flow}" });
  for (const through of flow.via) add({ toll: FREE, kind: "given", technique: "find", needs: [facts.own(through)], gives: door.reach, at: flow, door, words: "" });
  for (const end of [to, ...flow.via]) if (isOpened(end, base)) add({ toll: FREE, kind: "given", technique: "find", needs: [door.reach], gives: facts.near(end), at: flow, words: "" });
}

function addAuthentication(door: Door, builder: Builder): void {
  const { facts, add } = builder;
  const { flow, subject } = door;
  const method = methodOf(door);
  const enter = { kind: "authenticate", gives: door.use, at: subject, door } as const;
  if (method === undefined || method === "no") {
    const free: Readonly<Toll> = method === "no" ? FREE : { ...FREE, safest: OUT, asked: 1, unknown: [{ subject, key: "authentication" }] };
    const technique: TechniqueKey = flow && flow.from.source.kind !== "external" ? "service" : "enter";
    add({ ...enter, toll: free, technique, needs: [door.reach], words: method === "no" ? "Be let in over {at}, since nobody asks" : "Be let in over {at}, if nobody asks" });
  }
  const asked = method === "no" ? 0 : method === undefined ? 1 : 2;
  if (flow) {
    const { from } = flow;
    const own = OWN[asked]!;
    if (from.source.kind === "external") add({ ...enter, toll: own, technique: from.source.actor === "partner" || from.source.actor === "supplier" ? "partner" : "account", needs: [door.reach, facts.self(from)], words: "Use an own account over {at}" });
    else add({ ...enter, toll: own, technique: "identity", needs: [door.reach, facts.own(from)], words: "Act as {other} over {at}", other: from });
  }
  if (method !== "no" && method !== undefined) addGuess(door, method, builder);
  addCredentials(door, asked, builder);
  if (flow && asked < 2) addForgery(door, flow, asked, builder);
}

/** Whoever is in the network of a queue can put messages into it where nobody asks senders who they are. */
function addForgery(door: Door, flow: FlowSubject, asked: Toll["asked"], { base, facts, add }: Builder): void {
  const { from, to } = flow;
  const { type } = to.source;
  const network = networkOf(to);
  if (!network || type === undefined || !inherits(type, "queue")) return;
  const paid = toll(COSTS.forgeSender);
  paid.asked = asked;
  protect(paid, flow, { key: "message-signing", worth: yes(3), stops: true }, base);
  if (asked === 1) {
    paid.safest = OUT;
    leaveOpen(paid, [{ subject: flow, key: "authentication" }]);
  }
  add({ toll: paid, kind: "authenticate", technique: "service", needs: [facts.inside(network)], gives: door.use, at: flow, door, other: from, words: `Be taken for {other} over {at}, ${asked === 0 ? "since" : "if"} nobody asks` });
}

/** Acting as oneself, by whether anybody asks. */
const OWN = [0, 1, 2].map((asked) => Object.freeze({ ...toll(COSTS.ownIdentity), asked: asked as Toll["asked"] }));

function methodOf({ subject }: Door): string | undefined {
  const stated = subject.characteristics.get("authentication")?.value;
  return stated === undefined ? undefined : String(stated);
}

const BY_METHOD: Readonly<Record<string, TechniqueKey>> = {
  "network-address": "enter", "static-key": "secret", "session": "session", "token": "token", "signature": "key", "mutual-tls": "key",
};

function addGuess(door: Door, method: string, { base, add }: Builder): void {
  const { subject, to } = door;
  const guess = toll(GUESS[method] ?? 3, PROOFS.has(method) ? 2 : 1, 2);
  guess.asked = 2;
  if (base.fact(to, "default-credentials").value === "yes") guess.cost = 1;
  else block(guess, { subject, key: "authentication", value: method, adds: guess.cost });
  addFactors(guess, door, base);
  if (method === "password") protect(guess, subject, { key: "sign-in-throttling", worth: yes(1) }, base);
  if (method === "session") protect(guess, subject, { key: "session-hardening", worth: yes(1) }, base);
  add({
    toll: guess, kind: "authenticate", technique: base.fact(to, "default-credentials").value === "yes" ? "default-account" : BY_METHOD[method] ?? "guess",
    needs: [door.reach], gives: door.use, at: subject, door, words: `Get past the ${method.replace("-", " ")} of {at}`,
  });
}

/** What proves itself with a key that does not travel, or with a token that soon ends, is two obstacles. */
const PROOFS = new Set(["token", "signature", "mutual-tls"]);

/** With multi-factor sign-in a stolen credential is not enough; only people can be asked for it. */
function addFactors(toll: Toll, { flow, subject }: Door, base: Builder["base"]): void {
  const type = flow?.from.source.type;
  if (flow && (type === undefined || !inherits(type, "human"))) return;
  protect(toll, subject, { key: "multi-factor", worth: (value) => FACTORS[value] ?? 0, stops: true }, base);
}

function addCredentials(door: Door, asked: Toll["asked"], { base, facts, add }: Builder): void {
  for (const { data, privilege } of openersOf(base).byElement.get(door.to.id) ?? []) {
    if (privilege < PRIVILEGES.indexOf("invoke")) continue;
    const paid = toll(COSTS.stolenCredential);
    paid.asked = asked;
    addFactors(paid, door, base);
    add({
      toll: paid, kind: "assume-role", technique: door.flow?.from.source.kind === "external" ? "account" : "identity", needs: [door.reach, facts.know(data)], gives: door.use,
      at: door.to, door, data, words: "Use {data} at {at}",
    });
  }
}

/** Standing somewhere by being there, by being it, or by having taken it over. */
export function addPlaceSteps({ elements, facts, base, add }: Builder): void {
  for (const element of elements) {
    const given = (needs: readonly number[], gives: number) => add({ toll: FREE, kind: "given", technique: "find", needs, gives, at: element, words: "" });
    const place = standing(element, { base, facts });
    if (element.source.kind === "external") given([facts.self(element)], place);
    if (place !== facts.own(element)) given([facts.own(element)], place);
    if (isOpened(element, base)) given([facts.own(element)], facts.near(element));
    const network = networkOf(element);
    if (!network) continue;
    given([place], facts.inside(network));
    if (isOpened(element, base)) given([facts.inside(network)], facts.near(element));
  }
}

/** Standing where it is. Where nobody can be who has not taken it over, these are the same. */
function standing(element: ElementSubject, { base, facts }: Pick<Builder, "base" | "facts">): number {
  const isOpen = element.source.kind === "external" || anonymousPresence(element, base.subjects).low;
  return isOpen ? facts.place(element) : facts.own(element);
}

/** Some credential opens it, so that it matters who can talk to it. */
function isOpened(element: ElementSubject, base: Builder["base"]): boolean {
  return openersOf(base).byElement.has(element.id);
}

export function networkOf(element: ElementSubject) {
  return element.boundaries.find((b) => b.source.type === "network");
}
