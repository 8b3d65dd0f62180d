// The guards, in the order in which they speak.
import { any } from "./any.ts";
import { dependencies } from "./dependencies.ts";
import { disables } from "./disables.ts";
import { functions } from "./functions.ts";
import type { Guard } from "./guard.ts";
import { heads } from "./heads.ts";
import { machinePaths } from "./machine-paths.ts";
import { openEnds } from "./open-ends.ts";
import { packageScripts } from "./package-scripts.ts";
import { pointers } from "./pointers.ts";
import { purity } from "./purity.ts";
import { size } from "./size.ts";
import { specIds } from "./spec-ids.ts";
import { vocabulary } from "./vocabulary.ts";

export const guards: readonly Guard[] = [
  purity,
  vocabulary,
  specIds,
  size,
  functions,
  heads,
  any,
  disables,
  openEnds,
  dependencies,
  packageScripts,
  pointers,
  machinePaths,
];
