// Causes found by undoing operations in an engine that follows edits, checked by replay: each version without them, or with them alone, is read and judged whole.
import { diffModels, readModel, undoneWith, withChanges, type ModelDiff } from "@merlon/core";
import { builtInLibrary, everyEdit, randomDocument, seeded } from "@merlon/testkit";
import { expect, test } from "vitest";
import { causesOf, type Differing } from "./causes.ts";
import { differences, observe, type Observation } from "./observe.ts";
import { createUndoing } from "./undoing.ts";

const library = builtInLibrary();
const at = "2026-01-01";

function read(document: unknown) {
  return readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at });
}

function sidesOf(seed: number, edits: number) {
  const random = seeded(seed);
  const first = randomDocument(seed, library, 2);
  let last = first;
  for (let edit = 0; edit < edits; edit++) last = everyEdit(last, random, library, edit);
  return [read(first), read(last)] as const;
}

/** What a version without some operations says of a key; each version is looked at once. */
function replayOf(diff: ModelDiff): (undone: readonly number[], key: string) => string | undefined {
  const together = undoneWith(diff);
  const looks = new Map<string, Observation>();
  return (undone, key) => {
    const gone = new Set(undone.flatMap((id) => [...together.get(id)!]));
    const kept = diff.changes.map(({ operation }) => operation.id).filter((id) => !gone.has(id));
    let look = looks.get(kept.join());
    if (!look) looks.set(kept.join(), (look = observe(read(withChanges(diff, new Set(kept))).model, library, at)));
    return look.get(key);
  };
}

test("[IMC-16] every difference has its causes: all operations that it is not without, or a set of which nothing can go, and replay bears them out", () => {
  const found = { "but-for": 0, "several": 0, "rules": 0, "not-searched": 0 };
  const wrong: unknown[] = [];
  for (let seed = 0; seed < 42; seed++) {
    const [base, head] = sidesOf(seed, 2 + seed % 14);
    const diff = diffModels(base.documents, head.documents, library);
    const seen = observe(head.model, library, at);
    const keys = differences(observe(base.model, library, at), seen).filter((_, i) => i % 2 === 0);
    const replay = replayOf(diff);
    const undoing = createUndoing({ diff, model: head.model, library, at, seen, budget: Infinity });
    const together = undoneWith(diff);
    // What hangs together with everything is the business of whole versions.
    const differing: Differing = (undone, some) => undoing(undone, some) ?? new Set(some.filter((key) => replay([...undone].filter((id) => together.has(id)), key) !== seen.get(key)));
    const all = diff.changes.map(({ operation }) => operation.id);
    for (const [key, { kind, operations }] of causesOf({ diff, keys, differing: differing })) {
      const others = all.filter((id) => !operations.includes(id));
      const isOther = (undone: readonly number[]): boolean => replay(undone, key) !== seen.get(key);
      const holds = kind === "but-for" ? all.every((id) => isOther([id]) === operations.includes(id)) : operations.length > 0 && !isOther(others) && operations.every((id) => isOther([...others, id]));
      if (!holds) wrong.push([seed, key, kind, operations]);
      found[kind]++;
    }
  }
  expect([wrong, found["but-for"] > 300, found.several > 10]).toEqual([[], true, true]);
}, 600_000);
