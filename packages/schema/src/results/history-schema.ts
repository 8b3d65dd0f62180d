// Runtime schema of what git knows about a model.
import * as z from "zod";
import { SeveritySchema } from "../common/stride.ts";
import { DateSchema, DecisionKeySchema, NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { DecisionSchema } from "../model/decision.ts";
import { openCounts } from "./analysis-parts-schema.ts";
import type { Commit, DecisionEvent, LoggedCommit, LoggedDecision, LoggedThreat, ModelLog, ThreatBlame, ThreatOrigin } from "./history.ts";
import { CauseSchema, decisionChangeField, ModelOperationSchema, ThreatChangeKindSchema } from "./impact-schema.ts";
import { threatExample, ThreatSchema, ThreatStatusSchema } from "./threat-schema.ts";

const commit = { id: "3b80b3ec6c2b7ee9b4b7b0d8a1c5f0b8e0f0a1d2", parents: ["9f5109d1c2b7ee9b4b7b0d8a1c5f0b8e0f0a1d23"], date: "2026-05-04", author: "Dana", subject: "Open the shop to partners" };
const threat = { change: "added", id: threatExample.id, title: threatExample.title, severity: "high", status: "open" };
const decision = { state: "accept", by: "dana@example.org", until: "2027-05-01" };
const questions = { opened: 1, closed: 0 };
const logged = { commit, operations: 2, threats: [threat], decisions: [], questions, open: { info: 0, low: 2, medium: 1, high: 1, critical: 0 } };
const reasons = ["The clone is shallow: what is older than commit 3b80b3e is missing."];
const count = z.int().min(0);

const partialFields = {
  partial: z.boolean().meta({ title: "Partial", description: "Whether there is more than is told.", examples: [true] }),
  reasons: z.array(NameSchema).meta({ title: "Reasons", description: "Why it is not all.", examples: [reasons] }),
};
const headFields = {
  model: NameSchema.meta({ title: "Model", description: "The model's id.", examples: ["acme/webshop"] }),
  at: DateSchema.meta({ title: "At", description: "The day at which every version was judged.", examples: ["2026-11-02"] }),
};
const beginsField = z.enum(["model", "history"]).optional().meta({
  title: "Begins", description: "What begins here, with everything in it.", examples: ["model"], enumDescriptions: ["The model: it is in no commit before.", "The history that is at hand; the clone has no more, or no more was listed."],
});

export const CommitSchema = exactly<Commit>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Its digest.", examples: [commit.id] }),
  parents: z.array(NameSchema).meta({ title: "Parents", description: "The nearest before it that touched the model too: several for a merge, none for the first.", examples: [commit.parents] }),
  date: DateSchema.meta({ title: "Date", description: "The day on which it was written.", examples: [commit.date] }),
  author: z.string().meta({ title: "Author", description: "Who wrote it.", examples: [commit.author] }),
  subject: z.string().meta({ title: "Subject", description: "The first line of its message.", examples: [commit.subject] }),
}).meta({ id: "Commit", title: "Commit", description: "A commit that touched the model." }));

export const LoggedThreatSchema = exactly<LoggedThreat>()(z.strictObject({
  change: ThreatChangeKindSchema.meta({ title: "Change", description: "What became of it.", examples: ["added"] }),
  id: ThreatIdSchema.meta({ title: "Id", description: "The threat.", examples: [threat.id] }),
  title: NameSchema.meta({ title: "Title", description: "The threat's title.", examples: [threat.title] }),
  severity: SeveritySchema.meta({ title: "Severity", description: "After the commit; before it, for what is gone.", examples: ["high"] }),
  severityBefore: SeveritySchema.optional().meta({ title: "Severity before", description: "Before the commit, when it changed.", examples: ["medium"] }),
  status: ThreatStatusSchema.meta({ title: "Status", description: "After the commit; before it, for what is gone.", examples: ["open"] }),
}).meta({ id: "LoggedThreat", title: "Logged threat", description: "What a commit did to a threat." }));

export const LoggedDecisionSchema = exactly<LoggedDecision>()(z.strictObject({
  change: decisionChangeField,
  key: DecisionKeySchema.meta({ title: "Key", description: "What the decision is about.", examples: [threatExample.id] }),
  state: NameSchema.optional().meta({ title: "State", description: "What was decided.", examples: [decision.state] }),
  by: NameSchema.optional().meta({ title: "By", description: "Who decided.", examples: [decision.by] }),
  until: DateSchema.optional().meta({ title: "Until", description: "The last day on which it holds.", examples: [decision.until] }),
}).meta({ id: "LoggedDecision", title: "Logged decision", description: "What a commit did to a decision." }));

const QuestionCountsSchema = z.strictObject({
  opened: count.meta({ title: "Opened", description: "Questions that are asked since.", examples: [1] }),
  closed: count.meta({ title: "Closed", description: "Questions that are asked no more.", examples: [0] }),
}).meta({ id: "QuestionCounts", title: "Question counts", description: "How many questions came and went." });

