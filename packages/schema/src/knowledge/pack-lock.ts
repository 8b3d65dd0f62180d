// pack.lock: what the released version of a pack held, so that no other content goes out under the same version.
import * as z from "zod";
import { DigestSchema, KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** What a revision of a rule means. */
export interface LockedRule {
  readonly revision: number;
  /** The start of a digest over everything that decides; reasons and texts may change. */
  readonly conditions: string;
}

export interface PackLock {
  readonly "pack-lock": 1;
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  /** Every rule the pack ever had; ids are permanent. */
  readonly rules: Readonly<Record<string, LockedRule>>;
}

const conditions = "b5b2c5940c9b1680";

const LockedRuleSchema = exactly<LockedRule>()(z.strictObject({
  revision: z.int().min(1).meta({ title: "Revision", description: "The revision of the rule.", examples: [1] }),
  conditions: NameSchema.meta({ title: "Conditions", description: "The start of a digest of the rule's conditions.", examples: [conditions] }),
}).meta({ id: "LockedRule", title: "Locked rule", description: "What one revision of a rule means." }));

export const PackLockSchema = exactly<PackLock>()(z.strictObject({
  "pack-lock": z.literal(1).meta({ title: "Format", description: "The version of this file's format.", examples: [1] }),
  "id": KeySchema.meta({ title: "Id", description: "The pack.", examples: ["acme"] }),
  "version": NameSchema.meta({ title: "Version", description: "The version that holds this.", examples: ["1.4.0"] }),
  "digest": DigestSchema.meta({ title: "Digest", description: "The digest of all that the pack holds.", examples: ["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"] }),
  "rules": z.record(KeySchema, LockedRuleSchema).meta({ title: "Rules", description: "Every rule that the pack ever had, by id.", examples: [{ "plain-backup": { revision: 1, conditions } }] }),
}).meta({ id: "PackLock", title: "Pack lock", description: "What the released version of a pack held, written by `merlon pack lock`." }));
