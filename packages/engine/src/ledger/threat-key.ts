// The keys of decisions: a threat id, a human threat's slug, or a cell of a STRIDE table.
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

/** The key with every old id replaced by the live one (`formerly`, `supersedes`). */
export function currentKey(key: DecisionKey, formerly: ReadonlyMap<string, string>, superseded: ReadonlyMap<string, string>): DecisionKey {
  const live = (id: string) => follow(id, formerly);
  switch (key.kind) {
    case "human": return { kind: "human", id: live(key.id) };
    case "cell": return { ...key, target: live(key.target) };
    case "threat": return { ...key, rule: follow(key.rule, superseded), target: live(key.target), about: key.about === undefined ? undefined : live(key.about) };
  }
}

function follow(id: string, map: ReadonlyMap<string, string>): string {
  let at = id;
  for (let steps = 0; steps < 50; steps++) {
    const next = map.get(at);
    if (next === undefined || next === at) return at;
    at = next;
  }
  return at;
}
