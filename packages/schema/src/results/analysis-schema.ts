// Runtime schema of an analysis.
import * as z from "zod";
import { DepthSchema, ProtectedPropertySchema, SensitivityClassSchema, StageSchema } from "../common/stride.ts";
import { DateSchema, DigestSchema, IdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { assumptionShape } from "../model/assumption.ts";
import { ScopeSchema } from "../model/document.ts";
import { riskShape } from "../model/risk.ts";
import type { Analysis } from "./analysis.ts";
import {
  counted, CrossingSchema, DataPlacementSchema, ElementFactsSchema, FlowFactsSchema, NextStepSchema, OftenDismissedSchema, openCounts, RuleOutcomeSchema, ThreatGroupSchema, WaitingRulesSchema,
} from "./analysis-parts-schema.ts";
import { GateVerdictSchema } from "./impact-schema.ts";
import { viewField } from "./model-view-schema.ts";
import { QuestionGroupSchema, QuestionSchema } from "./question-schema.ts";
import { DecisionStatusSchema, MitigatedSchema, ThreatSchema } from "./threat-schema.ts";

const digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const idField = IdSchema.meta({ title: "Id", description: "The object's id.", examples: ["shop-vpc"] });
const titleField = NameSchema.meta({ title: "Title", description: "The object's title.", examples: ["Shop network"] });

const AnalysedModelSchema = z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The model's id.", examples: ["acme/webshop"] }),
  title: NameSchema.meta({ title: "Title", description: "The model's title.", examples: ["Web shop"] }),
  version: NameSchema.optional().meta({ title: "Version", description: "The version of the system.", examples: ["2.4"] }),
  description: z.string().optional().meta({ title: "Description", description: "What the system does.", examples: ["Sells books."] }),
  stage: StageSchema.meta({ title: "Stage", description: "Where in its development the system is.", examples: ["design"] }),
  depth: DepthSchema.meta({ title: "Depth", description: "How much detail the model wants.", examples: ["standard"] }),
  digest: DigestSchema.meta({ title: "Digest", description: "The digest of what the model means.", examples: [digest] }),
  owners: z.array(NameSchema).meta({ title: "Owners", description: "Who answers for the system.", examples: [["team-blue"]] }),
  scope: ScopeSchema.optional().meta({ title: "Scope", description: "What the model looks at.", examples: [{ out: ["The warehouse"] }] }),
}).meta({ title: "Model", description: "The model that was analysed." });

const UsedPackSchema = z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The pack's id.", examples: ["core"] }),
  version: NameSchema.meta({ title: "Version", description: "The pack's version.", examples: ["1.0.0"] }),
  digest: NameSchema.meta({ title: "Digest", description: "The pack's digest.", examples: [digest] }),
}).meta({ title: "Pack", description: "A pack that was used." });

const CountsSchema = z.strictObject({
  elements: counted("Elements", "How many elements there are."),
  flows: counted("Flows", "How many flows there are."),
  boundaries: counted("Boundaries", "How many boundaries there are."),
  data: counted("Data", "How many kinds of data there are."),
  open: openCounts.meta({ title: "Open", description: "How many threats are open, by severity.", examples: [{ info: 0, low: 1, medium: 2, high: 1, critical: 0 }] }),
  threats: counted("Threats", "How many threats there are."),
  planned: counted("Planned", "How many of them are to be mitigated."),
  accepted: counted("Accepted", "How many of them are accepted."),
  dismissed: counted("Dismissed", "How many of them are dismissed."),
  mitigated: counted("Mitigated", "How many are stopped."),
  questions: counted("Questions", "How many answers are missing at this depth."),
  deeperQuestions: counted("Deeper questions", "How many answers are missing below this depth."),
  rules: counted("Rules", "How many rules were asked."),
}).meta({ title: "Counts", description: "The numbers of the summary." });

const BoundaryFactsSchema = z.strictObject({
  id: idField, title: titleField,
  type: NameSchema.meta({ title: "Type", description: "What kind of line it draws.", examples: ["network"] }),
  trust: NameSchema.meta({ title: "Trust", description: "Its trust level, or `unknown`.", examples: ["internal"] }),
  parent: IdSchema.optional().meta({ title: "Parent", description: "The boundary it lies in.", examples: ["cloud"] }),
  members: z.array(IdSchema).meta({ title: "Members", description: "All elements inside.", examples: [["web"]] }),
}).meta({ title: "Boundary", description: "A boundary and what is inside." });

const AnalysedScaleSchema = z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The scale's name.", examples: ["confidentiality"] }),
  protects: ProtectedPropertySchema.optional().meta({ title: "Protects", description: "The property it measures.", examples: ["confidentiality"] }),
  levels: z.array(z.strictObject({
    id: NameSchema.meta({ title: "Id", description: "The level's name.", examples: ["secret"] }),
    class: SensitivityClassSchema.meta({ title: "Class", description: "What it means to rules.", examples: ["high"] }),
  }).meta({ title: "Level", description: "A level with its class." })).meta({ title: "Levels", description: "From the least to the most sensitive.", examples: [[{ id: "public", class: "none" }]] }),
}).meta({ title: "Scale", description: "A scale with the class of each level." });

