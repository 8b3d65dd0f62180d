// Which part of a model a result is about, where it is not all that is written: a view in time, and what it leaves out.

export type ObjectMap = "elements" | "flows" | "boundaries" | "data" | "controls" | "assumptions" | "threats" | "risks" | "scales" | "decisions" | "header";

export interface LeftOut {
  readonly map: ObjectMap;
  readonly id: string;
  readonly title: string;
  /** `planned for 2027-03`, `goes to \`orders\``. */
  readonly because: string;
}

export interface ModelView {
  /** `live`, `target` or `at:2027-01-01`. */
  readonly name: string;
  /** What is not there, then what goes with it; by map and id. */
  readonly leftOut: readonly LeftOut[];
}
