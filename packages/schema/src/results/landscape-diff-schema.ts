// Runtime schema of the threat landscape between two versions.
import * as z from "zod";
import { choice } from "../choice.ts";
import { DateSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { AttackEffortSchema } from "./attack-paths-schema.ts";
import { VersionSchema } from "./impact-schema.ts";
import type {
  LandscapeChangeKind, LandscapeDiff, LandscapeField, LandscapeFieldChange, LandscapeObjectChange, LandscapePathChange, LandscapeRelationChange, PathEffort,
} from "./landscape-diff.ts";
import { LandscapeObjectSchema, LandscapeRelationTypeSchema, TraversalSchema } from "./landscape-schema.ts";
import { RiskRollUpChangeSchema } from "./risk-roll-up-schema.ts";

const LandscapeChangeKindSchema = choice<LandscapeChangeKind>({
  added: "Only the newer version has it.", removed: "Only the older version has it.", changed: "Both have it, and it is not the same.", same: "It is as it was, and something that changed hangs on it.",
}, { id: "LandscapeChangeKind", title: "Change", description: "What became of it." });

const LandscapeFieldSchema = choice<LandscapeField>({
  title: "What people call it.", kind: "What it is more exactly.", state: "How it stands.", severity: "How bad it is.", level: "What a risk adds up to, with all that feeds it.", day: "The day that counts for it.",
}, { id: "LandscapeField", title: "Field", description: "What is different." });

const RelationChangeKindSchema = choice<LandscapeRelationChange["change"]>({
  added: "Only the newer version has it.", removed: "Only the older version has it.", same: "Both have it.",
}, { id: "LandscapeRelationChangeKind", title: "Change of a relation", description: "What became of it; a relation is there or not." });

const PathChangeKindSchema = choice<LandscapePathChange["change"]>({
  new: "There was no way before.", cheaper: "It costs the attacker less.", dearer: "It costs the attacker more.", gone: "There is no way any more.",
}, { id: "LandscapePathChangeKind", title: "Change of a path", description: "What became of the attacker's cheapest way." });

const field = { field: "state", before: "valid", after: "expired" };
const object = { id: "threat:plaintext-flow-across-boundary@checkout", type: "threat", title: "Cards can be read on the way", state: "open", severity: "high", distance: 1 };
const relation = { change: "added", from: object.id, type: "threatens", to: "flow:checkout" };
const effort = { effort: "moderate", cost: 7 };
const path = { id: "path:anonymous..card-number+confidentiality", change: "cheaper", before: { effort: "high", cost: 11 }, after: effort };
const version = { name: "2026-09-01", commit: "3b80b3e", model: "acme/webshop", digest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" };

const LandscapeFieldChangeSchema = exactly<LandscapeFieldChange>()(z.strictObject({
  field: LandscapeFieldSchema.meta({ title: "Field", description: "What is different.", examples: [field.field] }),
  before: NameSchema.optional().meta({ title: "Before", description: "As it was; left out where nothing was said.", examples: [field.before] }),
  after: NameSchema.optional().meta({ title: "After", description: "As it is; left out where nothing is said any more.", examples: [field.after] }),
}).meta({ id: "LandscapeFieldChange", title: "Change of a field", description: "One thing that is said otherwise." }));

const LandscapeObjectChangeSchema = exactly<LandscapeObjectChange>()(z.strictObject({
  change: LandscapeChangeKindSchema.meta({ title: "Change", description: "What became of it.", examples: ["added"] }),
  object: LandscapeObjectSchema.meta({ title: "Thing", description: "As it is now; as it was where it is gone.", examples: [object] }),
  formerly: NameSchema.optional().meta({ title: "Formerly", description: "Its id in the older version, where it has another one now.", examples: ["element:pay"] }),
  fields: z.array(LandscapeFieldChangeSchema).optional().meta({ title: "Fields", description: "What is different; only of what changed.", examples: [[field]] }),
}).meta({ id: "LandscapeObjectChange", title: "Thing, compared", description: "One thing of either version." }));

const LandscapeRelationChangeSchema = exactly<LandscapeRelationChange>()(z.strictObject({
  change: RelationChangeKindSchema.meta({ title: "Change", description: "What became of it; a relation is there or not.", examples: ["added"] }),
  from: NameSchema.meta({ title: "From", description: "The id of the first thing.", examples: [relation.from] }),
  type: LandscapeRelationTypeSchema.meta({ title: "Type", description: "How they are related.", examples: ["threatens"] }),
  to: NameSchema.meta({ title: "To", description: "The id of the second thing.", examples: [relation.to] }),
}).meta({ id: "LandscapeRelationChange", title: "Relation, compared", description: "One relation of either version." }));

const PathEffortSchema = exactly<PathEffort>()(z.strictObject({
  effort: AttackEffortSchema.meta({ title: "Effort", description: "The cost in a word.", examples: [effort.effort] }),
  cost: z.int().min(0).meta({ title: "Cost", description: "The attacker's effort.", examples: [effort.cost] }),
}).meta({ id: "PathEffort", title: "Effort of a path", description: "What a path asks of the attacker." }));

const LandscapePathChangeSchema = exactly<LandscapePathChange>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Of the thing.", examples: [path.id] }),
  change: PathChangeKindSchema.meta({ title: "Change", description: "What became of the attacker's cheapest way.", examples: ["cheaper"] }),
  before: PathEffortSchema.optional().meta({ title: "Before", description: "In the older version; left out where there was none.", examples: [path.before] }),
  after: PathEffortSchema.optional().meta({ title: "After", description: "In the newer version; left out where there is none.", examples: [path.after] }),
}).meta({ id: "LandscapePathChange", title: "Attack path, compared", description: "The cheapest way of one attacker to one crown jewel, before and after." }));

