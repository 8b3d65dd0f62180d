// Runtime schema of the threat landscape.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SeveritySchema } from "../common/stride.ts";
import { DateSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import { LandscapeTypeSchema } from "./landscape-type-schema.ts";
import type { Landscape, LandscapeFilter, LandscapeObject, LandscapeRelation, LandscapeRelationType, Traversal } from "./landscape.ts";
import { viewField } from "./model-view-schema.ts";
import { RiskRollUpSchema } from "./risk-roll-up-schema.ts";

export const LandscapeRelationTypeSchema = choice<LandscapeRelationType>({
  "inside": "It lies inside a boundary, or in the model.", "part-of": "It is a part of another element.", "sends": "The element opens the flow.", "arrives-at": "The flow ends at the element.", "passes": "The flow goes through the element.",
  "holds": "The element holds or handles the data.", "carries": "The flow carries the data.", "protects": "The control is there.", "threatens": "The threat is at it.", "concerns": "The threat is about this data.",
  "uses": "The threat uses the technique.", "rests-on": "The threat rests on the weakness.", "would-stop": "The planned control would stop the threat.", "asks-about": "The question is about it.",
  "passes-through": "The attack path goes through it.", "goes-by": "A step of the attack path is this technique.", "ends-at": "The attack path is for it.", "decides": "The decision is about the threat or the object.", "shows": "The evidence says something about it.",
  "feeds": "The threat or the evidence feeds the risk.", "leads-to": "The risk leads to another.", "endangers": "The risk is about it.", "owns": "The person answers for it.", "made": "The person made the decision.",
  "affects": "It is at this part of the system.", "confirms": "It shows that the threat is real.", "contradicts": "It shows that the control does not hold.", "tracks": "It is the work on the threat.", "fixes": "It mends or lessens the other.",
  "blocks": "The other waits for it.", "relates": "Somebody linked the two.", "manages": "The person manages the other.", "has-stake-in": "The person has a stake in it.",
}, { id: "LandscapeRelationType", title: "Relation", description: "How two things of the landscape are related, read from the first to the second." });

const object = { id: "threat:plaintext-flow-across-boundary@checkout", type: "threat", title: "Cards can be read on the way", state: "open", severity: "high", distance: 1 };
const relation = { from: object.id, type: "threatens", to: "flow:checkout" };
const traversal = { name: "up", steps: ["threatens<", "feeds>"], depth: 6 };

export const LandscapeObjectSchema = exactly<LandscapeObject>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Its type, a colon, and its own id.", examples: [object.id] }),
  type: LandscapeTypeSchema.meta({ title: "Type", description: "What it is.", examples: ["threat"] }),
  title: NameSchema.meta({ title: "Title", description: "What people call it.", examples: [object.title] }),
  kind: NameSchema.optional().meta({ title: "Kind", description: "What it is more exactly.", examples: ["process"] }),
  state: NameSchema.optional().meta({ title: "State", description: "How it stands.", examples: ["open"] }),
  severity: SeveritySchema.optional().meta({ title: "Severity", description: "How bad it is, of a threat or a risk.", examples: ["high"] }),
  level: SeveritySchema.optional().meta({ title: "Level", description: "What a risk adds up to, with all that feeds it.", examples: ["critical"] }),
  tags: z.array(NameSchema).optional().meta({ title: "Tags", description: "Its tags.", examples: [["payment"]] }),
  day: DateSchema.optional().meta({ title: "Day", description: "The day that counts for it: the last one of an acceptance, the one of evidence.", examples: ["2027-03-31"] }),
  url: NameSchema.optional().meta({ title: "Address", description: "Where more about it is.", examples: ["https://attack.mitre.org/techniques/T1190/"] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where the model says it.", examples: [{ file: "model.yaml", line: 12, column: 3 }] }),
  distance: z.int().min(0).optional().meta({ title: "Distance", description: "How many relations it is away from what the landscape is of.", examples: [1] }),
}).meta({ id: "LandscapeObject", title: "Thing", description: "One thing of the landscape." }));

