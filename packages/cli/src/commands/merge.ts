// `merlon merge`: two versions of a model into one, by object and field; also what git calls as a merge driver.
import { mergeFile, mergeModel, writeElsewhere, writeOverOurs, type MergedModel } from "@merlon/app";
import { flagOption, textOption, type Command, type Input, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { counted } from "../print/counts-text.ts";
import { mergeText, conflictsOnly } from "../print/merge-text.ts";
import { noticeOf } from "../print/notice.ts";

export const merge: Command = {
  description: "Merges two versions of a model that started from the same base: ours, with what theirs changed, by object and field. Comments and order of ours stay. What does not go together is listed and left as ours has it; exit code 4 then. Threats that only the merge has are listed too. Nothing is written without -o or --in-place.",
  arguments: [
    { name: "<base>", description: "the model that both started from: a folder or a file" },
    { name: "<ours>", description: "the version that is kept where the two do not go together" },
    { name: "<theirs>", description: "the version whose changes are taken" },
  ],
  options: [
    { flags: "-o, --out <path>", description: "write the merge to a new folder, or a new file for a model of one file" },
    { flags: "--in-place", description: "write the merge over ours" },
    { flags: "--force", description: "merge models with different ids" },
    { flags: "--driver <path>", description: "for git: merge three versions of one file, whose place is <path>, into the second; see `git-setup`" },
  ],
  examples: [
    { line: "merge base ours theirs", does: "see what would come of it" },
    { line: "merge base ours theirs -o merged", does: "write it, with merge-conflicts.yaml beside it where there is something to decide" },
    { line: "merge base ours theirs --in-place --json", does: "for scripts" },
  ],
  json: "An object with `conflicts` (code, kind, map, object, key, base, ours, theirs, suggestion, message, where), `emergent` (threats that only the merge has, with the severity before if any), `files` (path, `before` and `after` of each that changes), `gone` and `written`. With --driver `conflicts` and the `list` that was written.",
  async run(input, context) {
    const [base = "", ours = "", theirs = ""] = input.args;
    const path = textOption(input, "driver");
    if (path !== undefined) return drive({ base, ours, theirs, path }, context);
    const out = textOption(input, "out");
    if (out !== undefined && flagOption(input, "inPlace")) throw usageError("-o and --in-place do not go together.", "Choose one.");
    const merged = await mergeModel({ base, ours, theirs, force: flagOption(input, "force") }, context.session);
    return outcomeOf(merged, await write(merged, input, context), context);
  },
};

async function drive(versions: Parameters<typeof mergeFile>[0], { session, page }: Context): Promise<Outcome> {
  const { conflicts, list } = await mergeFile(versions, session);
  return {
    result: { conflicts, ...(list === undefined ? {} : { list }) }, text: () => conflictsOnly(conflicts, page),
    notes: list === undefined ? [] : [`${versions.path}: ${counted(conflicts.length, "conflict")}; ours is in place, and ${list} lists them.`],
    ...(conflicts.length > 0 ? { exitCode: 4 as const } : {}),
  };
}

async function write(merged: MergedModel, input: Input, { session }: Context): Promise<readonly string[]> {
  const out = textOption(input, "out");
  if (out !== undefined) return writeElsewhere(merged, out, session);
  return flagOption(input, "inPlace") ? writeOverOurs(merged, session) : [];
}

function outcomeOf(merged: MergedModel, written: readonly string[], context: Context): Outcome {
  const { conflicts, emergent, changes, gone, ours, diagnostics } = merged;
  const wrote = written.length === 0 ? "Nothing was written: say -o or --in-place." : `Written: ${written.join(", ")}`;
  return {
    result: { conflicts, emergent: emergent.map(({ threat, severityBefore }) => ({ ...threat, ...(severityBefore === undefined ? {} : { severityBefore }) })), files: changes, gone, written },
    diagnostics: diagnostics.filter((d) => d.severity === "error"),
    text: () => mergeText(merged, context.page, written.length === 0),
    notes: [`${counted(conflicts.length, "conflict")}, ${counted(emergent.length, "threat")} that only the merge has.`, changes.length + gone.length + written.length === 0 ? "Nothing changes." : wrote, ...noticeOf([{ loaded: ours, diagnostics }], context)],
    ...(conflicts.length > 0 ? { exitCode: 4 as const } : {}),
  };
}
