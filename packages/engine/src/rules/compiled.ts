// A condition ready to run: a closure for the verdict and the parts that proofs and questions walk over.
import type { Condition, FactCondition } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Fact } from "../facts/subject.ts";
import type { Truth } from "../facts/truth.ts";
import type { Env, Members, Path } from "./roles.ts";

interface Base {
  readonly test: (env: Env, base: FactBase) => Truth;
  readonly source: Condition;
  readonly because: string | undefined;
}

export interface Junction extends Base { readonly kind: "all" | "any" | "not"; readonly children: readonly CompiledCondition[] }

export interface Quantifier extends Base {
  readonly kind: "some" | "every" | "none";
  readonly as: string;
  readonly slot: number;
  /** Whose members it looks at. */
  readonly path: Path;
  readonly relation: string;
  readonly members: Members;
  readonly where: CompiledCondition;
}

export interface FactTest extends Base {
  readonly kind: "fact";
  readonly source: FactCondition;
  readonly path: Path;
  readonly key: string;
  /** The role whose same fact it is compared with. */
  readonly other?: { readonly path: Path; readonly read: (env: Env, base: FactBase) => Fact | undefined };
  /** Numbers, and facts compared with another role's, enter a witness only as the outcome of the comparison. */
  readonly numeric: boolean;
  readonly read: (env: Env, base: FactBase) => Fact | undefined;
}

export interface ControlTest extends Base {
  readonly kind: "control";
  readonly type: string;
  readonly path: Path;
}

export type CompiledCondition = Junction | Quantifier | FactTest | ControlTest;

/** A mistake in a rule, at a path inside the rule's document. */
export interface RuleProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The known names, for the nearest one. */
  readonly known?: readonly string[];
  readonly wrong?: string;
}
