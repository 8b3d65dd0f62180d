// Open threats that make a step easier: at the same object, and done with a technique that such a step uses.
import { targetsOf } from "@merlon/core";
import type { AttackStepKind, Threat } from "@merlon/schema";
import { ofEach } from "./attack-graph.ts";
import { OUT, type Step } from "./attack-step.ts";
import { OPENING } from "./step-costs.ts";
import { TECHNIQUES } from "./techniques.ts";

/** Techniques (without sub-techniques) that speak of a kind of step. */
const SPEAKS: Readonly<Record<AttackStepKind, readonly string[]>> = {
  "reach": [],
  "authenticate": ["T1078", "T1110", "T1539", "T1528", "T1550", "T1606", "T1621", "T1556", "T1133", "T1185", "T1199"],
  "exploit": ["T1190", "T1210", "T1203", "T1059", "T1068", "T1189", "T1195", "T1505", "T1542", "T1611", "T1674", "T1677"],
  "steal-credential": ["T1552", "T1555", "T1528", "T1003", "T1040"],
  "assume-role": ["T1078"],
  "read": ["T1213", "T1530", "T1005", "T1040", "T1557"],
  "tamper": ["T1565", "T1557"],
  "deny": ["T1498", "T1499", "T1489", "T1485", "T1490", "T1496"],
  "exfiltrate": ["T1041", "T1567", "T1048"],
};

export type Openings = (step: Step) => readonly Threat[];

/** Only what is neither dismissed nor decided away; a threat of a path opens no path. */
export function openingsAmong(threats: readonly Threat[]): Openings {
  const byObject = new Map<string, Threat[]>();
  for (const threat of threats) {
    if (threat.status === "dismissed" || threat.target.kind === "path") continue;
    for (const { id } of targetsOf(threat)) byObject.set(id, [...byObject.get(id) ?? [], threat]);
  }
  return function openingsOf({ kind, technique, at, door }) {
    if (kind === "given") return [];
    const here = [...(byObject.get(at.id) ?? []), ...(door?.flow && door.flow !== at ? byObject.get(door.flow.id) ?? [] : [])];
    const speaks = technique === "inject" || technique === "agent-tool" ? [TECHNIQUES[technique].technique.id] : SPEAKS[kind];
    return here.filter(({ attack }) => attack.some(({ id, role }) => role === "exploitation" && speaks.includes(id.replace(/\.\d+$/, ""))));
  };
}

/** What each step costs with its openings; never less than 1 for what takes something. */
export function costsWith(steps: readonly Step[], openingsOf: Openings): Int32Array {
  return ofEach(steps, (step) => {
    const { cost } = step.toll;
    if (cost >= OUT || cost <= 1) return Math.min(cost, OUT);
    return openingsOf(step).length > 0 ? Math.max(1, cost - OPENING) : cost;
  });
}
