// Decisions name a rule and its revision, so what a revision means may not change. library/lock.json holds a digest of the conditions of
// each revision; a change of conditions needs a new revision, and then `npx vitest run scripts/catalogues -u` writes the lock anew.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession } from "@merlon/app";
import type { LibraryRule } from "@merlon/schema";
import { expect, test } from "vitest";

interface Locked {
  readonly revision: number;
  readonly conditions: string;
}

const path = join(import.meta.dirname, "..", "..", "library", "lock.json");
const locked = (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}) as Readonly<Record<string, Locked>>;
const { library } = (await openSession()).builtIn;
const now = Object.fromEntries([...library.rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, lockOf(rule)]));

/** The reasons beside conditions are text and may change; everything that decides may not. */
function lockOf(rule: LibraryRule): Locked {
  const { scope, applies, when, unless, per } = rule;
  const text = JSON.stringify({ scope, applies, when, unless, per }, (key, value: unknown) => (key === "because" ? undefined : value));
  return { revision: rule.revision, conditions: createHash("sha256").update(text).digest("hex").slice(0, 16) };
}

test("conditions change only together with the revision", () => {
  const silent = Object.entries(locked).filter(([id, was]) => now[id]?.revision === was.revision && now[id].conditions !== was.conditions);
  expect(silent.map(([id]) => id)).toEqual([]);
});

test("no rule disappears; a deprecated one stays and names its successor", () => {
  expect(Object.keys(locked).filter((id) => !now[id])).toEqual([]);
});

test("the lock says what the rules are", async () => {
  await expect(`${JSON.stringify(now, null, 1)}\n`).toMatchFileSnapshot(path);
});
