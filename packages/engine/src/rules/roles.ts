// Names that conditions use: the roles of each scope, paths such as `n.source`, and the fixed list of relations.
import type { RuleScope } from "@merlon/schema";
import { dataOn, dataStored } from "../facts/data-at.ts";
import type { FactBase, SubjectKind } from "../facts/fact-base.ts";
import { RULE_STEPS } from "./steps.ts";
import type { BoundarySubject, ElementSubject, FlowSubject, Input, Subject } from "../facts/subject.ts";

/** Subjects bound to roles, by slot, and the steps that are left to whoever evaluates with them (see steps.ts). */
export interface Env extends Array<Subject> {
  left: number;
}

export interface Role {
  readonly slot: number;
  readonly kind: SubjectKind;
}
export type Roles = ReadonlyMap<string, Role>;

/** A role, perhaps followed by `.source`, `.target` or `.parent`. */
export interface Path {
  readonly text: string;
  readonly kind: SubjectKind;
  /** Of the role it starts from. */
  readonly slot: number;
  readonly get: (env: Env) => Subject | undefined;
}

export interface Members {
  readonly list: readonly Subject[];
  /** Unknown fields that could add members. */
  readonly missing: readonly Input[];
}

export interface RelationDefinition {
  readonly to: SubjectKind;
  readonly members: (subject: never, base: FactBase) => Members;
}

export function rolesOf(scope: RuleScope): Roles {
  if (scope === "flow") {
    return new Map<string, Role>([["flow", { slot: 0, kind: "flow" }], ["source", { slot: 1, kind: "element" }], ["target", { slot: 2, kind: "element" }]]);
  }
  return new Map<string, Role>([[scope, { slot: 0, kind: scope }]]);
}

export function envOf(subject?: Subject): Env {
  const roles: Subject[] = !subject ? [] : subject.kind === "flow" ? [subject, subject.from, subject.to] : [subject];
  return Object.assign(roles, { left: RULE_STEPS });
}

export const relations: Readonly<Record<string, RelationDefinition>> = {
  "flow.carries": { to: "data", members: (f: FlowSubject, base: FactBase) => asMembers(dataOn(f, base, "request")) },
  "flow.response": { to: "data", members: (f: FlowSubject, base: FactBase) => asMembers(dataOn(f, base, "response")) },
  "element.inflows": { to: "flow", members: (e: ElementSubject) => all(e.inflows) },
  "element.outflows": { to: "flow", members: (e: ElementSubject) => all(e.outflows) },
  "element.holds": { to: "data", members: (e: ElementSubject, base: FactBase) => asMembers(dataStored(e, base)) },
  "element.boundaries": { to: "boundary", members: (e: ElementSubject) => all(e.boundaries) },
  "boundary.members": { to: "element", members: (b: BoundarySubject) => all(b.members) },
  "boundary.crossings": { to: "flow", members: (b: BoundarySubject) => all(b.crossings) },
  "boundary.parent": { to: "boundary", members: (b: BoundarySubject) => all(b.parent ? [b.parent] : []) },
  "model.elements": { to: "element", members: (_: Subject, base: FactBase) => all([...base.subjects.elements.values()]) },
  "model.flows": { to: "flow", members: (_: Subject, base: FactBase) => all([...base.subjects.flows.values()]) },
  "model.data": { to: "data", members: (_: Subject, base: FactBase) => all([...base.subjects.data.values()]) },
};

/** Steps from one subject to another inside a path. */
const steps: Readonly<Record<string, { readonly from: SubjectKind; readonly to: SubjectKind; readonly get: (s: never) => Subject | undefined }>> = {
  "flow.source": { from: "flow", to: "element", get: (f: FlowSubject) => f.from },
  "flow.target": { from: "flow", to: "element", get: (f: FlowSubject) => f.to },
  "boundary.parent": { from: "boundary", to: "boundary", get: (b: BoundarySubject) => b.parent },
};

/** Splits `role[.step]*.last`; undefined when the role or a step does not exist. */
export function parsePath(text: string, roles: Roles): { readonly path: Path; readonly last: string } | undefined {
  const parts = text.split(".");
  const role = roles.get(parts[0]!);
  if (!role || parts.length < 2) return undefined;
  let path: Path = rolePath(parts[0]!, role);
  let at = 1;
  for (; at < parts.length - 1; at++) {
    const step = steps[`${path.kind}.${parts[at]!}`];
    if (!step) break;
    path = stepped(path, parts[at]!, step);
  }
  return { path, last: parts.slice(at).join(".") };
}

/** A whole path without a key: `target`, `n.source`. */
export function parseRole(text: string, roles: Roles): Path | undefined {
  const role = roles.get(text);
  if (role) return rolePath(text, role);
  const parsed = parsePath(text, roles);
  const step = parsed && steps[`${parsed.path.kind}.${parsed.last}`];
  return parsed && step ? stepped(parsed.path, parsed.last, step) : undefined;
}

function rolePath(text: string, role: Role): Path {
  const { slot } = role;
  return { text, kind: role.kind, slot, get: (env) => env[slot] };
}

function stepped(path: Path, name: string, step: (typeof steps)[string]): Path {
  const { get } = path;
  return {
    text: `${path.text}.${name}`, kind: step.to, slot: path.slot,
    get: (env) => {
      const subject = get(env);
      return subject && step.get(subject as never);
    },
  };
}

function all(list: readonly Subject[]): Members {
  return { list, missing: [] };
}

function asMembers(set: { readonly data: readonly Subject[]; readonly missing: readonly Input[] }): Members {
  return { list: set.data, missing: set.missing };
}
