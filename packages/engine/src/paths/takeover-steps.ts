// Taking an element over: `exploit` through a flaw, by administering it, by deploying to it or by the answers it reads; `assume-role` with a credential that deploys or administers.
import { inherits } from "@merlon/core";
import { openersOf } from "../facts/openers.ts";
import { PRIVILEGES } from "../facts/orders.ts";
import type { ElementSubject, FlowSubject, Subject } from "../facts/subject.ts";
import type { Builder } from "./attack-graph.ts";
import { toll, type Door, type Toll } from "./attack-step.ts";
import { COSTS } from "./step-costs.ts";
import type { TechniqueKey } from "./techniques.ts";
import { protect, protectByControl, yes } from "./weigh.ts";

export function addTakeoverSteps(builder: Builder): void {
  for (const door of builder.doors) {
    for (const element of [door.to, ...(door.flow?.via ?? [])]) if (element.source.kind !== "external") addExploits(element, door, builder);
    if (door.to.source.kind !== "external") addAdministration(door, builder);
    if (door.flow && door.flow.from.source.kind !== "external") addAnswers(door.flow, builder);
  }
  for (const element of builder.elements) if (element.source.kind !== "external") addRoles(element, builder);
}

/** Before the door a flaw must do without an account; behind it more of the program is open. */
function addExploits(element: ElementSubject, door: Door, { base, facts, add }: Builder): void {
  const isPublic = !door.flow || door.flow.from.source.kind === "external";
  const isPipeline = element.source.type !== undefined && inherits(element.source.type, "ci");
  const technique: TechniqueKey = isPipeline ? "pipeline" : isPublic ? "exploit-public" : "exploit-inner";
  const method = door.subject.characteristics.get("authentication")?.value;
  const step = { kind: "exploit", technique, gives: facts.own(element), at: element, door } as const;
  const outside = exploitToll(element === door.to ? COSTS.exploitOutside : COSTS.exploitPassed, element, door.subject, base);
  const asked = method === "no" ? 0 : method === undefined ? 1 : 2;
  add({ ...step, toll: asked === 0 ? outside : { ...outside, asked }, needs: [door.reach], words: "Take over {at} through a flaw" });
  if (element !== door.to) return;
  const known = exploitToll(isPipeline ? COSTS.exploitPipeline : COSTS.exploitInside, element, door.subject, base);
  const inside = isPipeline ? { ...known } : known;
  if (isPipeline) for (const key of ["change-approval", "build-isolation"]) protect(inside, element, { key, worth: yes(2) }, base);
  add({ ...step, toll: inside, needs: [door.use], words: isPipeline ? "Make {at} run own code" : "Take over {at} through a flaw, as a caller who is let in" });
}

const tolls = new WeakMap<ElementSubject, Map<string, Toll>>();

/** The same over all doors that say the same; most do. It is shared: whoever changes it copies it. */
function exploitToll(cost: number, element: ElementSubject, over: Subject, base: Builder["base"]): Toll {
  if (base.track || base.model.controls.size > 0) return weighExploit(cost, element, over, base);
  let own = tolls.get(element);
  if (!own) tolls.set(element, (own = new Map<string, Toll>()));
  const key = `${cost} ${String(over.characteristics.get("input-validation")?.value)}`;
  let paid = own.get(key);
  if (!paid) own.set(key, (paid = weighExploit(cost, element, over, base)));
  return paid;
}

function weighExploit(cost: number, element: ElementSubject, over: Subject, base: Builder["base"]): Toll {
  const paid = toll(cost + (isPlatform(element, base) ? COSTS.exploitPlatform : 0), 1, 2);
  // A flow may have it from the element that it goes into.
  const checked = over.characteristics.get("input-validation");
  if (element.source.kind === "process") protect(paid, checked && !checked.from?.startsWith("element ") ? over : element, { key: "input-validation", worth: yes(1) }, base);
  protect(paid, element, { key: "patching", worth: (value) => (value === "automatic" ? 1 : 0) }, base);
  protectByControl(paid, over === element ? [element] : [over, element], "web-application-firewall", 1, base);
  for (const key of ["debug-features", "dynamic-execution"]) if (base.fact(element, key).value === "yes") paid.cost--;
  return paid;
}

/** Of a type that its provider runs, and so keeps patched. */
function isPlatform({ source: { type } }: ElementSubject, { index }: Builder["base"]): boolean {
  return type !== undefined && index.impliedByType(type).get("patching")?.value === "automatic";
}

function addAdministration(door: Door, { base, facts, add }: Builder): void {
  if (!door.flow || base.fact(door.flow, "administrative").value !== "yes") return;
  const paid = toll(COSTS.administer);
  const { from, to } = door.flow;
  const isDeployment = from.source.type !== undefined && inherits(from.source.type, "ci");
  if (isDeployment) protect(paid, door.flow, { key: "artifact-verification", worth: yes(3), stops: true }, base);
  add({ toll: paid, kind: "exploit", technique: isDeployment ? "deploy" : "command", needs: [door.use], gives: facts.own(to), at: to, door, words: isDeployment ? "Deploy own code to {at}" : "Run commands at {at}" });
}

/** What an element reads as an answer can be made to harm it. */
function addAnswers(flow: FlowSubject, { base, facts, add }: Builder): void {
  if (!flow.source.response || flow.source.response.length === 0) return;
  const { from, to } = flow;
  const paid = exploitToll(COSTS.exploitCaller, from, from, base);
  add({ toll: paid, kind: "exploit", technique: "exploit-inner", needs: [to.source.kind === "external" ? facts.self(to) : facts.own(to)], gives: facts.own(from), at: from, other: to, words: "Take over {at} by what it reads from {other}" });
}

function addRoles(element: ElementSubject, { base, facts, add }: Builder): void {
  for (const { data, privilege } of openersOf(base).byElement.get(element.id) ?? []) {
    if (privilege < PRIVILEGES.indexOf("deploy")) continue;
    const how = PRIVILEGES[privilege]!;
    add({
      toll: toll(COSTS.stolenCredential), kind: "assume-role", technique: how === "deploy" ? "deploy" : "rights", needs: [facts.near(element), facts.know(data)], gives: facts.own(element),
      at: element, data, words: `Use {data} to ${how} {at}`,
    });
  }
}
