// The facts of one rule instance by role, as a decision stores them, and their values today.
import type { FactBase } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";
import { bind, type Instance } from "../rules/evaluate.ts";
import type { Env } from "../rules/roles.ts";
import { parsePath } from "../rules/roles.ts";
import { leafValue, visitDeciding, visitLeaves, wordsOf } from "../rules/trace.ts";
import type { Where } from "@merlon/schema";

export type Witness = Record<string, string | number>;
type Target = Pick<Instance, "rule" | "target" | "about">;

/** The leaves that make the outcome what it is: the witness of DESIGN, section 6. */
export function witnessOf(instance: Target, base: FactBase): Witness {
  return collect(instance, base, visitDeciding);
}

/** Every leaf of `when` and `unless`, deciding or not. */
export function leavesOf(instance: Target, base: FactBase): Witness {
  return collect(instance, base, visitLeaves);
}

function collect(instance: Target, base: FactBase, visit: typeof visitLeaves): Witness {
  const env = bind(instance);
  const found: Witness = {};
  for (const condition of [instance.rule.when, instance.rule.unless]) {
    if (condition) visit(condition, env, base, (leaf, name) => { found[name] = leafValue(leaf, env, base); });
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The value today of a fact a person wrote down: `flow.protocol`, or `web.input-validation` by object id. */
export function statedFact(key: string, instance: Target | undefined, base: FactBase): { readonly value: string; readonly where?: Where } | undefined {
  const env: Env = instance ? bind(instance) : [];
  const found = instance && parsePath(key, instance.rule.roles);
  const subject = found ? found.path.get(env) : subjectById(key.slice(0, key.indexOf(".")), base);
  const name = found ? found.last : key.slice(key.indexOf(".") + 1);
  if (!subject) return undefined;
  const where = subject.characteristics.get(name)?.where ?? subject.where;
  return { value: wordsOf(base.fact(subject, name)).replace(/ \(.*\)$/, ""), ...(where ? { where } : {}) };
}

export function subjectById(id: string, base: FactBase): Subject | undefined {
  const { subjects } = base;
  if (id === "model") return subjects.root;
  return subjects.elements.get(id) ?? subjects.flows.get(id) ?? subjects.boundaries.get(id) ?? subjects.data.get(id);
}
