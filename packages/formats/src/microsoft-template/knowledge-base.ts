// What a template of the Microsoft tool knows: stencils, their attributes, categories and threat types. The same whether it lies in a file of its own (.tb7) or inside a model (.tm7).

export interface Stencil {
  readonly id: string;
  readonly name: string;
  /** The stencil it is a kind of; undefined for one that comes from none. */
  readonly parent: string | undefined;
  /** What it is drawn as, its ancestor's where its own says so. */
  readonly drawn: Drawn;
}

export type Drawn = "process" | "external" | "store" | "flow" | "box" | "line" | "note" | "unknown";

export interface StencilAttribute {
  /** What expressions and models call it. */
  readonly name: string;
  readonly title: string;
  readonly values: readonly string[];
  /** What it is an attribute of. */
  readonly at: "element" | "flow" | "boundary";
}

export interface ThreatType {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The name of its category, or its id when the template does not list it. */
  readonly category: string;
  readonly include: string;
  readonly exclude: string;
  /** The columns of the threat list that have a default here, by name: Priority, PossibleMitigations and whatever else the template has. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface KnowledgeBase {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly author: string | undefined;
  readonly stencils: readonly Stencil[];
  /** The ids of stencils that are left out, since they are kinds of kinds without an end. */
  readonly endless: readonly string[];
  readonly attributes: readonly StencilAttribute[];
  readonly threatTypes: readonly ThreatType[];
  /** What a threat has whose type names none. */
  readonly priority: string;
  readonly pictures: number;
}

/** What kind of object of ours it becomes; undefined for what becomes none. */
export function kindOf(drawn: Drawn): StencilAttribute["at"] | undefined {
  if (drawn === "process" || drawn === "external" || drawn === "store") return "element";
  if (drawn === "flow") return "flow";
  return drawn === "box" || drawn === "line" ? "boundary" : undefined;
}
