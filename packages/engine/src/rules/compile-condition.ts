// Compiles a condition tree to closures once; mistakes are collected with their path, never thrown.
import type { Characteristic, Condition, ControlCondition, FactCondition, Library } from "@merlon/schema";
import { definitionOf, factKeys, slotOf } from "../facts/create-fact-base.ts";
import { makesSense, orderOf, readCharacteristic } from "../facts/characteristic-fact.ts";
import type { FactBase, SubjectKind } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";
import { FALSE, TRUE, UNKNOWN, not, truthOf, type Truth } from "../facts/truth.ts";
import { controlTruth } from "./control-truth.ts";
import { compileAtomTest, judge, judgeUnlike, type AtomTest } from "./compile-test.ts";
import type { CompiledCondition, ControlTest, FactTest, Junction, Quantifier, RuleProblem } from "./compiled.ts";
import { membersOf, parsePath, parseRole, relations, type Env, type Members, type Path, type Roles } from "./roles.ts";

/** Stands in for a path that does not exist. */
const NOWHERE: Path = { text: "nowhere", kind: "model", slot: -1, get: () => undefined };

const NOBODY: Members = { list: () => [], missing: () => [] };

/** Quantifiers nest at most this deep (DESIGN, section 5). */
const MAX_NESTING = 2;

export interface CompileContext {
  readonly library: Library;
  readonly roles: Roles;
  readonly nesting: number;
  readonly path: readonly (string | number)[];
  readonly problems: RuleProblem[];
}

export function compileCondition(source: Condition, context: CompileContext): CompiledCondition {
  if ("all" in source) return junction("all", source, source.all, context);
  if ("any" in source) return junction("any", source, source.any, context);
  if ("not" in source) return negation(source, context);
  if ("fact" in source) return factTest(source, context);
  if ("control" in source) return controlTest(source, context);
  return quantifier(source, context);
}

