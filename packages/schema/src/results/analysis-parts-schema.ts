// Runtime schemas of the parts of an analysis: facts of elements, flows and data, crossings, groups and outcomes.
import * as z from "zod";
import { choice } from "../choice.ts";
import { ProtectedPropertySchema, SensitivityClassSchema, SeveritySchema, StageSchema, type ProtectedProperty, type Severity } from "../common/stride.ts";
import { IdSchema, NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { ActorClassSchema, ElementKindSchema } from "../model/element.ts";
import { DerivedFromSchema, PersonalDataSchema } from "../model/data.ts";
import type {
  Crossing, DataPlacement, ElementFacts, FactSummary, FlowFacts, NextStep, OftenDismissed, Reach, RuleOutcome, ThreatGroup, WaitingRules,
} from "./analysis.ts";

const ids = z.array(IdSchema);
const count = z.int().min(0);
const answer = z.enum(["yes", "no", "unknown"]);

/** A number of the summary. */
export function counted(title: string, description: string) {
  return count.meta({ title, description, examples: [3] });
}

export const openCounts = z.record(SeveritySchema as z.ZodType<Severity> & z.core.$ZodRecordKey, count);

export const ReachSchema = choice<Reach>({
  none: "Nobody outside gets there.",
  indirect: "Only through another element.",
  authenticated: "Whoever has an account gets there.",
  anonymous: "Anyone gets there.",
}, { id: "Reach", title: "Reach", description: "Who gets to an element at all." });

function summary<T>(value: z.ZodType<T>, example: T): z.ZodType<FactSummary<T>> {
  return z.strictObject({
    value: z.union([value, z.literal("unknown")]).meta({ title: "Value", description: "What holds, or that it is not known.", examples: [example, "unknown"] }),
    worst: value.meta({ title: "Worst", description: "The least safe that it could be.", examples: [example] }),
  }).meta({ title: "Derived value", description: "A derived value and the least safe it could be." }) as unknown as z.ZodType<FactSummary<T>>; // a generic value escapes inference
}

const classSummary = summary(SensitivityClassSchema, "moderate");
const moderate = { value: "moderate", worst: "moderate" };
const allClasses = { confidentiality: moderate, integrity: moderate, availability: moderate, privacy: moderate, safety: moderate };
const classes = z.record(ProtectedPropertySchema as z.ZodType<ProtectedProperty> & z.core.$ZodRecordKey, classSummary)
  .meta({ title: "Classes", description: "The class of each protected property.", examples: [allClasses] });

const outOfScope = NameSchema.optional().meta({ title: "Out of scope", description: "Why it is not looked at.", examples: ["Replaced next month."] });
const personal = ids.meta({ title: "Personal data", description: "Personal data that is there.", examples: [["address"]] });
const id = IdSchema.meta({ title: "Id", description: "The object's id.", examples: ["web"] });
const title = NameSchema.meta({ title: "Title", description: "The object's title.", examples: ["Web shop"] });

export const ElementFactsSchema = exactly<ElementFacts>()(z.strictObject({
  id, title,
  kind: ElementKindSchema.meta({ title: "Kind", description: "Whether it runs, keeps data or stands outside.", examples: ["process"] }),
  type: NameSchema.optional().meta({ title: "Type", description: "A key of the type catalogue.", examples: ["web.application"] }),
  actor: ActorClassSchema.optional().meta({ title: "Actor", description: "What kind of outsider an external is.", examples: ["customer"] }),
  boundaries: ids.meta({ title: "Boundaries", description: "All boundaries around it.", examples: [["shop-vpc"]] }),
  trust: summary(NameSchema, "internal").meta({ title: "Trust", description: "How far it is trusted.", examples: [{ value: "internal", worst: "internal" }] }),
  reach: summary(ReachSchema, "anonymous").meta({ title: "Reach", description: "Who gets to it.", examples: [{ value: "anonymous", worst: "anonymous" }] }),
  classes,
  data: ids.meta({ title: "Data", description: "Data known to be there.", examples: [["card-number"]] }),
  personal, outOfScope,
}).meta({ id: "ElementFacts", title: "Facts of an element", description: "What follows from the model about an element." }));

const leg = z.union([ids, z.literal("unknown")]);

export const FlowFactsSchema = exactly<FlowFacts>()(z.strictObject({
  id, title,
  from: IdSchema.meta({ title: "From", description: "The element that opens the connection.", examples: ["shopper"] }),
  to: IdSchema.meta({ title: "To", description: "The element that it connects to.", examples: ["web"] }),
  protocol: NameSchema.optional().meta({ title: "Protocol", description: "How its ends talk.", examples: ["https"] }),
  carries: leg.meta({ title: "Carries", description: "Data that goes with the arrow.", examples: [["card-number"]] }),
  response: leg.meta({ title: "Response", description: "Data that comes back.", examples: ["unknown"] }),
  crosses: ids.meta({ title: "Crosses", description: "The boundaries it crosses.", examples: [["shop-vpc"]] }),
  encrypted: answer.meta({ title: "Encrypted", description: "Whether it is encrypted on the wire.", examples: ["yes"] }),
  authenticated: answer.meta({ title: "Authenticated", description: "Whether the caller proves who it is.", examples: ["no"] }),
  confidentiality: classSummary.meta({ title: "Confidentiality", description: "The highest class of what passes.", examples: [moderate] }),
  personal, outOfScope,
}).meta({ id: "FlowFacts", title: "Facts of a flow", description: "What follows from the model about a flow." }));

export const CrossingSchema = exactly<Crossing>()(z.strictObject({
  boundary: IdSchema.meta({ title: "Boundary", description: "The boundary that is crossed.", examples: ["shop-vpc"] }),
  flow: IdSchema.meta({ title: "Flow", description: "The flow that crosses it.", examples: ["checkout"] }),
  direction: z.enum(["in", "out"]).meta({
    title: "Direction", description: "Which way the request goes.", examples: ["in"],
    enumDescriptions: ["Into the boundary.", "Out of the boundary."],
  }),
  forbidden: z.boolean().meta({ title: "Forbidden", description: "Whether the boundary's policy forbids it.", examples: [false] }),
}).meta({ id: "Crossing", title: "Crossing", description: "A flow with exactly one end inside a boundary." }));

export const DataPlacementSchema = exactly<DataPlacement>()(z.strictObject({
  data: IdSchema.meta({ title: "Data", description: "The data's id.", examples: ["card-number"] }),
  title,
  kind: NameSchema.optional().meta({ title: "Kind", description: "A key of the data-kind catalogue.", examples: ["user.financial.card"] }),
  levels: z.record(z.string(), NameSchema).meta({ title: "Levels", description: "Its stated level on each scale.", examples: [{ confidentiality: "secret" }] }),
  classes,
  personal: answer.meta({ title: "Personal", description: "Whether it is about a person.", examples: ["yes"] }),
  special: answer.meta({ title: "Special", description: "Whether it is a special category of personal data.", examples: ["no"] }),
  credential: z.boolean().meta({ title: "Credential", description: "Whether it lets its bearer in somewhere.", examples: [false] }),
  heldBy: ids.meta({ title: "Held by", description: "Elements where it is at rest.", examples: [["orders"]] }),
  handledBy: ids.meta({ title: "Handled by", description: "Elements that process it.", examples: [["web"]] }),
  flows: ids.meta({ title: "Flows", description: "Flows that carry it.", examples: [["checkout"]] }),
  leastTrust: NameSchema.optional().meta({ title: "Least trust", description: "The least trusted level it is present at.", examples: ["untrusted"] }),
  recipients: ids.meta({ title: "Recipients", description: "Externals that receive it.", examples: [["payment-provider"]] }),
  personalDetails: PersonalDataSchema.optional().meta({ title: "Personal details", description: "What the model says about personal data.", examples: [{ purpose: "Delivery of orders" }] }),
  derivedFrom: z.array(DerivedFromSchema).optional().meta({ title: "Derived from", description: "The data it was made from, and how.", examples: [[{ data: "card-number", by: "tokenised" }]] }),
}).meta({ id: "DataPlacement", title: "Placement of data", description: "Where one kind of data goes." }));

export const ThreatGroupSchema = exactly<ThreatGroup>()(z.strictObject({
  rule: NameSchema.meta({ title: "Rule", description: "The rule whose fix they share.", examples: ["plaintext-flow-across-boundary"] }),
  title: NameSchema.meta({ title: "Title", description: "The rule's title.", examples: ["Unencrypted flow across a boundary"] }),
  severity: SeveritySchema.meta({ title: "Severity", description: "The worst severity among them.", examples: ["high"] }),
  threats: z.array(ThreatIdSchema).meta({ title: "Threats", description: "The ids of the threats.", examples: [["plaintext-flow-across-boundary@checkout"]] }),
}).meta({ id: "ThreatGroup", title: "Group of threats", description: "Threats that one fix would clear." }));

export const RuleOutcomeSchema = exactly<RuleOutcome>()(z.strictObject({
  rule: NameSchema.meta({ title: "Rule", description: "The rule's id.", examples: ["plaintext-flow-across-boundary"] }),
  status: z.enum(["draft", "stable", "deprecated"]).meta({
    title: "Status", description: "How far the rule is.", examples: ["stable"],
    enumDescriptions: ["Being tried.", "Fit for use.", "Replaced or given up."],
  }),
  threats: count.meta({ title: "Threats", description: "How many threats it gave.", examples: [2] }),
  questions: count.meta({ title: "Questions", description: "How many targets it could not decide.", examples: [1] }),
  mitigated: count.meta({ title: "Mitigated", description: "How many targets something stops it at.", examples: [3] }),
  checked: count.meta({ title: "Checked", description: "At how many targets it found nothing.", examples: [4] }),
  notExamined: count.meta({ title: "Not examined", description: "How many targets it is not about.", examples: [5] }),
}).meta({ id: "RuleOutcome", title: "Outcome of a rule", description: "What one rule came to over the whole model." }));

const ruleName = NameSchema.meta({ title: "Rule", description: "The rule's id.", examples: ["plaintext-flow-across-boundary"] });

export const WaitingRulesSchema = exactly<WaitingRules>()(z.strictObject({
  stage: StageSchema.meta({ title: "Stage", description: "The stage that asks them next, or asked them last.", examples: ["operate"] }),
  rules: z.array(NameSchema).meta({ title: "Rules", description: "The rules' ids.", examples: [["exposed-and-not-patched"]] }),
}).meta({ id: "WaitingRules", title: "Rules of another stage", description: "Rules that are not asked at the model's stage." }));

export const OftenDismissedSchema = exactly<OftenDismissed>()(z.strictObject({
  rule: ruleName,
  dismissed: counted("Dismissed", "How many of its threats people set aside."),
  threats: counted("Threats", "How many threats it gives, however they are decided."),
}).meta({ id: "OftenDismissed", title: "Rule that is often dismissed", description: "A rule whose threats people set aside so often that the rule, or what the model says, is to be looked at." }));

export const NextStepSchema = exactly<NextStep>()(z.strictObject({
  enough: z.boolean().meta({ title: "Enough", description: "Whether nothing material is left at this model's depth.", examples: [false] }),
  sentences: z.array(NameSchema).meta({ title: "Sentences", description: "What to do next.", examples: [["Answer: which protocol does Visit use?"]] }),
}).meta({ id: "NextStep", title: "Next step", description: "What to do next, and whether it is enough." }));
