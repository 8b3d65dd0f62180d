// The packs that come with Merlon are held like any other: what a revision means may not change, and no rule goes without a successor.
// library/lock.json says what was; after a change, `npx vitest run scripts/catalogues -u` writes it anew.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession } from "@merlon/app";
import { lockedRules, ruleChanges } from "@merlon/engine";
import type { PackLock } from "@merlon/schema";
import { expect, test } from "vitest";

const path = join(import.meta.dirname, "..", "..", "library", "lock.json");
const locked = (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}) as PackLock["rules"];
const { rules } = (await openSession()).builtIn.library;

test("[PCK-6] conditions change only together with the revision, and no rule disappears", () => {
  expect(ruleChanges(rules, locked).map(({ message }) => message)).toEqual([]);
});

test("the lock says what the rules are", async () => {
  await expect(`${JSON.stringify(lockedRules(rules), null, 1)}\n`).toMatchFileSnapshot(path);
});
