// What one would do about each kind of step, and which steps one such change touches.
import type { AttackStepKind } from "@merlon/schema";
import { OUT, type Step } from "./attack-step.ts";

export interface Change {
  readonly id: string;
  readonly text: string;
  readonly step: Step;
  /** What it adds to the steps of its group; OUT: they are no more. */
  readonly adds: number;
  readonly group: string;
}

type Planned = readonly [word: string, at: string, text: string, adds: number] | undefined;

/** What is stated already cannot be proposed. */
const DONE: ReadonlySet<string> = new Set(["authorization object", "egress-filtering yes", "artifact-verification yes", "multi-factor phishing-resistant", "tamper-evidence yes", "message-signing yes", "change-approval yes", "human-approval yes"]);

/** undefined for what is only normal use, and for what is as it should be. */
export function changeOf(step: Step): Change | undefined {
  const planned = step.kind === "given" ? undefined : PLANS[step.kind](step);
  if (!planned || (planned[3] < OUT && step.kind !== "exploit" && step.toll.barriers.some(({ key, value }) => DONE.has(`${key} ${value}`)))) return undefined;
  const [word, at, text, adds] = planned;
  return { id: `${word}@${at}`, text, step, adds, group: groupOf(step) };
}

const PLANS: Readonly<Record<AttackStepKind, (step: Step) => Planned>> = {
  "reach": () => undefined,
  "authenticate": askCallers,
  "exploit": harden,
  "steal-credential": keepSecret,
  "assume-role": ({ data }) => ["narrow", idOf(data), `Let ${titleOf(data)} open less, and only from where it belongs`, OUT],
  "read": keepData,
  "tamper": ({ at, data }) => ["protect-changes", `${idOf(data)}+${at.id}`, `Make changes of ${titleOf(data)} at ${at.title} need a second check, and show`, 3],
  "deny": ({ at, technique }) => (technique === "flood" ? ["limit", at.id, `Limit callers of ${at.title} and run it more than once`, 2] : ["recover", at.id, `Make ${at.title} recoverable from where its owner cannot reach`, 2]),
  "exfiltrate": ({ at }) => ["filter-outbound", at.id, `Let out of ${at.title} only what it needs to send`, 2],
};

function askCallers({ at, technique, other, toll }: Step): Planned {
  if (technique === "agent-tool") return ["approve", at.id, `Let a person approve what ${other?.title ?? "it"} does over ${at.title}`, 3];
  if (toll.flaw === 2) return ["second-factor", at.id, `Ask for a second, phishing-resistant factor on ${at.title}`, 3];
  return toll.cost === 0 && (technique === "enter" || technique === "service") ? ["ask-callers", at.id, `Ask every caller of ${at.title} who it is`, OUT] : undefined;
}

function harden({ at, technique, door, toll }: Step): Planned {
  const over = door?.flow ?? at;
  if (technique === "deploy") return toll.barriers.length > 0 ? undefined : ["verify-artifacts", over.id, `Let ${at.title} take only signed artifacts over ${over.title}`, 3];
  if (technique === "inject") return ["separate-text", at.id, `Let ${at.title} treat what others wrote as text only, and do little with it`, 2];
  if (technique === "command") return ["second-person", over.id, `Ask a second person before commands run over ${over.title}`, 3];
  const has = (start: string): boolean => toll.barriers.some(({ key }) => key.startsWith(start));
  if (technique === "pipeline") return ["harden", at.id, `Build each change of ${at.title} apart${has("change-approval") ? "" : ", after a second person has agreed"}`, 2];
  const left = [...(has("input-validation") ? [] : ["check its input"]), ...(has("patching") ? [] : ["patch it at once"]), ...(has("control ") ? [] : ["filter in front of it"])];
  return ["harden", at.id, `Harden ${at.title}: ${left.length > 0 ? left.join(", ") : "test it, and take from it what it does not need"}`, 2];
}

function keepSecret({ at, data, technique }: Step): Planned {
  if (technique === "phish") return ["unphishable", idOf(data), `Replace ${titleOf(data)} by something that nobody can be tricked out of`, OUT];
  const where = `${idOf(data)}+${at.id}`;
  if (at.kind === "flow") return ["keep-away", where, `Do not send ${titleOf(data)} in a form that can be read on ${at.title}`, OUT];
  return ["keep-away", where, `Keep ${titleOf(data)} where ${at.title} can use it but not give it away, or do without it there`, OUT];
}

function keepData({ at, data, technique }: Step): Planned {
  if (isWire(technique)) return ["encrypt", at.id, `Encrypt ${at.title} from end to end`, OUT];
  if (at.kind === "flow") return ["check-objects", at.id, `Check on ${at.title} that each caller reads only what is its own`, 3];
  return ["keep-out", `${idOf(data)}+${at.id}`, `Keep ${titleOf(data)} away from ${at.title}: tokenise it, or encrypt it past it`, OUT];
}

/** Steps of one group are touched by one change. */
export function groupOf({ kind, at, data, technique, door }: Step): string {
  switch (kind) {
    case "exploit": return technique === "inject" ? `inject ${at.id}` : technique === "deploy" || technique === "command" ? `command ${at.id} ${door?.flow?.id ?? ""}` : `exploit ${at.id}`;
    case "assume-role": return `role ${idOf(data)}`;
    case "steal-credential": return technique === "phish" ? `phish ${idOf(data)}` : `steal ${idOf(data)} ${at.id}`;
    case "read": return isWire(technique) ? `wire ${at.id}` : at.kind === "flow" ? `answer ${at.id}` : `read ${idOf(data)} ${at.id}`;
    case "tamper": return `tamper ${idOf(data)} ${at.id}`;
    default: return `${kind} ${at.id} ${technique}`;
  }
}

function isWire(technique: Step["technique"]): boolean {
  return technique === "sniff" || technique === "middle";
}

function idOf(data: Step["data"]): string {
  return data?.id ?? "";
}

function titleOf(data: Step["data"]): string {
  return data?.title ?? "it";
}
