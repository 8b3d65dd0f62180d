// The facts of one rule instance by role, as a decision stores them, and their values today.
import type { Where } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { valueOf } from "../facts/fact-words.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import type { Subject } from "../facts/subject.ts";
import { FALSE, TRUE } from "../facts/truth.ts";
import type { CompiledCondition } from "../rules/compiled.ts";
import { bind, type Instance } from "../rules/evaluate.ts";
import { leafValue, visitDeciding, visitLeaves } from "../rules/leaves.ts";
import { envOf, parsePath, rolesOf, type Env, type Roles } from "../rules/roles.ts";

export type Witness = Readonly<Record<string, string>>;
type Target = Pick<Instance, "rule" | "target" | "about">;

/** The leaves that make the outcome what it is (DESIGN, section 6). A condition that decides alone is a witness alone. */
export function witnessOf(instance: Target, base: FactBase): Witness {
  const env = bind(instance);
  return collect(decidingConditions(instance, env, base), env, base, visitDeciding);
}

/** Every leaf of the rule, deciding or not. */
export function leavesOf(instance: Target, base: FactBase): Witness {
  const { applies, when, unless } = instance.rule;
  return collect([applies, when, unless], bind(instance), base, visitLeaves);
}

function decidingConditions({ rule, about }: Target, env: Env, base: FactBase): readonly (CompiledCondition | undefined)[] {
  const applies = rule.applies ? rule.applies.test(env, base) : TRUE;
  // Nothing can be said of members that nobody listed.
  if (applies === FALSE || (rule.per && !about)) return [rule.applies];
  const held = applies === TRUE ? rule.applies : undefined;
  const when = rule.when.test(env, base);
  if (when === FALSE) return [held, rule.when];
  if (when !== TRUE && rule.unless?.test(env, base) === TRUE) return [held, rule.unless];
  return [rule.applies, rule.when, rule.unless];
}

function collect(conditions: readonly (CompiledCondition | undefined)[], env: Env, base: FactBase, visit: typeof visitLeaves): Witness {
  const found = new Map<string, string>();
  for (const condition of conditions) {
    if (condition) visit(condition, env, base, (leaf, name) => found.set(name, leafValue(leaf, env, base)));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface StatedFact { readonly value: string; readonly where?: Where }

/** What facts that people wrote down are about: a rule instance, an object (of a cell), or nothing but objects by their ids. */
export type About = Target | Subject | undefined;

/** The value today of a fact a person wrote down: `flow.protocol` by role, or `web.input-validation` by object id. */
export function statedFact(key: string, about: About, base: FactBase): StatedFact | undefined {
  const { roles, env } = rolesAround(about);
  const dot = key.indexOf(".");
  const object = subjectById(base.model.formerly.get(key.slice(0, dot)) ?? key.slice(0, dot), base);
  const role = parsePath(key, roles);
  // A cell belongs to no single rule, so its facts are by object first; those of a rule are by its roles.
  const byRole = role && (!object || (about && "rule" in about)) ? role : undefined;
  const subject = byRole ? byRole.path.get(env) : object;
  if (!subject) return undefined;
  const name = byRole ? byRole.last : key.slice(dot + 1);
  const where = subject.characteristics.get(name)?.where ?? subject.where;
  return { value: valueOf(base.fact(subject, name)), ...(where ? { where } : {}) };
}

function rolesAround(about: About): { readonly roles: Roles; readonly env: Env } {
  if (about === undefined) return { roles: new Map(), env: envOf() };
  if ("rule" in about) return { roles: about.rule.roles, env: bind(about) };
  return { roles: about.kind === "data" || about.kind === "end" ? new Map() : rolesOf(about.kind), env: envOf(about) };
}