export const LandscapeDiffSchema = exactly<LandscapeDiff>()(z.strictObject({
  schema: z.literal("merlon/landscape-diff/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/landscape-diff/1"] }),
  title: NameSchema.meta({ title: "Title", description: "The model's title.", examples: ["Web shop"] }),
  base: VersionSchema.meta({ title: "Base", description: "The version before.", examples: [version] }),
  head: VersionSchema.meta({ title: "Head", description: "The version after.", examples: [{ ...version, name: "2026-11-01" }] }),
  at: z.strictObject({
    base: DateSchema.meta({ title: "Base", description: "For the version before.", examples: ["2026-09-01"] }),
    head: DateSchema.meta({ title: "Head", description: "For the version after.", examples: ["2026-11-01"] }),
  }).meta({ title: "At", description: "The days expiries were judged at, of each version its own.", examples: [{ base: "2026-09-01", head: "2026-11-01" }] }),
  of: z.array(NameSchema).optional().meta({ title: "Of", description: "What it is the landscape of; the whole graphs when left out.", examples: [["element:payment"]] }),
  traversal: TraversalSchema.optional().meta({ title: "Traversal", description: "How both versions were walked from there.", examples: [{ name: "up", steps: ["threatens<", "feeds>"], depth: 6 }] }),
  objects: z.array(LandscapeObjectChangeSchema).meta({ title: "Things", description: "By type, then by id; each has its id of the newer version.", examples: [[{ change: "added", object }]] }),
  relations: z.array(LandscapeRelationChangeSchema).meta({ title: "Relations", description: "By the first thing, type and second thing.", examples: [[relation]] }),
  movedRisks: z.array(NameSchema).meta({ title: "Moved risks", description: "Risks of the business with another state, or that say or add up to another level.", examples: [["risk:card-data-breach"]] }),
  brokenDecisions: z.array(NameSchema).meta({ title: "Broken decisions", description: "Decisions that held in the older version and hold no more.", examples: [["decision:plaintext-flow-across-boundary@checkout"]] }),
  paths: z.array(LandscapePathChangeSchema).meta({ title: "Paths", description: "Ways to crown jewels that are new, cheaper, dearer or gone; the worse first.", examples: [[path]] }),
  rollUp: z.array(RiskRollUpChangeSchema).optional().meta({ title: "Roll-up", description: "What each risk of either version adds up to, before and after, the highest rank first.", examples: [[]] }),
  leftOut: z.strictObject({
    objects: z.int().min(0).meta({ title: "Things", description: "How many.", examples: [310] }),
    relations: z.int().min(0).meta({ title: "Relations", description: "How many.", examples: [720] }),
  }).meta({ title: "Left out", description: "How much that did not change is not in the lists.", examples: [{ objects: 310, relations: 720 }] }),
}).meta({ id: "LandscapeDiff", title: "Landscape, compared", description: "What became of the landscape between two versions." }));
