// The fixtures of spec/valid and spec/invalid. The first word of a file's name says what kind of file it stands for.
import { readdirSync, readFileSync } from "node:fs";
import type * as z from "zod";
import { readYaml } from "@merlon/core";
import {
  DecisionsDocumentSchema, LockSchema, ModelDocumentSchema, PolicySchema, RuleSchema, RuleTestsSchema, SystemDocumentSchema, ViewsDocumentSchema,
} from "@merlon/schema";

export interface Fixture {
  readonly name: string;
  readonly kind: FixtureKind;
  readonly text: string;
  /** Of an invalid one. */
  readonly expected?: { readonly code: string; readonly path: string };
}

export const fixtureKinds = {
  model: { id: "ModelDocument", schema: ModelDocumentSchema },
  system: { id: "SystemDocument", schema: SystemDocumentSchema },
  decisions: { id: "DecisionsDocument", schema: DecisionsDocumentSchema },
  views: { id: "ViewsDocument", schema: ViewsDocumentSchema },
  policy: { id: "Policy", schema: PolicySchema },
  lock: { id: "Lock", schema: LockSchema },
  rule: { id: "Rule", schema: RuleSchema },
  "rule-tests": { id: "RuleTests", schema: RuleTestsSchema },
} as const satisfies Readonly<Record<string, { readonly id: string; readonly schema: z.ZodType }>>;

export type FixtureKind = keyof typeof fixtureKinds;

export function readFixtures(folder: "valid" | "invalid"): readonly Fixture[] {
  const url = new URL(`../../../spec/${folder}/`, import.meta.url);
  return readdirSync(url).sort().map((name) => {
    const text = readFileSync(new URL(name, url), "utf8");
    const [, code, path] = /^# expect: ([A-Z]\d{4}) at ?(.*)$/m.exec(text.split("\n")[0] ?? "") ?? [];
    return { name, kind: kindOf(name), text, ...(code === undefined ? {} : { expected: { code, path: path ?? "" } }) };
  });
}

export function parseFixture(fixture: Fixture): unknown {
  return readYaml({ path: fixture.name, text: fixture.text }).value;
}

function kindOf(name: string): FixtureKind {
  const first = name.split(".")[0] ?? "";
  if (first.startsWith("v0-")) return "model";
  if (!(first in fixtureKinds)) throw new Error(`${name}: no such kind of fixture`);
  return first as FixtureKind; // just looked up
}
