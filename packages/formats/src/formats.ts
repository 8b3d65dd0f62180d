// The foreign formats that can be imported.
import type { Format } from "./format.ts";
import { microsecend } from "./microsecend/microsecend.ts";
import { otm } from "./otm/otm.ts";
import { threatDragon } from "./threat-dragon/threat-dragon.ts";

export const formats: readonly Format[] = [threatDragon, otm, microsecend];