export const LandscapeRelationSchema = exactly<LandscapeRelation>()(z.strictObject({
  from: NameSchema.meta({ title: "From", description: "The id of the first thing.", examples: [relation.from] }),
  type: LandscapeRelationTypeSchema.meta({ title: "Type", description: "How they are related.", examples: ["threatens"] }),
  to: NameSchema.meta({ title: "To", description: "The id of the second thing.", examples: [relation.to] }),
}).meta({ id: "LandscapeRelation", title: "Relation", description: "How one thing is related to another." }));

export const TraversalSchema = exactly<Traversal>()(z.strictObject({
  name: NameSchema.meta({ title: "Name", description: "Its name, or `own`.", examples: ["up"] }),
  steps: z.array(NameSchema).meta({ title: "Steps", description: "Types of relation, with `>` for from the first thing to the second and `<` for back.", examples: [traversal.steps] }),
  depth: z.int().min(0).meta({ title: "Depth", description: "The most relations in a row.", examples: [6] }),
}).meta({ id: "Traversal", title: "Traversal", description: "Which relations were followed, in which direction, and how far." }));

export const LandscapeFilterSchema = exactly<LandscapeFilter>()(z.strictObject({
  types: z.array(LandscapeTypeSchema).optional().meta({ title: "Types", description: "Only these, and what it is the landscape of.", examples: [["threat", "risk"]] }),
  states: z.array(NameSchema).optional().meta({ title: "States", description: "Of what has a state only these.", examples: [["open"]] }),
  severity: SeveritySchema.optional().meta({ title: "Severity", description: "Of what has a severity only this one and worse.", examples: ["high"] }),
  tags: z.array(NameSchema).optional().meta({ title: "Tags", description: "Only what has one of these tags.", examples: [["payment"]] }),
}).meta({ id: "LandscapeFilter", title: "Filter", description: "What was left out of it." }));

export const LandscapeSchema = exactly<Landscape>()(z.strictObject({
  schema: z.literal("merlon/landscape/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/landscape/1"] }),
  model: z.strictObject({
    id: NameSchema.meta({ title: "Id", description: "The model's id.", examples: ["acme/webshop"] }),
    title: NameSchema.meta({ title: "Title", description: "The model's title.", examples: ["Web shop"] }),
    digest: NameSchema.meta({ title: "Digest", description: "The model's digest.", examples: ["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"] }),
  }).meta({ title: "Model", description: "Which model it is of.", examples: [{ id: "acme/webshop", title: "Web shop", digest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }] }),
  view: viewField,
  at: DateSchema.meta({ title: "At", description: "The day expiries were judged at.", examples: ["2026-11-02"] }),
  of: z.array(NameSchema).optional().meta({ title: "Of", description: "What it is the landscape of; the whole graph when left out.", examples: [["element:payment"]] }),
  traversal: TraversalSchema.optional().meta({ title: "Traversal", description: "How it was walked from there.", examples: [traversal] }),
  filter: LandscapeFilterSchema.optional().meta({ title: "Filter", description: "What was left out.", examples: [{ states: ["open"] }] }),
  objects: z.array(LandscapeObjectSchema).meta({ title: "Things", description: "By type, then by id.", examples: [[object]] }),
  relations: z.array(LandscapeRelationSchema).meta({ title: "Relations", description: "By the first thing, type and second thing.", examples: [[relation]] }),
  rollUp: z.array(RiskRollUpSchema).optional().meta({ title: "Roll-up", description: "What each risk of it adds up to, the highest rank first; all that feeds it counts, whether it is in this part of the graph or not.", examples: [[]] }),
}).meta({ id: "Landscape", title: "Landscape", description: "What the model says, what was found and what people decided, as one graph." }));
