// What a gate asks at a stage, each part with the line of the policy that says so: the stage's own word first, then that for every stage, then `fail-on`.
import type { Gate, Gates, Policy, Severity, Stage } from "@merlon/schema";

export interface Stated<T> {
  readonly value: T;
  /** Absent where nobody wrote one. */
  readonly line?: string;
}

export type GateAt = { readonly [K in keyof Gate]?: Stated<NonNullable<Gate[K]>> };

export function gateAt(kind: keyof Gates, stage: Stage, policy: Policy | undefined): GateAt {
  const gates = policy?.gates?.[kind];
  const stated = (["every", stage] as const).flatMap((at) => Object.entries(gates?.[at] ?? {}).map(([key, value]) => [key, { value, line: `gates.${kind}.${at}.${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}` }] as const));
  const failOn = policy?.["fail-on"];
  const severity: GateAt = failOn === undefined ? {} : { severity: { value: failOn, line: `fail-on: ${failOn}` } };
  return { ...severity, ...Object.fromEntries(stated) };
}

/** undefined: none stops. */
export function leastSeverity({ severity }: GateAt): Stated<Severity> | undefined {
  return severity === undefined || severity.value === "none" ? undefined : { ...severity, value: severity.value };
}
