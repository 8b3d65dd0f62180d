// Where a layout puts elements, boundaries and flows: what every layout method returns.
import type { Box, Route } from "./geometry.ts";

export interface Placement {
  readonly elements: ReadonlyMap<string, Box>;
  readonly boundaries: ReadonlyMap<string, Box>;
  /** From the border of the source to the border of the target. */
  readonly routes: ReadonlyMap<string, Route>;
}
