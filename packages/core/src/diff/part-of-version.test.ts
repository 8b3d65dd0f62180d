// Versions between two, each read whole: a part of one says the same of the objects that it is about, and of all others nothing changes.
import { builtInLibrary, everyEdit, randomDocument, seeded } from "@merlon/testkit";
import type { ModelDocument } from "@merlon/schema";
import { expect, test } from "vitest";
import { canonicalJson } from "../canonical/canonical-json.ts";
import type { Model } from "../model/model.ts";
import { readModel } from "../model/read-model.ts";
import { diffModels } from "./diff-models.ts";
import { partsOfVersions } from "./part-of-version.ts";
import { undoneWith, withChanges } from "./with-changes.ts";

const library = builtInLibrary();
const GROUPS = ["elements", "flows", "boundaries", "data", "controls", "threats", "scales"] as const;

function read(document: unknown) {
  return readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at: "2026-01-01" });
}

/** Each object without where it is written. */
function objectsOf(model: Model): ReadonlyMap<string, string> {
  const plain = (value: unknown): unknown => (value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]) : Array.isArray(value) ? value.map(plain)
    : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).filter(([key, inner]) => key !== "where" && inner !== undefined).map(([key, inner]) => [key, plain(inner)])) : value);
  return new Map(GROUPS.flatMap((group) => [...model[group]].map(([id, object]): [string, string] => [id, `${group} ${canonicalJson(plain(object))}`])));
}

function edited(seed: number): readonly [ModelDocument, ModelDocument] {
  const random = seeded(seed);
  const base = randomDocument(seed, library, 4);
  let head = base;
  for (let at = 0; at < 6; at++) head = everyEdit(head, random, library, at);
  return [base, head];
}

test("[IMC-16] an operation undone in its surroundings changes what it changes in the whole model, and nothing else", () => {
  let undone = 0;
  for (let seed = 0; seed < 40; seed++) {
    const [base, head] = edited(seed).map(read);
    const diff = diffModels(base!.documents, head!.documents, library);
    const parts = partsOfVersions(diff, library, { at: "2026-01-01" });
    const now = objectsOf(head!.model);
    for (const [id, together] of undoneWith(diff)) {
      const affected = parts.affectedBy(together);
      if (!affected) continue;
      const kept = diff.changes.map(({ operation }) => operation.id).filter((one) => !together.has(one));
      const [part, whole] = [objectsOf(parts.partOf(together, affected)), objectsOf(read(withChanges(diff, new Set(kept))).model)];
      const wrong = [...new Set([...whole.keys(), ...now.keys(), ...affected])].filter((object) => whole.get(object) !== (affected.has(object) ? part : now).get(object));
      expect([seed, id, wrong]).toEqual([seed, id, []]);
      undone++;
    }
  }
  expect(undone).toBeGreaterThan(100);
}, 600_000);
