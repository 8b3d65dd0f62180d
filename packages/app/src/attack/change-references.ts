// Writes what an upgrade found certain: ids and tactics in place, dropped references without their line, and the release in the header.
import { setFields } from "@merlon/core";
import type { AttackReference, Pack, UpgradeStep } from "@merlon/engine";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { objectEdits, writtenAt } from "../write/home.ts";
import { planChange, type Edit, type FileChange, type ModelChange } from "../write/plan-change.ts";

interface Move {
  readonly reference: AttackReference;
  readonly step: UpgradeStep;
}

/** `version`: the release to write; none while something is open. */
export function changeReferences(loaded: LoadedModel, references: readonly AttackReference[], steps: readonly UpgradeStep[], version: string | undefined, session: Session): ModelChange {
  const moves = references.map((reference, index): Move => ({ reference, step: steps[index]! })).filter(({ step }) => step.outcome !== "ask");
  const gone = dropped(moves);
  const kept = moves.filter((move) => !gone.includes(move));
  const model = loaded.documents.find(({ role }) => role === "model");
  const header: readonly Edit[] = version === undefined || !model || loaded.model.header["attack-version"] === version ? [] : [{ file: model.parsed.file.path, path: ["attack-version"], value: version }];
  const own = [...kept.filter(({ reference }) => reference.at?.imported === false).flatMap(editsOf), ...removals(gone.filter(({ reference }) => reference.at?.imported === false)), ...header];
  return planChange(loaded, [...own, ...importedEdits(loaded, moves.filter(({ reference }) => reference.at?.imported), gone)], session);
}

/** The same for the rules of the model's own packs. Their paths are as shown. */
export function changeRules(packs: readonly Pack[], references: readonly AttackReference[], steps: readonly UpgradeStep[]): readonly FileChange[] {
  const moves = references.map((reference, index): Move => ({ reference, step: steps[index]! })).filter(({ step }) => step.outcome !== "ask");
  const gone = dropped(moves);
  const edits = [...moves.filter((move) => !gone.includes(move)).flatMap(editsOf), ...removals(gone)];
  return packs.flatMap(({ rules }) => rules.flatMap(({ parsed: { file } }): readonly FileChange[] => {
    const own = edits.filter((edit) => edit.file === file.path);
    if (own.length === 0) return [];
    const edited = setFields(file, own);
    const problems = edited.diagnostics.filter(({ severity }) => severity === "error");
    if (problems.length > 0) throw new AppError("A4006", "This cannot be written into the rule; nothing was changed.", { diagnostics: problems, hint: "Write it by hand." });
    return edited.file.text === file.text ? [] : [{ path: file.path, before: file.text, after: edited.file.text }];
  }));
}

/** Dropped, or now the same as another of its list. */
function dropped(moves: readonly Move[]): readonly Move[] {
  const seen = new Set<string>();
  return moves.filter(({ reference, step }) => {
    if (step.outcome === "dropped") return true;
    const key = JSON.stringify([reference.at?.file, reference.at?.list, step.to ?? step.id, step.toTactic ?? step.tactic, reference.role]);
    const again = seen.has(key) && step.to !== undefined;
    seen.add(key);
    return again;
  });
}

function editsOf({ reference: { kind, at }, step }: Move): readonly Edit[] {
  if (!at) return [];
  const item = [...at.list, at.index];
  return [
    ...(step.to === undefined ? [] : [{ file: at.file, path: kind === "technique" ? [...item, "id"] : item, value: step.to }]),
    ...(step.toTactic === undefined ? [] : [{ file: at.file, path: [...item, "tactic"], value: step.toTactic }]),
  ];
}

/** From the end of each list, so that the numbers of the others stay. */
function removals(gone: readonly Move[]): readonly Edit[] {
  const places = gone.flatMap(({ reference: { at } }) => (at ? [at] : []));
  return [...places].sort((a, b) => b.index - a.index).map(({ file, list, index }) => ({ file, path: [...list, index], value: undefined }));
}

/** What an importer brought is never edited; the whole list goes into a file of the person's, which lies over it. */
function importedEdits(loaded: LoadedModel, moves: readonly Move[], gone: readonly Move[]): readonly Edit[] {
  const lists = new Map<string, Move[]>();
  for (const move of moves) {
    const key = `${move.reference.at?.map ?? ""} ${move.reference.at?.object ?? ""}`;
    lists.set(key, [...lists.get(key) ?? [], move]);
  }
  return [...lists.values()].flatMap((list): readonly Edit[] => {
    const at = list[0]?.reference.at;
    const changed = list.some((move) => gone.includes(move) || move.step.to !== undefined || move.step.toTactic !== undefined);
    if (!at || at.map === "model" || at.map === "rules" || !changed) return [];
    const written = writtenAt(loaded, at.map, at.object, ["attack"]);
    const items = Array.isArray(written) ? written as readonly unknown[] : [];
    const byIndex = new Map(list.map((move) => [move.reference.at?.index, move]));
    const next = items.flatMap((item, index) => {
      const move = byIndex.get(index);
      return !move ? [item] : gone.includes(move) ? [] : [movedItem(item, move)];
    });
    return objectEdits(loaded, { map: at.map, id: at.object, path: ["attack"] }, next);
  });
}

function movedItem(item: unknown, { reference: { kind }, step }: Move): unknown {
  if (kind !== "technique") return step.to ?? item;
  return { ...(item as object), ...(step.to === undefined ? {} : { id: step.to }), ...(step.toTactic === undefined ? {} : { tactic: step.toTactic }) };
}
