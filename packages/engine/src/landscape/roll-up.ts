// What each risk adds up to: the worst of what it says itself and of all that feeds it, however far below. Nothing is averaged, so that nothing hides the worst.
import type { LandscapeObject, LandscapeRelationType, RiskRollUp, RollUpFeeder, RollUpStep, RollUpVerdict, Severity } from "@merlon/schema";
import { SEVERITIES } from "../threats/severity.ts";
import type { LandscapeGraph } from "./collector.ts";

/** What passes its level on to the second thing. */
const CARRIES: ReadonlySet<LandscapeRelationType> = new Set(["feeds", "leads-to", "confirms"]);

/** The worst that still counts, and what lies between it and the thing that was asked about. */
interface Worst {
  readonly level: Severity;
  readonly chain: readonly RollUpStep[];
}

/** The highest rank first, then the worst, then by id. */
export function rollUp({ objects, relations }: Pick<LandscapeGraph, "objects" | "relations">): readonly RiskRollUp[] {
  const behind = new Map<string, string[]>();
  for (const { from, type, to } of relations) {
    if (!CARRIES.has(type)) continue;
    const known = behind.get(to);
    if (known) known.push(from);
    else behind.set(to, [from]);
  }
  const risks = [...objects.values()].filter(({ type }) => type === "risk");
  return risks.map((risk) => rolledUp(risk, objects, behind)).sort((a, b) => compareText(a.rank ?? "R9", b.rank ?? "R9") || badness(b.level) - badness(a.level) || compareText(a.id, b.id));
}

/** With what each risk adds up to. */
export function withLevels(objects: ReadonlyMap<string, LandscapeObject>, rolled: readonly RiskRollUp[]): ReadonlyMap<string, LandscapeObject> {
  const levels = new Map(rolled.map(({ id, level }) => [id, level]));
  return new Map([...objects].map(([id, object]) => {
    const level = levels.get(id);
    return [id, level === undefined ? object : { ...object, level }];
  }));
}

function rolledUp(risk: LandscapeObject, objects: LandscapeGraph["objects"], behind: ReadonlyMap<string, readonly string[]>): RiskRollUp {
  const fed = [...new Set(behind.get(risk.id))].map((id) => {
    const object = objects.get(id)!;
    const worst = worstBehind(object, risk.id, objects, behind);
    const feeder: RollUpFeeder = { ...stepOf(object), ...(object.state === undefined ? {} : { state: object.state }), ...(worst ? { level: worst.level } : {}), counts: counts(object) };
    return { feeder, worst };
  }).sort((a, b) => badness(b.worst?.level) - badness(a.worst?.level) || (a.worst?.chain.length ?? 0) - (b.worst?.chain.length ?? 0) || compareText(a.feeder.id, b.feeder.id));
  const worst = fed[0]?.worst;
  const said = risk.severity;
  const own = counts(risk) ? said : undefined;
  const level = badness(worst?.level) > badness(own) ? worst?.level : own;
  return {
    id: risk.id, title: risk.title, ...(/^R[0-4]$/.test(risk.kind ?? "") ? { rank: risk.kind! } : {}), ...(risk.state === undefined ? {} : { state: risk.state }),
    ...(said ? { said } : {}), ...(worst ? { fed: worst.level } : {}), ...(level ? { level } : {}), verdict: verdictOf(risk, worst?.level, fed.length > 0),
    chain: worst ? [...worst.chain, stepOf(risk)] : [], feeders: fed.map(({ feeder }) => feeder),
  };
}

function verdictOf(risk: LandscapeObject, fed: Severity | undefined, isFed: boolean): RollUpVerdict {
  const said = risk.severity;
  if (!counts(risk)) return fed ? "ended-but-fed" : "ended";
  if (said === undefined) return fed ? "unsaid" : "unknown";
  if (!isFed) return "unfed";
  return fed === said ? "agrees" : badness(fed) > badness(said) ? "understated" : "overstated";
}

/** Breadth first, so that the chain is the shortest; it begins at a cause rather than at a risk that is as bad. What is mended or closed says nothing itself, yet what feeds it passes through. A risk is never fed by itself. */
function worstBehind(start: LandscapeObject, without: string, objects: LandscapeGraph["objects"], behind: ReadonlyMap<string, readonly string[]>): Worst | undefined {
  const next = new Map<string, string | undefined>([[start.id, undefined]]);
  let worst: LandscapeObject | undefined;
  for (const id of next.keys()) {
    const object = objects.get(id)!;
    if (counts(object) && badness(object.severity) > badness(worst?.severity)) worst = object;
    else if (worst?.type === "risk" && object.type !== "risk" && counts(object) && object.severity === worst.severity) worst = object;
    for (const one of behind.get(id) ?? []) if (one !== without && !next.has(one)) next.set(one, id);
  }
  if (!worst?.severity) return undefined;
  const chain: RollUpStep[] = [];
  for (let id: string | undefined = worst.id; id !== undefined; id = next.get(id)) chain.push(stepOf(objects.get(id)!));
  return { level: worst.severity, chain };
}

/** What is accepted is known, not gone. */
function counts({ type, state }: LandscapeObject): boolean {
  return type === "threat" ? state !== "dismissed" : state !== "done";
}

function stepOf({ id, type, title }: LandscapeObject): RollUpStep {
  return { id, type, title };
}

function badness(severity: Severity | undefined): number {
  return severity === undefined ? -1 : SEVERITIES.indexOf(severity);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
