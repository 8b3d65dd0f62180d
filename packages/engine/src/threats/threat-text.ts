// The six-part statement of a threat, with the roles' titles filled in.
import type { ThreatStatement } from "@merlon/schema";
import type { CompiledRule } from "../rules/compile-rule.ts";
import type { Env, Roles } from "../rules/roles.ts";

const PARTS = ["source", "prerequisite", "action", "consequence", "goal", "harmed"] as const;

export function fillParts(rule: CompiledRule, env: Env): ThreatStatement {
  return Object.fromEntries(PARTS.map((part) => [part, fill(rule.rule.threat[part], rule.roles, env)]));
}

export function fill(text: string, roles: Roles, env: Env): string {
  return text.replace(/\{([^}]*)\}/g, (all, name: string) => {
    const role = roles.get(name);
    return role ? (env[role.slot]?.title ?? all) : all;
  });
}

/** `{source} with {prerequisite} can {action}, which leads to {consequence}, harming the {goal} of {harmed}.` Absent parts are left out. */
export function statementOf(parts: ThreatStatement, title: string): string {
  if (!parts.source || !parts.action) return title.endsWith(".") ? title : `${title}.`;
  const opening = `${parts.source}${parts.prerequisite ? ` with ${parts.prerequisite}` : ""} can ${parts.action}`;
  const then = parts.consequence ? `, which leads to ${parts.consequence}` : "";
  const harm = parts.goal && parts.harmed ? `, harming the ${parts.goal} of ${parts.harmed}` : "";
  const text = `${opening}${then}${harm}`;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

