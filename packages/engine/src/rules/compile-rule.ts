// A rule compiled once and run over every model: its conditions as closures and its roles as slots.
import type { Library, LibraryRule, ResponsibleMembers } from "@merlon/schema";
import { checkFixes } from "./check-fixes.ts";
import type { SubjectKind } from "../facts/fact-base.ts";
import { compileCondition, type CompileContext } from "./compile-condition.ts";
import type { CompiledCondition, RuleProblem } from "./compiled.ts";
import { membersOf, parsePath, relations, rolesOf, type Members, type Roles } from "./roles.ts";

/** Members of a relation, all or those that fit. */
export interface CompiledMembers {
  readonly members: Members;
  readonly slot: number;
  readonly where: CompiledCondition | undefined;
}

export interface CompiledRule {
  readonly rule: LibraryRule;
  readonly roles: Roles;
  readonly applies: CompiledCondition | undefined;
  readonly when: CompiledCondition;
  readonly unless: CompiledCondition | undefined;
  readonly per: { readonly members: Members; readonly to: SubjectKind; readonly slot: number } | undefined;
  readonly responsible: readonly CompiledMembers[];
  /** In the order of the rule's fixes: what each is offered for. */
  readonly fixWhere: readonly (CompiledCondition | undefined)[];
}

/** Always gives something that runs: a part that is not understood is never true, and is among the problems. */
export function compileRule(rule: LibraryRule, library: Library): { readonly compiled: CompiledRule; readonly problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = [];
  const scopeRoles = rolesOf(rule.scope);
  const per = rule.per && compilePer(rule.per, scopeRoles, problems);
  const roles = per ? new Map(scopeRoles).set(rule.per!.as, { slot: per.slot, kind: per.to }) : scopeRoles;
  const compile = (part: "applies" | "when" | "unless", names: Roles) => {
    const condition = rule[part];
    return condition && compileCondition(condition, { library, roles: names, nesting: 0, path: [part], problems });
  };
  const responsible = (rule.responsible ?? []).flatMap((part, i) => compileMembers(part, { library, roles, nesting: 0, path: ["responsible", i], problems }));
  const fixWhere = rule.fix.map(({ where }, i) => where && compileCondition(where, { library, roles, nesting: 0, path: ["fix", i, "where"], problems }));
  checkTemplate(rule, roles, problems);
  problems.push(...checkFixes(rule, roles, library));
  const compiled = { rule, roles, applies: compile("applies", scopeRoles), when: compile("when", roles)!, unless: compile("unless", roles), per, responsible, fixWhere };
  return { compiled, problems };
}

function compilePer(per: NonNullable<LibraryRule["per"]>, roles: Roles, problems: RuleProblem[]): CompiledRule["per"] {
  const found = parsePath(per.each, roles);
  const relation = found && relations[`${found.path.kind}.${found.last}`];
  if (!found || !relation) {
    problems.push({ path: ["per", "each"], message: `no relation "${per.each}" here` });
    return undefined;
  }
  return { members: membersOf(found.path, relation), to: relation.to, slot: roles.size };
}

function compileMembers(part: ResponsibleMembers, context: CompileContext): readonly CompiledMembers[] {
  const { roles, problems, path } = context;
  const found = parsePath(part.each, roles);
  const relation = found && relations[`${found.path.kind}.${found.last}`];
  if (!found || !relation) {
    problems.push({ path: [...path, "each"], message: `no relation "${part.each}" here` });
    return [];
  }
  const slot = roles.size;
  const inner = new Map(roles).set(part.as, { slot, kind: relation.to });
  return [{ members: membersOf(found.path, relation), slot, where: part.where && compileCondition(part.where, { ...context, roles: inner, path: [...path, "where"] }) }];
}

/** `{role}` in a text must be a role of the rule. */
function checkTemplate(rule: LibraryRule, roles: Roles, problems: RuleProblem[]): void {
  for (const [part, text] of Object.entries(rule.threat)) {
    if (typeof text !== "string") continue;
    for (const [, name] of text.matchAll(/\{([^}]*)\}/g)) {
      if (!roles.has(name!)) problems.push({ path: ["threat", part], message: `no role "${name!}"`, wrong: name!, known: [...roles.keys()] });
    }
  }
}

const compiledRules = new WeakMap<Library, ReadonlyMap<string, CompiledRule>>();

/** All rules of a library by id, in the library's order; compiled once, however many models are analysed. Deprecated and draft ones are left to the caller. */
export function compileRules(library: Library): ReadonlyMap<string, CompiledRule> {
  let compiled = compiledRules.get(library);
  if (!compiled) compiledRules.set(library, (compiled = new Map(library.rules.map((rule) => [rule.id, compileRule(rule, library).compiled]))));
  return compiled;
}