export const LoggedCommitSchema = exactly<LoggedCommit>()(z.strictObject({
  commit: CommitSchema.meta({ title: "Commit", description: "The commit.", examples: [commit] }),
  begins: beginsField,
  gone: z.literal(true).optional().meta({ title: "Gone", description: "The model is not in this commit any more.", examples: [true] }),
  problem: NameSchema.optional().meta({ title: "Problem", description: "Why this version cannot be judged; what it did is told with the next one that can.", examples: ["1 error: C1001 An error."] }),
  operations: count.meta({ title: "Operations", description: "How many operations on the model it holds.", examples: [logged.operations] }),
  threats: z.array(LoggedThreatSchema).meta({ title: "Threats", description: "What it did to threats; of a merge only what none of its parents has.", examples: [[threat]] }),
  decisions: z.array(LoggedDecisionSchema).meta({ title: "Decisions", description: "What it did to decisions; of a merge only what none of its parents has.", examples: [[{ change: "added", key: threat.id, ...decision }]] }),
  questions: QuestionCountsSchema.meta({ title: "Questions", description: "What it did to questions, as numbers.", examples: [questions] }),
  open: openCounts.optional().meta({ title: "Open", description: "Open threats by severity after the commit.", examples: [logged.open] }),
}).meta({ id: "LoggedCommit", title: "Logged commit", description: "What one commit did to the threats, decisions and questions of a model." }));

export const ModelLogSchema = exactly<ModelLog>()(z.strictObject({
  schema: z.literal("merlon/log/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/log/1"] }),
  ...headFields,
  commits: z.array(LoggedCommitSchema).meta({ title: "Commits", description: "The newest first.", examples: [[logged]] }),
  more: count.meta({ title: "More", description: "Older commits that were asked for and not looked at.", examples: [12] }),
  ...partialFields,
}).meta({ id: "ModelLog", title: "Log", description: "What the commits that touched a model did to its threats, decisions and questions." }));

export const ThreatOriginSchema = exactly<ThreatOrigin>()(z.strictObject({
  commit: CommitSchema.meta({ title: "Commit", description: "By which it came in.", examples: [commit] }),
  begins: beginsField,
  operations: z.array(ModelOperationSchema).meta({ title: "Operations", description: "What the commit did to the model that brought it.", examples: [[]] }),
  cause: CauseSchema.meta({ title: "Cause", description: "How they are behind it.", examples: [{ operations: [1], kind: "but-for" }] }),
}).meta({ id: "ThreatOrigin", title: "Origin", description: "How a threat came in." }));

export const DecisionEventSchema = exactly<DecisionEvent>()(z.strictObject({
  commit: CommitSchema.meta({ title: "Commit", description: "By which it came.", examples: [commit] }),
  change: z.enum(["decided", "changed", "taken-back"]).meta({ title: "Change", description: "What was done.", examples: ["decided"], enumDescriptions: ["It was decided.", "It was decided anew.", "The decision was taken back."] }),
  key: DecisionKeySchema.meta({ title: "Key", description: "The key of the decision, which may speak of several threats.", examples: [threatExample.id] }),
  decision: DecisionSchema.meta({ title: "Decision", description: "As it is written after the commit; before it, where it was taken back.", examples: [decision] }),
}).meta({ id: "DecisionEvent", title: "Decision event", description: "What was decided about a threat, and by which commit." }));

export const ThreatBlameSchema = exactly<ThreatBlame>()(z.strictObject({
  schema: z.literal("merlon/blame/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/blame/1"] }),
  ...headFields,
  id: ThreatIdSchema.meta({ title: "Id", description: "The threat, as it was asked for.", examples: [threatExample.id] }),
  formerly: z.array(ThreatIdSchema).meta({ title: "Formerly", description: "Other names that it was known by.", examples: [[]] }),
  threat: ThreatSchema.meta({ title: "Threat", description: "As it is now; as it was last where it is gone.", examples: [threatExample] }),
  standing: z.enum(["there", "gone", "not-committed"]).meta({ title: "Standing", description: "How it stands.", examples: ["there"], enumDescriptions: ["It is there, and in a commit.", "It is there no more.", "It is there, and in no commit yet."] }),
  origin: ThreatOriginSchema.optional().meta({ title: "Origin", description: "How it came in; absent while it is in no commit.", examples: [{ commit, operations: [], cause: { operations: [], kind: "rules" } }] }),
  gone: CommitSchema.optional().meta({ title: "Gone", description: "By which commit it went.", examples: [commit] }),
  decisions: z.array(DecisionEventSchema).meta({ title: "Decisions", description: "What was decided about it, the oldest first.", examples: [[{ commit, change: "decided", key: threatExample.id, decision }]] }),
  ...partialFields,
}).meta({ id: "ThreatBlame", title: "Blame", description: "By which commit a threat came in, who decided what about it, and by which commit it went." }));
