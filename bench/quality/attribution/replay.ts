// Checks an impact without using what found its causes: the versions between are read and analysed anew, with and without the operations that are said to be behind a threat.
import { diffModels, readModel, undoneWith, withChanges, type Model, type ModelSource } from "@merlon/core";
import { analyze, explain, impactOf } from "@merlon/engine";
import type { Impact, Library, ThreatChange } from "@merlon/schema";

export interface Attributed {
  readonly change: ThreatChange;
  /** It is explained down to facts in the version that has it. */
  readonly proven: boolean;
  /** Operations are named. */
  readonly caused: boolean;
  /** What is named is behind it, as the words of the cause say. */
  readonly verified: boolean;
}

export interface Edited {
  readonly impact: Impact;
  readonly threats: readonly Attributed[];
}

export const judgedAt = "2026-11-24";

/** Both as one document. */
export function attributed(base: object, head: object, library: Library): Edited {
  const [before, after] = [read(base, library), read(head, library)];
  const version = (name: string, { header, digest }: Model) => ({ name, model: header.id, digest });
  const impact = impactOf({ version: version("base", before.model), ...before, library }, { version: version("head", after.model), ...after, library }, { at: judgedAt });
  const replay = replayOf(before.documents, after.documents, library);
  return {
    impact,
    threats: impact.threats.map((change) => {
      const { kind, operations } = change.cause;
      const caused = operations.length > 0 && (kind === "but-for" || kind === "several");
      return { change, proven: isProven(change, [before.model, after.model], library), caused, verified: caused && (kind === "but-for" ? replay.eachNeeded(change.id, operations) : replay.enough(change.id, operations)) };
    }),
  };
}

function read(document: object, library: Library) {
  return readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at: judgedAt });
}

function isProven({ id, change, threat }: ThreatChange, [before, after]: readonly [Model, Model], library: Library): boolean {
  if (threat.origin === "person") return true;
  const isGone = change === "resolved" || change === "removed" || change === "hidden";
  const found = explain(id, isGone ? before : after, library, { at: judgedAt, sideEffects: "none" });
  return found?.outcome === "threat" && found.when.truth === "true" && Object.keys(found.witness).length > 0;
}

/** Of a difference: with its cause undone it is not there. Threats are looked at by severity, and absent ones are alike. */
function replayOf(before: readonly ModelSource[], after: readonly ModelSource[], library: Library) {
  const diff = diffModels(before, after, library);
  const every = diff.changes.map(({ operation }) => operation.id);
  const together = undoneWith(diff);
  const seen = new Map<string, ReadonlyMap<string, string>>();
  const look = (kept: readonly number[]): ReadonlyMap<string, string> => {
    const name = kept.join();
    const known = seen.get(name) ?? severities(withChanges(diff, new Set(kept)), library);
    seen.set(name, known);
    return known;
  };
  const without = (undone: Iterable<number>): readonly number[] => {
    const gone = new Set([...undone].flatMap((id) => [...together.get(id) ?? []]));
    return every.filter((id) => !gone.has(id));
  };
  const isAsInHead = (id: string, kept: readonly number[]): boolean => look(kept).get(id) === look(every).get(id);
  return {
    eachNeeded: (id: string, cause: readonly number[]): boolean => cause.every((one) => !isAsInHead(id, without([one]))),
    enough(id: string, cause: readonly number[]): boolean {
      const others = every.filter((one) => !cause.includes(one));
      return isAsInHead(id, without(others)) && cause.every((one) => !isAsInHead(id, without([...others, one])));
    },
  };
}

function severities(document: object, library: Library): ReadonlyMap<string, string> {
  const { analysis } = analyze(read(document, library).model, library, { at: judgedAt });
  return new Map(analysis.threats.map(({ id, severity, status }) => [id, `${severity} ${status}`]));
}
