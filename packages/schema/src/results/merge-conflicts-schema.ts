// Runtime schema of the file that a merge leaves.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SeveritySchema } from "../common/stride.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import type { ConflictEntry, ConflictKind, EmergentEntry, MergeConflicts } from "./merge-conflicts.ts";

const conflict = {
  code: "C1201", kind: "field-field", map: "boundaries", object: "dmz", key: "trust", base: "edge", ours: "internal", theirs: "untrusted", suggestion: "untrusted",
  message: "Both sides changed boundary `dmz` › trust, each in another way.", hint: "Write the value that is right; ours is in place.", where: "shop/model.yaml:9",
};
const emergent = { id: "plaintext-flow-across-boundary@visit", severity: "high", title: "Readable data crosses a trust boundary" };

export const ConflictKindSchema = choice<ConflictKind>({
  "field-field": "Both changed the same field, each in another way.", "delete-modify": "One deleted what the other changed.", "delete-referenced": "One deleted what the other needs.",
  "rename-rename": "One object got two new ids.", "rename-reuse": "One id was given to two things.", "add-add": "Both added the same id, not as the same thing.",
  "kind-kind": "The object is of one kind here and of another there.", "boundary-cycle": "Each put one boundary into the other.", "decision-decision": "Two verdicts on one threat.",
  "not-writable": "Written in a way that a program should not touch.", "invalid": "Right on either side, wrong together.",
}, { id: "ConflictKind", title: "Conflict kind", description: "How the two changes do not go together." });

function value(title: string, description: string, example: string): z.ZodOptional<z.ZodUnknown> {
  return z.unknown().optional().meta({ title, description, examples: [example] });
}

export const ConflictEntrySchema = exactly<ConflictEntry>()(z.strictObject({
  code: NameSchema.meta({ title: "Code", description: "The code of the kind, under which it is explained.", examples: ["C1201"] }),
  kind: ConflictKindSchema.meta({ title: "Kind", description: "How the two changes do not go together.", examples: ["field-field"] }),
  map: NameSchema.meta({ title: "Map", description: "The map that the object is in; `header` for the model as a whole, `file` for keys of other files.", examples: ["boundaries"] }),
  object: NameSchema.meta({ title: "Object", description: "The object's id, or the key.", examples: ["dmz"] }),
  key: NameSchema.optional().meta({ title: "Key", description: "Keys below the object, joined by dots; left out when it is about the whole object.", examples: ["trust"] }),
  base: value("Base", "What the common version says; left out where it says nothing.", "edge"),
  ours: value("Ours", "What our version says, which is in place; left out where it says nothing.", "internal"),
  theirs: value("Theirs", "What the other version says; left out where it says nothing.", "untrusted"),
  suggestion: value("Suggestion", "The value that is safer to believe, where one is.", "untrusted"),
  message: NameSchema.meta({ title: "Message", description: "What happened, in a sentence.", examples: [conflict.message] }),
  hint: NameSchema.meta({ title: "Hint", description: "What to do about it.", examples: [conflict.hint] }),
  where: NameSchema.optional().meta({ title: "Where", description: "The file and line of our version.", examples: [conflict.where] }),
}).meta({ id: "MergeConflict", title: "Merge conflict", description: "Two changes that do not go together." }));

export const EmergentEntrySchema = exactly<EmergentEntry>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The threat's id in the merge.", examples: [emergent.id] }),
  severity: SeveritySchema.meta({ title: "Severity", description: "How bad it is in the merge.", examples: ["high"] }),
  before: SeveritySchema.optional().meta({ title: "Before", description: "The highest that a side gives it; left out when neither has it.", examples: ["low"] }),
  title: NameSchema.meta({ title: "Name", description: "The threat in a few words.", examples: [emergent.title] }),
}).meta({ id: "EmergentThreat", title: "Emergent threat", description: "A threat that the merge has and neither side has, or not as severe." }));

export const MergeConflictsSchema = exactly<MergeConflicts>()(z.strictObject({
  schema: z.literal("merlon/merge-conflicts/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/merge-conflicts/1"] }),
  conflicts: z.array(ConflictEntrySchema).meta({ title: "Conflicts", description: "In the order of the model.", examples: [[conflict]] }),
  "emergent-threats": z.array(EmergentEntrySchema).optional().meta({ title: "Emergent threats", description: "The most severe first; only where whole models were merged.", examples: [[emergent]] }),
}).meta({ id: "MergeConflicts", title: "Merge conflicts", description: "The file that a merge leaves beside a model: what it could not decide, and which threats only the merge has." }));
