// Foreign values that have no counterpart are kept as they are, under one `x-` key per format and the names that the format itself uses.
import type { DraftObject } from "./document-draft.ts";
import { someOf } from "./document-draft.ts";
import { lose, loseEach } from "./foreign/account.ts";
import { excerpt } from "./foreign/excerpt.ts";
import type { Intake } from "./foreign/intake.ts";
import { isBlank, under } from "./foreign/place.ts";
import type { Place } from "./foreign/place.ts";

/** `x-otm` with the parts that are there; nothing when none is. */
export function extension(system: string, kept: DraftObject): DraftObject {
  const parts = someOf(kept);
  return parts === undefined ? {} : { [`x-${system}`]: parts };
}

export interface KeepOptions {
  readonly system: string;
  /** The object of ours that has it. Without one, the same field of many objects is one line of the report. */
  readonly object?: string | undefined;
  /** What the report calls it; the key itself by default. */
  readonly what?: string;
}

export function keep(intake: Intake, place: Place, key: string, { system, object, what }: KeepOptions): unknown {
  const found = under(place, key);
  if (isBlank(found.value)) return undefined;
  const why = `It has no counterpart; it stands under \`x-${system}\`.`;
  if (object === undefined) loseEach(intake.account, { kind: "kept", at: found.at, what: what ?? `\`${key}\``, why });
  else lose(intake.account, { kind: "kept", at: found.at, what: `${what ?? `\`${key}\``}: ${excerpt(found.value)}`, why, object });
  return found.value;
}
