// merlon.lock: the exact knowledge a model was analysed with.
import * as z from "zod";
import { DigestSchema, KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export interface LockedPack {
  readonly version: string;
  /** `sha256:` and 64 hex digits over the pack's canonical JSON. */
  readonly digest: string;
}

/** merlon.lock: which knowledge a model was analysed with. */
export interface Lock {
  readonly "merlon-lock": 1;
  readonly engine: string;
  readonly packs: Readonly<Record<string, LockedPack>>;
  readonly catalogues?: Readonly<Record<string, LockedPack>>;
}

const digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export const LockedPackSchema = exactly<LockedPack>()(z.strictObject({
  version: NameSchema.meta({ title: "Version", description: "The version that was used.", examples: ["1.4.0"] }),
  digest: DigestSchema.meta({ title: "Digest", description: "The digest of all that it holds.", examples: [digest] }),
}).meta({ id: "LockedPack", title: "Locked pack", description: "One pack or catalogue, exactly as it was used." }));

const packs = z.record(KeySchema, LockedPackSchema);

export const LockSchema = exactly<Lock>()(z.strictObject({
  "merlon-lock": z.literal(1).meta({ title: "Format", description: "The version of this file's format.", examples: [1] }),
  "engine": NameSchema.meta({ title: "Engine", description: "The version of the engine.", examples: ["0.1.0"] }),
  "packs": packs.meta({ title: "Packs", description: "The rule packs, by id.", examples: [{ core: { version: "1.4.0", digest } }] }),
  "catalogues": packs.optional().meta({ title: "Catalogues", description: "The outside catalogues, by id.", examples: [{ "attack-enterprise": { version: "18.0", digest } }] }),
}).meta({ id: "Lock", title: "Lock", description: "With which knowledge a model was analysed, so that the same checkout gives the same bytes everywhere." }));
