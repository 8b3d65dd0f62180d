// The foreign formats that can be imported.
import type { Format } from "./format.ts";
import { microsecend } from "./microsecend/microsecend.ts";
import { microsoftTb7 } from "./microsoft-template/microsoft-tb7.ts";
import { microsoftTm7 } from "./microsoft-tm7/microsoft-tm7.ts";
import { otm } from "./otm/otm.ts";
import { threatDragon } from "./threat-dragon/threat-dragon.ts";

export const formats: readonly Format[] = [threatDragon, otm, microsoftTm7, microsoftTb7, microsecend];
