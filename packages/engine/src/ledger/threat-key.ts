// The keys of decisions: a threat id, a human threat's slug, or a cell of a STRIDE table; and what they are called today.
import type { LibraryRule } from "@merlon/schema";

export interface ThreatKey { readonly kind: "threat"; readonly rule: string; readonly target: string; readonly about: string | undefined }
export interface CellKey { readonly kind: "cell"; readonly letter: string; readonly target: string; readonly leg: "request" | "response" }
export interface HumanKey { readonly kind: "human"; readonly id: string }
export type DecisionKey = ThreatKey | CellKey | HumanKey;

export function parseKey(key: string): DecisionKey {
  const cell = /^([STRIDE])@([^+]+?)(\+response)?$/.exec(key);
  if (cell) return { kind: "cell", letter: cell[1]!, target: cell[2]!, leg: cell[3] ? "response" : "request" };
  const threat = /^([^@]+)@([^+]+)(?:\+(.+))?$/.exec(key);
  if (threat) return { kind: "threat", rule: threat[1]!, target: threat[2]!, about: threat[3] };
  return { kind: "human", id: key };
}

export function printKey(key: DecisionKey): string {
  switch (key.kind) {
    case "human": return key.id;
    case "cell": return `${key.letter}@${key.target}${key.leg === "response" ? "+response" : ""}`;
    case "threat": return `${key.rule}@${key.target}${key.about === undefined ? "" : `+${key.about}`}`;
  }
}

/** The objects that a key names. */
export function idsOfKey(key: DecisionKey): readonly string[] {
  if (key.kind === "human") return [key.id];
  const target = key.target.slice(startOfGoal(key.target));
  return key.kind === "threat" && key.about !== undefined ? [target, key.about] : [target];
}

/** The key with another object in the place of one, as its target; undefined when the target is something else. */
export function withObject(key: DecisionKey, from: string, to: string): DecisionKey | undefined {
  if (key.kind === "human") return undefined;
  const start = startOfGoal(key.target);
  return key.target.slice(start) === from ? { ...key, target: key.target.slice(0, start) + to } : undefined;
}

/** Of a path only the goal is an object: who starts is a class of actors. */
function startOfGoal(target: string): number {
  return target.includes("..") ? target.indexOf("..") + 2 : 0;
}

/** Old names and new ones: of objects by `formerly`, of rules by `supersedes`. */
export interface Aliases {
  readonly formerly: ReadonlyMap<string, string>;
  /** The rule itself first, then those that took over from it, nearest first. */
  readonly successors: (rule: string) => readonly string[];
}

/** What the key may be called today: one key, or one for each rule that took over. Never empty. */
export function currentKeys(key: DecisionKey, { formerly, successors }: Aliases): readonly DecisionKey[] {
  const live = (id: string): string => {
    const start = startOfGoal(id);
    return id.slice(0, start) + (formerly.get(id.slice(start)) ?? id.slice(start));
  };
  switch (key.kind) {
    case "human": return [{ kind: "human", id: live(key.id) }];
    case "cell": return [{ ...key, target: live(key.target) }];
    case "threat": {
      const about = key.about === undefined ? undefined : live(key.about);
      return successors(key.rule).map((rule) => ({ kind: "threat", rule, target: live(key.target), about }));
    }
  }
}

/** Several rules may take over from one, and rules that name each other in a circle are each found once. */
export function successorsAmong(rules: Iterable<LibraryRule>): Aliases["successors"] {
  const next = new Map<string, string[]>();
  for (const { id, supersedes } of rules) {
    for (const old of supersedes ?? []) {
      const list = next.get(old);
      if (list) list.push(id);
      else next.set(old, [id]);
    }
  }
  return function successors(rule) {
    const found = new Set([rule]);
    for (const at of found) for (const newer of next.get(at) ?? []) found.add(newer);
    return [...found];
  };
}
