// What an expression says of one interaction, with the meaning that the Microsoft tool gives it: what is not there is not so, and types inherit.
import type { Expression, Role } from "./expression.ts";

export interface Interaction {
  /** The stencil of a role and everything it is a kind of. */
  readonly types: Readonly<Record<Role, ReadonlySet<string>>>;
  /** The selected value by attribute name. */
  readonly attributes: Readonly<Record<Role, ReadonlyMap<string, string>>>;
  /** The stencils, with ancestors, of the boundaries that the line of the flow meets. */
  readonly crossed: ReadonlySet<string>;
}

export function holds(expression: Expression, interaction: Interaction): boolean {
  switch (expression.kind) {
    case "all": return expression.parts.every((part) => holds(part, interaction));
    case "any": return expression.parts.some((part) => holds(part, interaction));
    case "not": return !holds(expression.part, interaction);
    case "type": return interaction.types[expression.role].has(expression.type);
    case "attribute": return interaction.attributes[expression.role].get(expression.attribute) === expression.value;
    case "crosses": return interaction.crossed.has(expression.type);
  }
}