function junction(kind: "all" | "any", source: Condition, parts: readonly Condition[], context: CompileContext): Junction {
  const children = parts.map((part, i) => compileCondition(part, deeper(context, kind, i)));
  const [stop, start]: readonly [Truth, Truth] = kind === "all" ? [FALSE, TRUE] : [TRUE, FALSE];
  const test = (env: Env, base: FactBase): Truth => {
    let result: Truth = start;
    for (let i = 0; i < children.length; i++) {
      const truth = children[i]!.test(env, base);
      if (truth === stop) return stop;
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
  return { kind, source, because: source.because, children, test };
}

function negation(source: Condition & { readonly not: Condition }, context: CompileContext): Junction {
  const child = compileCondition(source.not, deeper(context, "not"));
  return { kind: "not", source, because: source.because, children: [child], test: (env, base) => not(child.test(env, base)) };
}

function quantifier(source: Extract<Condition, { readonly as: string }>, context: CompileContext): Quantifier {
  const kind = "some" in source ? "some" : "every" in source ? "every" : "none";
  const relation = (source as unknown as Record<string, string>)[kind]!;
  if (context.nesting >= MAX_NESTING) problem(context, [kind], `quantifiers nest at most ${MAX_NESTING} deep`);
  const found = parsePath(relation, context.roles);
  const definition = found && relations[`${found.path.kind}.${found.last}`];
  if (!found || !definition) {
    problem(context, [kind], `no relation "${relation}" here`, relation, relationNames(context.roles));
    return { kind, source, because: source.because, as: source.as, slot: 0, path: NOWHERE, relation, members: NOBODY, where: never(source), test: () => FALSE };
  }
  const slot = context.roles.size;
  const roles = new Map(context.roles).set(source.as, { slot, kind: definition.to });
  if (context.roles.has(source.as)) problem(context, ["as"], `the name "${source.as}" is taken`);
  const where = compileCondition(source.where, { ...deeper(context, "where"), roles, nesting: context.nesting + 1 });
  const members = membersOf(found.path, definition);
  return { kind, source, because: source.because, as: source.as, slot, path: found.path, relation, members, where, test: quantified(kind, members, slot, where) };
}

function quantified(kind: "some" | "every" | "none", { list, missing }: Members, slot: number, where: CompiledCondition) {
  const wanted = kind === "every" ? FALSE : TRUE;
  return (env: Env, base: FactBase): Truth => {
    if (env.left <= 0) return UNKNOWN;
    let result: Truth = missing(env, base).length > 0 ? UNKNOWN : not(wanted);
    for (const member of list(env, base)) {
      if (--env.left <= 0) return UNKNOWN;
      env[slot] = member;
      const truth = where.test(env, base);
      if (truth === wanted) { result = wanted; break; }
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return kind === "none" ? not(result) : result;
  };
}

function factTest(source: FactCondition, context: CompileContext): FactTest {
  const found = parsePath(source.fact, context.roles);
  if (!found) {
    problem(context, ["fact"], `no role in "${source.fact}"`, source.fact, [...context.roles.keys()]);
    return unreadable(source);
  }
  const { path, last: key } = found;
  const definition = definitionOf(path.kind, key);
  const characteristic = definition ? undefined : characteristicOf(path.kind, key, context.library);
  if (!definition && !characteristic) problem(context, ["fact"], `no fact "${key}" of ${path.kind}`, key, knownKeys(path.kind, context.library));
  const order = definition?.order ?? (characteristic && orderOf(characteristic));
  const values = definition?.values ?? characteristic?.kind ?? "text";
  checkComparison(source, context, { values, order, among: definition?.among });
  const slot = definition && slotOf(path.kind, key);
  const reading = ({ get: subjectOf }: Path) => (env: Env, base: FactBase) => {
    const subject = subjectOf(env);
    return subject && (slot === undefined ? readCharacteristic(characteristic, subject, key) : base.derived(subject, slot));
  };
  const read = reading(path);
  const other = source.unlike === undefined ? undefined : otherPath(source.unlike, path, context);
  if (other) return unlikeTest({ kind: "fact", source, because: source.because, key, read, numeric: true, path, other: { path: other, read: reading(other) } });
  const test = compileAtomTest(source, values, order);
  const { get } = path;
  const isStated = slot === undefined && characteristic?.kind !== "choice";
  return {
    kind: "fact", source, because: source.because, key, read, numeric: values === "number", path,
    test: isStated && characteristic ? statedTest(get, characteristic, test) : (env, base) => judge(read(env, base), test),
  };
}

/** The role of an `unlike`, which must be of the same kind. */
function otherPath(role: string, { kind }: Path, context: CompileContext): Path {
  const known = [...context.roles].filter(([, other]) => other.kind === kind).map(([name]) => name);
  const other = parseRole(role, context.roles);
  if (other?.kind === kind) return other;
  problem(context, ["unlike"], `no role "${role}" of the same kind`, role, known);
  return NOWHERE;
}

function unlikeTest(node: Omit<FactTest, "test"> & Required<Pick<FactTest, "other">>): FactTest {
  return { ...node, test: (env, base) => judgeUnlike(node.read(env, base), node.other.read(env, base)) };
}

function characteristicOf(kind: SubjectKind, key: string, library: Library): Characteristic | undefined {
  return library.characteristics.find((c) => c.id === key && (c["applies-to"] as readonly string[]).includes(kind));
}

/** Stands in for a condition that could not be understood: never true. */
function unreadable(source: FactCondition): FactTest {
  return { kind: "fact", source, because: source.because, key: source.fact, read: () => undefined, numeric: false, path: NOWHERE, test: () => FALSE };
}

/** A characteristic whose value is known or not, nothing between: no fact needs to be built. */
function statedTest(get: (env: Env) => Subject | undefined, characteristic: Characteristic, test: AtomTest): (env: Env) => Truth {
  return (env) => {
    const subject = get(env);
    if (!subject) return FALSE;
    const stated = subject.characteristics.get(characteristic.id);
    if (stated) return truthOf(test(stated.value));
    return makesSense(characteristic, subject) ? UNKNOWN : FALSE;
  };
}

interface Comparable {
  readonly values: string;
  readonly order: readonly string[] | undefined;
  /** All words that it can be, where they have no order. */
  readonly among: readonly string[] | undefined;
}

function checkComparison(source: FactCondition, context: CompileContext, { values, order, among }: Comparable): void {
  const used = (["is", "in", "at-least", "below", "unlike"] as const).filter((name) => source[name] !== undefined);
  if (used.length !== 1) problem(context, ["fact"], "needs exactly one of is, in, at-least, below, unlike");
  const bound = source["at-least"] ?? source.below;
  if (bound !== undefined && !order && values !== "number") problem(context, [used[0]!], `"${source.fact}" has no order to compare by`);
  const options = values === "flag" ? ["yes", "no"] : order ?? among;
  if (!options) return;
  for (const value of [source.is, bound, ...(source.in ?? [])]) {
    if (value !== undefined && !options.includes(String(value))) problem(context, [used[0] ?? "is"], `"${source.fact}" is never "${String(value)}"`, String(value), options);
  }
}

function controlTest(source: ControlCondition, context: CompileContext): ControlTest {
  const path = parseRole(source.at, context.roles);
  if (!path) problem(context, ["at"], `no role "${source.at}"`, source.at, [...context.roles.keys()]);
  const types = context.library.controls.map((c) => c.id);
  if (!types.includes(source.control)) problem(context, ["control"], `no control type "${source.control}"`, source.control, types);
  const at = path ?? NOWHERE;
  return {
    kind: "control", source, because: source.because, type: source.control, path: at,
    test: (env) => controlTruth(at.get(env), source.control),
  };
}

function relationNames(roles: Roles): readonly string[] {
  return [...roles].flatMap(([name, role]) => Object.keys(relations).filter((r) => r.startsWith(`${role.kind}.`)).map((r) => `${name}.${r.split(".")[1]!}`));
}

function knownKeys(kind: SubjectKind, library: Library): readonly string[] {
  return [...factKeys(kind), ...library.characteristics.filter((c) => (c["applies-to"] as readonly string[]).includes(kind)).map((c) => c.id)];
}

function never(source: Condition): CompiledCondition {
  return { kind: "any", source, because: undefined, children: [], test: () => FALSE };
}

function deeper(context: CompileContext, ...steps: (string | number)[]): CompileContext {
  return { ...context, path: [...context.path, ...steps] };
}

function problem(context: CompileContext, steps: readonly string[], message: string, wrong?: string, known?: readonly string[]): void {
  context.problems.push({ path: [...context.path, ...steps], message, ...(wrong === undefined ? {} : { wrong }), ...(known ? { known } : {}) });
}
