// One question per object and key, however many rules wait for it; ranked by the severities the answer decides
// (an instance that waits for several answers gives each its share).
import type { Depth, Question, Severity } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Input, Subject } from "../facts/subject.ts";
import { inputsOf, isJudged, type Instance } from "../rules/evaluate.ts";
import { SEVERITIES, severities } from "../threats/severity.ts";
import { targetOf } from "../threats/build-threat.ts";
import { depthOf, wordingOf } from "./wording.ts";

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, low: 1, medium: 3, high: 9, critical: 27 };
const DEPTH: Readonly<Record<Depth, number>> = { sketch: 0, standard: 1, full: 2 };

/** One unknown, ranked but not yet put into words: of thousands only a few are shown. */
export interface OpenQuestion {
  readonly id: string;
  readonly key: string;
  readonly subject: Subject;
  /** The outcomes that it holds open. */
  readonly decides: readonly Instance[];
  readonly weight: number;
  readonly worst: Severity;
  readonly depth: Depth;
}

interface Waiting {
  readonly input: Input;
  readonly decides: Instance[];
  weight: number;
  /** Place in SEVERITIES. */
  worst: number;
}

type WaitingBySubject = Map<Subject, Map<string, Waiting>>;

/** Most important first. `also`: what is asked although no rule waits for it. */
export function openQuestions(instances: readonly Instance[], base: FactBase, also: readonly Input[] = []): readonly OpenQuestion[] {
  const waiting: WaitingBySubject = new Map();
  const severityOf = severities(base);
  for (const instance of instances) {
    if (instance.outcome !== "question") continue;
    const severity = severityOf(instance);
    const inputs = inputsOf(instance, base);
    for (const input of inputs) {
      const entry = entryOf(input, waiting);
      entry.decides.push(instance);
      entry.weight += WEIGHT[severity] / inputs.length;
      entry.worst = Math.max(entry.worst, SEVERITIES.indexOf(severity));
    }
  }
  for (const input of also) entryOf(input, waiting);
  const open: OpenQuestion[] = [];
  for (const byKey of waiting.values()) for (const entry of byKey.values()) open.push(openOf(entry, base));
  return open.sort(compareImportance);
}

/** The response leg of a crossing has cells of its own, which are open as long as nobody says what comes back. */
export function unsaidResponses({ subjects }: FactBase): readonly Input[] {
  return [...subjects.flows.values()]
    .filter((flow) => flow.crosses.length > 0 && flow.source.response === undefined && isJudged(flow))
    .map((flow) => ({ subject: flow, key: "response" }));
}

function entryOf(input: Input, waiting: WaitingBySubject): Waiting {
  let byKey = waiting.get(input.subject);
  if (!byKey) waiting.set(input.subject, (byKey = new Map<string, Waiting>()));
  let entry = byKey.get(input.key);
  if (!entry) byKey.set(input.key, (entry = { input, decides: [], weight: 0, worst: 0 }));
  return entry;
}

export function questionId(input: Input): string {
  return `${input.key}@${input.subject.id}`;
}

function openOf({ input, decides, weight, worst }: Waiting, base: FactBase): OpenQuestion {
  const { subject, key } = input;
  return {
    id: questionId(input), key, subject, decides, weight: Math.round(weight * 100) / 100, worst: SEVERITIES[worst]!, depth: depthOf(key, base),
  };
}

export function questionOf({ id, key, subject, decides, weight, worst }: OpenQuestion, base: FactBase): Question {
  return {
    id, key, target: targetOf(subject), ...wordingOf(key, subject.title, base), decides: decides.map((instance) => instance.id).sort(), weight, worst, ...(subject.where ? { where: subject.where } : {}),
  };
}

/** The weightiest first, then by id. */
export function compareImportance(a: Ranked, b: Ranked): number {
  return b.weight - a.weight || ((a.id ?? a.key) < (b.id ?? b.key) ? -1 : 1);
}

interface Ranked { readonly weight: number; readonly key: string; readonly id?: string }

export function isDeeper(question: Pick<Question, "depth">, depth: Depth): boolean {
  return DEPTH[question.depth] > DEPTH[depth];
}
