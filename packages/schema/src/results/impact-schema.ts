// Runtime schema of the impact of a change.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SensitivityClassSchema, SeveritySchema, type SensitivityClass } from "../common/stride.ts";
import { DateSchema, DecisionKeySchema, NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import type { Reach } from "./analysis.ts";
import { openCounts, ReachSchema } from "./analysis-parts-schema.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import type { GateReason, GateVerdict } from "./gate.ts";
import type {
  Cause, DecisionChange, ExposureChange, FactChange, Impact, ModelOperation, OperationKind, QuestionChange, Reminder, RenameProposal, RiskVector, ThreatChange, ThreatChangeKind, Version,
} from "./impact.ts";
import { ObjectMapSchema, viewField } from "./model-view-schema.ts";
import { QuestionSchema } from "./question-schema.ts";
import { DecisionStatusSchema, StaleFactSchema, TargetSchema, threatExample, ThreatSchema } from "./threat-schema.ts";

const digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const version = { name: "main", model: "acme/webshop", digest };
const cause = { operations: [1], kind: "but-for" };
const operation = { id: 1, kind: "set", map: "flows", object: "checkout", title: "Checkout", key: "encryption-in-transit", before: "yes", after: "no" };
const threatChange = { change: "added", id: threatExample.id, threat: threatExample, cause, facts: [{ fact: "flow.encryption-in-transit", before: "yes", after: "no" }] };
const open = { info: 0, low: 2, medium: 1, high: 0, critical: 0 };
const risk = { open, questions: 3, elementsByReach: { none: 4, indirect: 2, authenticated: 1, anonymous: 1 }, dataAtLeastTrust: { none: 0, low: 1, moderate: 0, high: 0 }, staleDecisions: 0 };

export const VersionSchema = exactly<Version>()(z.strictObject({
  name: NameSchema.meta({ title: "Name", description: "What the person called it: a branch, a tag, a folder.", examples: ["main"] }),
  commit: NameSchema.optional().meta({ title: "Commit", description: "The commit, where it is of git.", examples: ["3b80b3e"] }),
  view: viewField,
  model: NameSchema.meta({ title: "Model", description: "The model's id.", examples: ["acme/webshop"] }),
  digest: NameSchema.meta({ title: "Digest", description: "What the model means, as a digest.", examples: [digest] }),
  absent: z.literal(true).optional().meta({ title: "Absent", description: "The model is not in this version: an empty one stands for it.", examples: [true] }),
}).meta({ id: "Version", title: "Version", description: "One version that is compared." }));

export const OperationKindSchema = choice<OperationKind>({
  add: "An object was added.", remove: "An object was removed.", rename: "An object has another id, as declared.", set: "A field or characteristic has another value.",
  move: "An object lies in another boundary.", rewire: "A flow has another end or way.", lifecycle: "An object is at another state of its life.",
}, { id: "OperationKind", title: "Operation kind", description: "What was done." });

export const ModelOperationSchema = exactly<ModelOperation>()(z.strictObject({
  id: z.int().min(1).meta({ title: "Id", description: "Its number, which causes refer to.", examples: [1] }),
  kind: OperationKindSchema.meta({ title: "Kind", description: "What was done.", examples: ["set"] }),
  map: ObjectMapSchema.meta({ title: "Map", description: "Where the object is.", examples: ["flows"] }),
  object: NameSchema.meta({ title: "Object", description: "The object's id in head; in base for a removal.", examples: ["checkout"] }),
  title: NameSchema.meta({ title: "Title", description: "The object's title.", examples: ["Checkout"] }),
  key: NameSchema.optional().meta({ title: "Key", description: "The field or characteristic.", examples: ["encryption-in-transit"] }),
  before: z.string().optional().meta({ title: "Before", description: "The value in base, as text.", examples: ["yes"] }),
  after: z.string().optional().meta({ title: "After", description: "The value in head, as text.", examples: ["no"] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where it is written in head; in base for what is gone.", examples: [{ file: "model.yaml", line: 12, column: 3 }] }),
  forgets: z.boolean().optional().meta({ title: "Forgets", description: "Whether a known value became unknown.", examples: [true] }),
}).meta({ id: "ModelOperation", title: "Operation", description: "One thing that was done to the model." }));

export const CauseSchema = exactly<Cause>()(z.strictObject({
  operations: z.array(z.int()).meta({ title: "Operations", description: "The numbers of the operations behind it.", examples: [[1]] }),
  kind: z.enum(["but-for", "several", "rules", "not-searched"]).meta({
    title: "Kind", description: "How they are behind it.", examples: ["but-for"],
    enumDescriptions: ["Without any one of them it would not be.", "No single one; this set is enough, and nothing of it can go.", "The rules changed, not the model.", "The change is too large to undo each part of it."],
  }),
}).meta({ id: "Cause", title: "Cause", description: "The operations without which something would not be." }));

export const FactChangeSchema = exactly<FactChange>()(z.strictObject({
  fact: NameSchema.meta({ title: "Fact", description: "The role and the fact.", examples: ["flow.encryption-in-transit"] }),
  before: z.string().optional().meta({ title: "Before", description: "Its value in base.", examples: ["yes"] }),
  after: z.string().optional().meta({ title: "After", description: "Its value in head.", examples: ["no"] }),
}).meta({ id: "FactChange", title: "Changed fact", description: "A fact with another value." }));

export const ThreatChangeKindSchema = choice<ThreatChangeKind>({
  added: "It is new.", resolved: "It is gone because a fact changed.", removed: "It is gone with what it was about.", reopened: "It was gone, or decided away, and is open.",
  hidden: "It became a question: nobody knows any more.", changed: "It weighs otherwise.",
}, { id: "ThreatChangeKind", title: "Threat change", description: "What became of a threat." });

const causeField = CauseSchema.meta({ title: "Cause", description: "What is behind it.", examples: [cause] });

export const ThreatChangeSchema = exactly<ThreatChange>()(z.strictObject({
  change: ThreatChangeKindSchema.meta({ title: "Change", description: "What became of it.", examples: ["added"] }),
  id: ThreatIdSchema.meta({ title: "Id", description: "The threat.", examples: [threatExample.id] }),
  threat: ThreatSchema.meta({ title: "Threat", description: "The threat in head; in base when it is gone.", examples: [threatExample] }),
  severityBefore: SeveritySchema.optional().meta({ title: "Severity before", description: "Its severity in base, when it changed.", examples: ["medium"] }),
  cause: causeField,
  facts: z.array(FactChangeSchema).meta({ title: "Facts", description: "The facts that decide it and have another value.", examples: [threatChange.facts] }),
}).meta({ id: "ThreatChange", title: "Change of a threat", description: "A threat that came, went or weighs otherwise." }));

export const decisionChangeField = z.enum(["added", "removed", "changed", "stale", "valid-again", "resolved", "reopened"]).meta({
  title: "Change", description: "What became of it.", examples: ["stale"],
  enumDescriptions: ["It was taken.", "It was taken back.", "It says something else.", "A fact that it relied on changed.", "It holds again.", "What it was about is gone.", "What it was about is back."],
});

export const DecisionChangeSchema = exactly<DecisionChange>()(z.strictObject({
  key: DecisionKeySchema.meta({ title: "Key", description: "What the decision is about.", examples: [threatExample.id] }),
  change: decisionChangeField,
  status: DecisionStatusSchema.optional().meta({ title: "Status", description: "The decision as it stands.", examples: [{ key: threatExample.id, decision: { state: "accept" }, stale: [], expired: false, overdue: false, state: "valid" }] }),
  stale: z.array(StaleFactSchema).meta({ title: "Stale", description: "The facts that it relied on and that changed.", examples: [[]] }),
  cause: causeField,
}).meta({ id: "DecisionChange", title: "Change of a decision", description: "A decision that was taken, or that holds no more." }));

export const QuestionChangeSchema = exactly<QuestionChange>()(z.strictObject({
  change: z.enum(["opened", "closed"]).meta({ title: "Change", description: "What became of it.", examples: ["opened"], enumDescriptions: ["It is asked now.", "It is asked no more."] }),
  question: QuestionSchema.meta({ title: "Question", description: "The question.", examples: [{ id: "protocol@visit", key: "protocol", target: { kind: "flow", id: "visit", title: "Visit" }, text: "Which protocol?", help: "", why: "", kind: "protocol", answers: [], decides: [], weight: 1, worst: "low", depth: "sketch" }] }),
  cause: causeField,
}).meta({ id: "QuestionChange", title: "Change of a question", description: "A question that was opened or answered." }));

const target = { kind: "element", id: "web", title: "Web shop" };

export const ExposureChangeSchema = exactly<ExposureChange>()(z.strictObject({
  kind: z.enum(["reach", "data-at-lower-trust", "data-to-outside", "crossing", "forbidden-crossing", "control-gone"]).meta({
    title: "Kind", description: "What it is about.", examples: ["reach"],
    enumDescriptions: ["How far attackers get to an element.", "Data where trust is lower than anywhere before.", "Data at somebody outside.", "A flow across a boundary.", "A flow that a boundary's policy forbids.", "A control in force."],
  }),
  better: z.boolean().meta({ title: "Better", description: "Whether it is for the better.", examples: [false] }),
  target: TargetSchema.meta({ title: "Target", description: "Where it is.", examples: [target] }),
  about: TargetSchema.optional().meta({ title: "About", description: "The data, boundary or control.", examples: [target] }),
  personal: z.literal(true).optional().meta({ title: "Personal", description: "The data is about people.", examples: [true] }),
  before: z.string().optional().meta({ title: "Before", description: "How it was.", examples: ["none"] }),
  after: z.string().optional().meta({ title: "After", description: "How it is.", examples: ["anonymous"] }),
  cause: causeField,
}).meta({ id: "ExposureChange", title: "Change of exposure", description: "Something is somewhere, or reachable, that was not; or the other way round." }));

const count = z.int().min(0);

export const RiskVectorSchema = exactly<RiskVector>()(z.strictObject({
  open: openCounts.meta({ title: "Open", description: "Open threats by severity.", examples: [open] }),
  questions: count.meta({ title: "Questions", description: "Open questions at the model's depth.", examples: [3] }),
  elementsByReach: z.record(ReachSchema as z.ZodType<Reach> & z.core.$ZodRecordKey, count).meta({ title: "Elements by reach", description: "Elements of ours by how far attackers get; where that is not known, by the farthest that they may.", examples: [risk.elementsByReach] }),
  dataAtLeastTrust: z.record(SensitivityClassSchema as z.ZodType<SensitivityClass> & z.core.$ZodRecordKey, count).meta({ title: "Data at least trust", description: "Kinds of data where trust is least, by class.", examples: [risk.dataAtLeastTrust] }),
  staleDecisions: count.meta({ title: "Stale decisions", description: "Decisions that rely on what is so no more.", examples: [0] }),
}).meta({ id: "RiskVector", title: "Risk vector", description: "The state of one version as several numbers that are never added up." }));

export const ReminderSchema = exactly<Reminder>()(z.strictObject({
  text: NameSchema.meta({ title: "Text", description: "What to think of.", examples: ["Check SPF, DKIM and DMARC."] }),
  because: NameSchema.meta({ title: "Because", description: "What brings it up.", examples: ["You added Mail sender."] }),
  operations: z.array(z.int()).meta({ title: "Operations", description: "The operations that bring it up.", examples: [[1]] }),
}).meta({ id: "Reminder", title: "Reminder", description: "Something to think of beside the threats." }));

const proposal = { map: "elements", from: "orders-db", to: "order-store", title: "Order store", score: 0.87, decisions: ["sensitive-store-not-encrypted@orders-db"] };

export const RenameProposalSchema = exactly<RenameProposal>()(z.strictObject({
  map: ObjectMapSchema.meta({ title: "Map", description: "Where the object is.", examples: [proposal.map] }),
  from: NameSchema.meta({ title: "From", description: "Its id in base.", examples: [proposal.from] }),
  to: NameSchema.meta({ title: "To", description: "Its id in head.", examples: [proposal.to] }),
  title: NameSchema.meta({ title: "Title", description: "Its title in head.", examples: [proposal.title] }),
  score: z.number().min(0).max(1).meta({ title: "Score", description: "How alike they are, from 0 to 1.", examples: [proposal.score] }),
  decisions: z.array(DecisionKeySchema).meta({ title: "Decisions", description: "Decisions that would follow, by their keys.", examples: [proposal.decisions] }),
}).meta({ id: "RenameProposal", title: "Proposed rename", description: "Two objects that are probably one under another id, though nobody declared it; nothing follows until a person confirms it." }));

const reason = { text: "1 new threat of severity high or worse", ids: [threatExample.id], policy: "fail-on: high", remedy: "Clear it, or decide about it." };

const GateReasonSchema = exactly<GateReason>()(z.strictObject({
  text: NameSchema.meta({ title: "Text", description: "What stops, in words.", examples: [reason.text] }),
  ids: z.array(NameSchema).meta({ title: "Ids", description: "The threats, decisions, questions or objects that it is about.", examples: [reason.ids] }),
  policy: NameSchema.optional().meta({ title: "Policy", description: "The line of the policy that asks for it; absent where nobody wrote one.", examples: [reason.policy] }),
  remedy: NameSchema.optional().meta({ title: "Remedy", description: "What to do.", examples: [reason.remedy] }),
}).meta({ id: "GateReason", title: "Reason of a gate", description: "What stops, by which line of the policy, and what to do." }));

export const GateVerdictSchema = exactly<GateVerdict>()(z.strictObject({
  failed: z.boolean().meta({ title: "Failed", description: "Whether the change may not go on.", examples: [true] }),
  reasons: z.array(GateReasonSchema).meta({ title: "Reasons", description: "Why it failed.", examples: [[reason]] }),
}).meta({ id: "GateVerdict", title: "Verdict of the gate", description: "Whether the change may go on." }));

export const ImpactSchema = exactly<Impact>()(z.strictObject({
  schema: z.literal("merlon/impact/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/impact/1"] }),
  base: VersionSchema.meta({ title: "Base", description: "The version before.", examples: [version] }),
  head: VersionSchema.meta({ title: "Head", description: "The version after.", examples: [{ ...version, name: "feature" }] }),
  at: DateSchema.meta({ title: "At", description: "The day that expiries are judged at.", examples: ["2026-11-01"] }),
  operations: z.array(ModelOperationSchema).meta({ title: "Operations", description: "What was done to the model.", examples: [[operation]] }),
  threats: z.array(ThreatChangeSchema).meta({ title: "Threats", description: "Threats that came, went or weigh otherwise; what is new and worst first.", examples: [[threatChange]] }),
  decisions: z.array(DecisionChangeSchema).meta({ title: "Decisions", description: "Decisions that were taken or hold no more.", examples: [[]] }),
  questions: z.array(QuestionChangeSchema).meta({ title: "Questions", description: "Questions that were opened or answered.", examples: [[]] }),
  exposure: z.array(ExposureChangeSchema).meta({ title: "Exposure", description: "What became reachable, where data went, what crosses; the worse first.", examples: [[{ kind: "reach", better: false, target, before: "none", after: "anonymous", cause }]] }),
  risk: z.strictObject({
    before: RiskVectorSchema.meta({ title: "Before", description: "The state of base.", examples: [risk] }),
    after: RiskVectorSchema.meta({ title: "After", description: "The state of head.", examples: [risk] }),
  }).meta({ title: "Risk", description: "The state before and after.", examples: [{ before: risk, after: risk }] }),
  reminders: z.array(ReminderSchema).meta({ title: "Reminders", description: "What to think of beside the threats.", examples: [[]] }),
  renames: z.array(RenameProposalSchema).optional().meta({ title: "Renames", description: "Renames that nobody declared and that are probable.", examples: [[proposal]] }),
  gate: GateVerdictSchema.meta({ title: "Gate", description: "Whether the change may go on.", examples: [{ failed: false, reasons: [] }] }),
  quiet: z.boolean().meta({ title: "Quiet", description: "Whether nothing that matters changed.", examples: [false] }),
}).meta({ id: "Impact", title: "Impact", description: "Everything that is different between two versions of a model, and what caused it." }));
