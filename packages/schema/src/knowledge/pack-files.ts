// The files of a pack's folder other than its rules: the header, and maps of catalogue entries by id.
import * as z from "zod";
import { SeveritySchema } from "../common/stride.ts";
import { KeySchema, NameSchema, TechniqueIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { CharacteristicSchema, type Characteristic } from "./characteristic.ts";
import type { Catalogue, CatalogueEntry, PackInfo, SeverityProfile } from "./library.ts";
import {
  ControlTypeSchema, DataKindSchema, ElementTypeSchema, ProtocolSchema, ScalePresetSchema, TechnologySchema,
  type ControlType, type DataKind, type ElementType, type Protocol, type ScalePreset, type Technology,
} from "./taxonomy.ts";

type ById<T> = Readonly<Record<string, Omit<T, "id">>>;

/** `pack.yaml`; the digest is computed. */
export interface PackFile extends Omit<PackInfo, "digest"> {
  /** An organisation's own severity matrix; it replaces the built-in one. */
  readonly profile?: SeverityProfile;
}

export const SeverityProfileSchema = exactly<SeverityProfile>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "The profile's name.", examples: ["acme-matrix"] }),
  matrix: z.array(z.array(SeveritySchema)).meta({
    title: "Matrix", description: "The severity by likelihood (rows, 1 to 4) and impact (columns, 1 to 4).",
    examples: [[["low", "low", "medium", "medium"], ["low", "medium", "medium", "high"], ["medium", "medium", "high", "high"], ["medium", "high", "high", "critical"]]],
  }),
}).meta({ id: "SeverityProfile", title: "Severity profile", description: "An organisation's own matrix from likelihood and impact to severity." }));

export const PackFileSchema = exactly<PackFile>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "The pack's name; its characteristics start with it.", examples: ["acme"] }),
  version: NameSchema.meta({ title: "Version", description: "The pack's version.", examples: ["1.4.0"] }),
  title: NameSchema.meta({ title: "Title", description: "What people call the pack.", examples: ["Acme rules"] }),
  description: NameSchema.optional().meta({ title: "Description", description: "What the pack is for.", examples: ["Rules of the payment platform."] }),
  default: z.enum(["on", "off"]).optional().meta({
    title: "Default", description: "Whether models that name no packs use it, when it comes with Merlon; on when left out.", examples: ["off"],
    enumDescriptions: ["Models that name no packs use it.", "Only models that name it use it."],
  }),
  profile: SeverityProfileSchema.optional().meta({
    title: "Profile", description: "A severity matrix that replaces the built-in one.",
    examples: [{ id: "acme-matrix", matrix: [["low", "low", "medium", "medium"], ["low", "medium", "medium", "high"], ["medium", "medium", "high", "high"], ["medium", "high", "high", "critical"]] }],
  }),
}).meta({ id: "Pack", title: "Pack", description: "The header of a rule pack." }));

function mapOf<T>(entry: z.ZodType<T>, id: string, title: string): z.ZodType<Readonly<Record<string, T>>> {
  return z.record(KeySchema as z.ZodType<string> & z.core.$ZodRecordKey, entry).meta({ id, title, description: "Entries of a pack's catalogue by id." });
}

export const CharacteristicsFileSchema: z.ZodType<ById<Characteristic>> = mapOf(CharacteristicSchema, "Characteristics", "Characteristics");
export const TypesFileSchema: z.ZodType<ById<ElementType>> = mapOf(ElementTypeSchema, "ElementTypes", "Element types");
export const TechnologiesFileSchema: z.ZodType<ById<Technology>> = mapOf(TechnologySchema, "Technologies", "Technologies");
export const ProtocolsFileSchema: z.ZodType<ById<Protocol>> = mapOf(ProtocolSchema, "Protocols", "Protocols");
export const DataKindsFileSchema: z.ZodType<ById<DataKind>> = mapOf(DataKindSchema, "DataKinds", "Data kinds");
export const ControlsFileSchema: z.ZodType<ById<ControlType>> = mapOf(ControlTypeSchema, "ControlTypes", "Control types");
export const ScalesFileSchema: z.ZodType<ById<ScalePreset>> = mapOf(ScalePresetSchema, "ScalePresets", "Scale presets");

export const CatalogueEntrySchema = exactly<CatalogueEntry>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The entry's id in the catalogue.", examples: ["CWE-319"] }),
  name: NameSchema.meta({ title: "Name", description: "The entry's name.", examples: ["Cleartext Transmission of Sensitive Information"] }),
  status: z.enum(["live", "deprecated", "revoked"]).optional().meta({
    title: "Status", description: "Whether it may still be used; live when left out.", examples: ["deprecated"],
    enumDescriptions: ["In use.", "Kept, not to be used any more.", "Withdrawn."],
  }),
  group: NameSchema.optional().meta({ title: "Group", description: "The part of the catalogue that it is of.", examples: ["System and Communications Protection"] }),
  techniques: z.array(TechniqueIdSchema).optional().meta({ title: "Techniques", description: "Techniques of ATT&CK that it stands against.", examples: [["T1040"]] }),
}).meta({ id: "CatalogueEntry", title: "Catalogue entry", description: "One entry of an outside catalogue." }));

export const CatalogueSchema = exactly<Catalogue>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "The catalogue's name.", examples: ["cwe"] }),
  version: NameSchema.meta({ title: "Version", description: "The catalogue's version.", examples: ["4.16"] }),
  notice: NameSchema.meta({ title: "Notice", description: "Whose it is and under which terms.", examples: ["CWE is a trademark of The MITRE Corporation."] }),
  entries: z.array(CatalogueEntrySchema).meta({ title: "Entries", description: "What it lists.", examples: [[{ id: "CWE-319", name: "Cleartext Transmission of Sensitive Information" }]] }),
}).meta({ id: "Catalogue", title: "Catalogue", description: "An outside catalogue as ids and names." }));
