// Which attributes that an object does not have could still decide a condition about it. Those are stated as empty; for the others its stencil already settles that the condition does not hold, whatever is at the other end.
import type { Expression, Role } from "./expression.ts";
import type { Template } from "./template.ts";

/** What is known of an object, wherever it is used. */
export interface Known {
  readonly types: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
}

export function relevantAttributes({ ready }: Template, known: Known, roles: readonly Role[]): ReadonlySet<string> {
  const relevant = new Set<string>();
  for (const role of roles) {
    for (const { include, exclude } of ready) {
      if (truth(include, known, role) === false) continue;
      for (const expression of exclude === undefined ? [include] : [include, exclude]) collect(expression, role, known, relevant);
    }
  }
  return relevant;
}

/** undefined: it depends on something that is not known of the object alone. */
function truth(expression: Expression, known: Known, role: Role): boolean | undefined {
  switch (expression.kind) {
    case "all": return junction(expression.parts.map((part) => truth(part, known, role)), false);
    case "any": return junction(expression.parts.map((part) => truth(part, known, role)), true);
    case "not": {
      const inner = truth(expression.part, known, role);
      return inner === undefined ? undefined : !inner;
    }
    case "type": return expression.role === role ? known.types.has(expression.type) : undefined;
    case "attribute": {
      const value = expression.role === role ? known.attributes.get(expression.attribute) : undefined;
      return value === undefined ? undefined : value === expression.value;
    }
    case "crosses": return undefined;
  }
}

function junction(parts: readonly (boolean | undefined)[], deciding: boolean): boolean | undefined {
  if (parts.includes(deciding)) return deciding;
  return parts.includes(undefined) ? undefined : !deciding;
}

function collect(expression: Expression, role: Role, known: Known, into: Set<string>): void {
  if (expression.kind === "all" || expression.kind === "any") for (const part of expression.parts) collect(part, role, known, into);
  else if (expression.kind === "not") collect(expression.part, role, known, into);
  else if (expression.kind === "attribute" && expression.role === role && !known.attributes.has(expression.attribute)) into.add(expression.attribute);
}
