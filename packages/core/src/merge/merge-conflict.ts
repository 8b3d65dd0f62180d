// What a merge leaves to people: which two edits do not go together, what either side says, and what is safer to believe.
import type { ConflictKind, Where } from "@merlon/schema";
import type { CodeId } from "../codes.ts";
import { diagnose } from "../diagnose.ts";
import { describePath, type MapName } from "../model/maps.ts";
import type { Path } from "../text/tree.ts";

export interface MergeConflict {
  readonly code: CodeId;
  readonly kind: ConflictKind;
  /** `header` for what is said about the model as a whole, `file` for keys of other files. */
  readonly map: MapName | "header" | "file";
  readonly object: string;
  /** Keys below the object, joined by dots; absent when it is about the whole object. */
  readonly key?: string;
  /** Absent where that version says nothing. */
  readonly base?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
  /** The value that is safer to believe, where one is: less trust, less protection, more sensitivity. */
  readonly suggestion?: unknown;
  readonly message: string;
  readonly hint: string;
  /** In our files. */
  readonly where?: Where;
}

const codeOf: Readonly<Record<ConflictKind, CodeId>> = {
  "field-field": "C1201", "delete-modify": "C1202", "delete-referenced": "C1203", "rename-rename": "C1204", "rename-reuse": "C1205", "add-add": "C1206",
  "kind-kind": "C1207", "boundary-cycle": "C1208", "decision-decision": "C1209", "not-writable": "C1210", "invalid": "C1211",
};

export interface ConflictFacts extends Pick<MergeConflict, "map" | "object"> {
  readonly path: Path;
  readonly base?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
  readonly suggestion?: unknown;
  /** For the message. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export function conflictOf(kind: ConflictKind, { map, object, path, data = {}, ...values }: ConflictFacts): MergeConflict {
  const code = codeOf[kind];
  const key = path.join(".");
  const subject = map === "header" || map === "file" ? `\`${[object, ...path].join(" › ")}\`` : describePath([map, object, ...path]);
  const { message, hint = "" } = diagnose(code, undefined, { object: subject, ...data });
  const stated = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { code, kind, map, object, ...(key === "" ? {} : { key }), ...stated, message, hint };
}