const AnalysedControlSchema = z.strictObject({
  id: idField, title: titleField,
  type: NameSchema.meta({ title: "Type", description: "A key of the control catalogue.", examples: ["rate-limiter"] }),
  state: NameSchema.meta({ title: "State", description: "How far it is.", examples: ["implemented"] }),
  at: z.array(IdSchema).meta({ title: "At", description: "What it protects.", examples: [["web"]] }),
}).meta({ title: "Control", description: "A control of the model." });

const AnalysedAssumptionSchema = z.strictObject({
  ...assumptionShape, id: idField,
  expired: z.boolean().meta({ title: "Expired", description: "Whether its last day is over.", examples: [false] }),
}).meta({ title: "Assumption", description: "An assumption and whether it still stands." });

const AnalysedRiskSchema = z.strictObject({ ...riskShape, id: idField })
  .meta({ title: "Risk", description: "A risk of the model." });

const none: readonly unknown[] = [];

export const AnalysisSchema = exactly<Analysis>()(z.strictObject({
  schema: z.literal("merlon/analysis/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/analysis/1"] }),
  model: AnalysedModelSchema.meta({ title: "Model", description: "The model that was analysed.", examples: [{ id: "shop", title: "Shop", stage: "design", depth: "standard", digest, owners: [] }] }),
  view: viewField,
  packs: z.array(UsedPackSchema).meta({ title: "Packs", description: "The packs that were used.", examples: [[{ id: "core", version: "1.0.0", digest }]] }),
  at: DateSchema.meta({ title: "At", description: "The day at which expiries were judged.", examples: ["2026-11-02"] }),
  counts: CountsSchema.meta({ title: "Counts", description: "The numbers of the summary.", examples: [{ elements: 2, flows: 1, boundaries: 1, data: 1, open: { info: 0, low: 0, medium: 0, high: 1, critical: 0 }, threats: 1, planned: 0, accepted: 0, dismissed: 0, mitigated: 0, questions: 2, deeperQuestions: 1, rules: 40 }] }),
  threats: z.array(ThreatSchema).meta({ title: "Threats", description: "All threats, the worst first.", examples: [none] }),
  groups: z.array(ThreatGroupSchema).meta({ title: "Groups", description: "The threats by the fix they share.", examples: [[{ rule: "plaintext-flow-across-boundary", title: "Unencrypted", severity: "high", threats: [] }]] }),
  mitigated: z.array(MitigatedSchema).meta({ title: "Mitigated", description: "What is stopped now.", examples: [none] }),
  questions: z.array(QuestionSchema).meta({ title: "Questions", description: "Missing answers, those that decide most first.", examples: [none] }),
  questionGroups: z.array(QuestionGroupSchema).meta({ title: "Groups of questions", description: "The same questions by key.", examples: [none] }),
  elements: z.array(ElementFactsSchema).meta({ title: "Elements", description: "What follows about each element.", examples: [none] }),
  flows: z.array(FlowFactsSchema).meta({ title: "Flows", description: "What follows about each flow.", examples: [none] }),
  boundaries: z.array(BoundaryFactsSchema).meta({ title: "Boundaries", description: "The boundaries and what is inside.", examples: [[{ id: "shop-vpc", title: "Shop network", type: "network", trust: "internal", members: ["web"] }]] }),
  crossings: z.array(CrossingSchema).meta({ title: "Crossings", description: "Every crossing of every boundary.", examples: [[{ boundary: "shop-vpc", flow: "checkout", direction: "in", forbidden: false }]] }),
  data: z.array(DataPlacementSchema).meta({ title: "Data", description: "Where each kind of data goes.", examples: [none] }),
  scales: z.array(AnalysedScaleSchema).meta({ title: "Scales", description: "The scales with their classes.", examples: [[{ id: "trust", levels: [] }]] }),
  controls: z.array(AnalysedControlSchema).meta({ title: "Controls", description: "The controls of the model.", examples: [none] }),
  assumptions: z.array(AnalysedAssumptionSchema).meta({ title: "Assumptions", description: "The assumptions of the model.", examples: [[{ id: "patched", text: "It is patched.", expired: false }]] }),
  decisions: z.array(DecisionStatusSchema).meta({ title: "Decisions", description: "The decisions as they stand today.", examples: [none] }),
  risks: z.array(AnalysedRiskSchema).optional().meta({ title: "Risks", description: "The risks of the model.", examples: [[{ id: "lost-trust", title: "Customers lose faith in the shop." }]] }),
  rules: z.array(RuleOutcomeSchema).meta({ title: "Rules", description: "What each rule came to.", examples: [none] }),
  waiting: z.array(WaitingRulesSchema).optional().meta({ title: "Waiting", description: "Rules of other stages, which are not asked.", examples: [[{ stage: "operate", rules: ["exposed-and-not-patched"] }]] }),
  oftenDismissed: z.array(OftenDismissedSchema).optional().meta({ title: "Often dismissed", description: "Rules whose threats people set aside often.", examples: [[{ rule: "boundary-open-to-floods", dismissed: 4, threats: 5 }]] }),
  gate: GateVerdictSchema.optional().meta({ title: "Gate", description: "Whether the model passes, where the policy or a person states what stops.", examples: [{ failed: false, reasons: [] }] }),
  next: NextStepSchema.meta({ title: "Next", description: "What to do next.", examples: [{ enough: true, sentences: [] }] }),
}).meta({ id: "Analysis", title: "Analysis", description: "Everything derived from one model." }));
