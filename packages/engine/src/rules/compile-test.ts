// Compiles the comparison of a fact condition to a function over one value, and compares facts of two roles.
import { inherits } from "@merlon/core";
import type { FactCondition, Scalar } from "@merlon/schema";
import { ABSENT } from "../facts/fact.ts";
import type { Atom, Fact } from "../facts/subject.ts";
import { FALSE, TRUE, UNKNOWN, truthOf, type Truth } from "../facts/truth.ts";

export type AtomTest = (value: Atom) => boolean;

export function compileAtomTest(condition: FactCondition, values: string, order: readonly string[] | undefined): AtomTest {
  if (condition.is !== undefined) return equals(condition.is, values);
  if (condition.in !== undefined) {
    if (values !== "set" && values !== "dotted") {
      const wanted: ReadonlySet<Atom> = new Set(condition.in);
      return (value) => wanted.has(value);
    }
    const tests = condition.in.map((v) => equals(v, values));
    return (value) => {
      for (const test of tests) if (test(value)) return true;
      return false;
    };
  }
  const bound = (condition["at-least"] ?? condition.below)!;
  const place = order ? (v: Atom) => order.indexOf(String(v)) : (v: Atom) => Number(v);
  const limit = place(bound);
  return condition["at-least"] !== undefined ? (v) => place(v) >= limit : (v) => place(v) < limit;
}

function equals(wanted: Scalar, values: string): AtomTest {
  if (values === "set") return (value) => (typeof value === "object" ? value.some((v) => inherits(v, String(wanted))) : value === wanted);
  if (values === "dotted") return (value) => inherits(String(value), String(wanted));
  return (value) => value === wanted;
}

/** Kleene: an unknown fact decides only when every value it can still take gives the same answer. */
export function judge(fact: Fact | undefined, test: AtomTest): Truth {
  if (!fact || fact === ABSENT) return FALSE;
  if (fact.value !== undefined) return test(fact.value) ? TRUE : FALSE;
  const { possible } = fact;
  if (!possible || possible.length === 0) return UNKNOWN;
  const first = test(possible[0]!);
  for (let i = 1; i < possible.length; i++) if (test(possible[i]!) !== first) return UNKNOWN;
  return truthOf(first);
}

/** `unlike`: both are known and neither is, or inherits from, the other. */
export function judgeUnlike(one: Fact | undefined, other: Fact | undefined): Truth {
  if (!one || one === ABSENT || !other || other === ABSENT) return FALSE;
  if (one.value === undefined || other.value === undefined) return UNKNOWN;
  const [a, b] = [String(one.value), String(other.value)];
  return truthOf(!inherits(a, b) && !inherits(b, a));
}
