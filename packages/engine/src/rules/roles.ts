// Names that conditions use: the roles of each scope, paths such as `n.source`, and the fixed list of relations.
import type { RuleScope } from "@merlon/schema";
import { dataOn, dataStored } from "../facts/data-at.ts";
import type { FactBase, SubjectKind } from "../facts/fact-base.ts";
import { RULE_STEPS } from "./steps.ts";
import type { BoundarySubject, DataSet, ElementSubject, FlowSubject, Input, Subject } from "../facts/subject.ts";

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

export interface RelationDefinition {
  readonly to: SubjectKind;
  readonly list: (subject: never, base: FactBase) => readonly Subject[];
  /** Unknown fields that could add members. */
  readonly missing?: (subject: never, base: FactBase) => readonly Input[];
}

/** A relation of the object at the end of a path. */
export interface Members {
  readonly list: (env: Env, base: FactBase) => readonly Subject[];
  readonly missing: (env: Env, base: FactBase) => readonly Input[];
}

const NONE: readonly never[] = [];

export function membersOf(path: Path, { list, missing }: RelationDefinition): Members {
  const { get } = path;
  return {
    list: (env, base) => {
      const subject = get(env);
      return subject ? list(subject as never, base) : NONE;
    },
    missing: (env, base) => {
      const subject = missing && get(env);
      return subject ? missing(subject as never, base) : NONE;
    },
  };
}

export function rolesOf(scope: RuleScope): Roles {
  if (scope === "flow") {
    return new Map<string, Role>([["flow", { slot: 0, kind: "flow" }], ["source", { slot: 1, kind: "element" }], ["target", { slot: 2, kind: "element" }]]);
  }
  if (scope === "path") {
    return new Map<string, Role>([["path", { slot: 0, kind: "path" }], ["entry", { slot: 1, kind: "end" }], ["goal", { slot: 2, kind: "end" }]]);
  }
  return new Map<string, Role>([[scope, { slot: 0, kind: scope }]]);
}

export function envOf(subject?: Subject): Env {
  const env = (!subject ? [] : subject.kind === "flow" ? [subject, subject.from, subject.to] : subject.kind === "path" ? [subject, ...subject.ends] : [subject]) as Subject[] as Env; // complete with the next line
  env.left = RULE_STEPS;
  return env;
}

export const relations: Readonly<Record<string, RelationDefinition>> = {
  "flow.carries": dataRelation((f: FlowSubject, base) => dataOn(f, base, "request")),
  "flow.response": dataRelation((f: FlowSubject, base) => dataOn(f, base, "response")),
  "element.inflows": { to: "flow", list: (e: ElementSubject) => e.inflows },
  "element.outflows": { to: "flow", list: (e: ElementSubject) => e.outflows },
  "element.flows": { to: "flow", list: (e: ElementSubject) => [...e.outflows, ...e.inflows.filter((f) => f.from !== e)] },
  "element.peers": { to: "element", list: peersOf },
  "element.holds": dataRelation((e: ElementSubject, base) => dataStored(e, base)),
  "element.boundaries": { to: "boundary", list: (e: ElementSubject) => e.boundaries },
  "boundary.members": { to: "element", list: (b: BoundarySubject) => b.members },
  "boundary.crossings": { to: "flow", list: (b: BoundarySubject) => b.crossings },
  "boundary.parent": { to: "boundary", list: (b: BoundarySubject) => (b.parent ? [b.parent] : NONE) },
  "model.elements": { to: "element", list: (_: Subject, base) => [...base.subjects.elements.values()] },
  "model.flows": { to: "flow", list: (_: Subject, base) => [...base.subjects.flows.values()] },
  "model.data": { to: "data", list: (_: Subject, base) => [...base.subjects.data.values()] },
};

function dataRelation<S extends Subject>(setOf: (subject: S, base: FactBase) => DataSet): RelationDefinition {
  return { to: "data", list: (subject: S, base) => setOf(subject, base).data, missing: (subject: S, base) => setOf(subject, base).missing };
}

function peersOf(element: ElementSubject): readonly ElementSubject[] {
  const others = new Set([...element.outflows.map((flow) => flow.to), ...element.inflows.map((flow) => flow.from)]);
  others.delete(element);
  return [...others];
}

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
