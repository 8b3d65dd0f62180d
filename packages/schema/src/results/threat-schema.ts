// Runtime schemas of threats as the engine gives them.
import * as z from "zod";
import { choice } from "../choice.ts";
import { AttackRefSchema, LinddunCategorySchema, SeveritySchema, StrideLetterSchema } from "../common/stride.ts";
import { CapecIdSchema, CweIdSchema, DecisionKeySchema, MitigationIdSchema, NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { DecisionSchema } from "../model/decision.ts";
import { ThreatStatementSchema } from "../model/threat.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import type { CarriedDecision, DecisionStatus, Mitigated, Score, StaleFact, Target, TargetKind, Threat, ThreatFix, ThreatStatus } from "./threat.ts";

const place = { file: "model.yaml", line: 12, column: 3 };
const target = { kind: "flow", id: "checkout", title: "Checkout" };
const score = { value: 3, reasons: ["An authenticated caller reaches it."], assumed: false };

/** A whole threat, for examples of fields that hold one. */
export const threatExample = {
  id: "plaintext-flow-across-boundary@checkout", origin: "rule", rule: { id: "plaintext-flow-across-boundary", revision: 1, pack: "core" },
  target, title: "Checkout crosses a boundary unencrypted", statement: "Someone on the way can read the card number.", parts: { source: "Someone on the way" },
  stride: ["I"], linddun: [], cwe: ["CWE-319"], capec: [], attack: [], severity: "high", likelihood: score, impact: score, status: "open",
  why: "Whoever sits on the way can read along.", fixes: [],
};

export const mitigatedExample = {
  id: "plaintext-flow-across-boundary@checkout", rule: "plaintext-flow-across-boundary", target, stride: ["I"], by: ["Checkout is encrypted on the wire"],
};

export const TargetKindSchema = choice<TargetKind>({
  element: "An element.", flow: "A flow.", boundary: "A boundary.", model: "The model as a whole.", data: "A kind of data.", path: "The ways of a kind of actor to a goal.",
}, { id: "TargetKind", title: "Target kind", description: "What kind of object something is about." });

export const TargetSchema = exactly<Target>()(z.strictObject({
  kind: TargetKindSchema.meta({ title: "Kind", description: "What kind of object it is.", examples: ["flow"] }),
  id: NameSchema.meta({ title: "Id", description: "The object's id; `model` for the model as a whole.", examples: ["checkout"] }),
  title: NameSchema.meta({ title: "Title", description: "The object's title.", examples: ["Checkout"] }),
  leg: z.enum(["request", "response"]).optional().meta({
    title: "Leg", description: "Of a flow, the direction that is meant.", examples: ["response"],
    enumDescriptions: ["With the arrow.", "Against the arrow."],
  }),
}).meta({ id: "Target", title: "Target", description: "What something is about." }));

export const ScoreSchema = exactly<Score>()(z.strictObject({
  value: z.number().min(1).max(4).meta({ title: "Value", description: "From 1 to 4.", examples: [3] }),
  reasons: z.array(NameSchema).meta({ title: "Reasons", description: "The sentences that say why.", examples: [["An authenticated caller reaches it."]] }),
  assumed: z.boolean().meta({ title: "Assumed", description: "Whether an unknown input was counted as 2.", examples: [false] }),
}).meta({ id: "Score", title: "Score", description: "A likelihood or an impact with its reasons." }));

export const ThreatStatusSchema = choice<ThreatStatus>({
  open: "Nothing is decided.",
  planned: "It is to be mitigated, or a planned control would stop it.",
  accepted: "It is accepted, transferred or avoided.",
  dismissed: "It is not applicable or a false positive.",
}, { id: "ThreatStatus", title: "Threat status", description: "What became of a threat so far." });

const factValue = z.union([z.string(), z.number()]);

export const StaleFactSchema = exactly<StaleFact>()(z.strictObject({
  fact: NameSchema.meta({ title: "Fact", description: "The role and the fact.", examples: ["flow.encryption-in-transit"] }),
  was: factValue.meta({ title: "Was", description: "The value that was relied on.", examples: ["yes"] }),
  is: factValue.meta({ title: "Is", description: "The value today.", examples: ["no"] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where the value is written today.", examples: [place] }),
}).meta({ id: "StaleFact", title: "Stale fact", description: "A fact that changed since a decision relied on it." }));

export const CarriedDecisionSchema = exactly<CarriedDecision>()(z.strictObject({
  by: z.enum(["split-from", "merged-into"]).meta({ title: "By", description: "The field that says so.", examples: ["split-from"], enumDescriptions: ["The element was split.", "The element was merged into another."] }),
  from: NameSchema.meta({ title: "From", description: "The element that it was made about.", examples: ["shop"] }),
  to: NameSchema.meta({ title: "To", description: "The element that it is proposed for.", examples: ["shop-api"] }),
}).meta({ id: "CarriedDecision", title: "Carried decision", description: "A decision about an element that was split or merged, proposed for what it became." }));

export const DecisionStatusSchema = exactly<DecisionStatus>()(z.strictObject({
  key: DecisionKeySchema.meta({ title: "Key", description: "What the decision is about, as written.", examples: ["S@checkout"] }),
  decision: DecisionSchema.meta({ title: "Decision", description: "The decision as written.", examples: [{ state: "accept" }] }),
  alias: NameSchema.optional().meta({ title: "Alias", description: "The older id under which it was found.", examples: ["cleartext-flow@checkout"] }),
  stale: z.array(StaleFactSchema).meta({ title: "Stale", description: "The facts that changed since.", examples: [[]] }),
  expired: z.boolean().meta({ title: "Expired", description: "Whether its last day is over.", examples: [false] }),
  overdue: z.boolean().meta({ title: "Overdue", description: "Whether it should have been done by now.", examples: [false] }),
  state: z.enum(["valid", "stale", "expired", "resolved", "orphaned", "unconfirmed"]).meta({
    title: "State", description: "How it stands today.", examples: ["valid"],
    enumDescriptions: ["It holds.", "A fact it relied on changed.", "Its last day is over.", "Its threat is gone.", "Nothing in the model is meant by it.", "A bulk decision meets a threat, or one is carried to it from an element that was split or merged, and nobody confirmed it."],
  }),
  carried: CarriedDecisionSchema.optional().meta({ title: "Carried", description: "Why it is proposed here: what it was made about was split or merged.", examples: [{ by: "split-from", from: "shop", to: "shop-api" }] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where it is written.", examples: [{ file: "decisions.yaml", line: 3, column: 3 }] }),
}).meta({ id: "DecisionStatus", title: "Decision status", description: "A decision as it stands today." }));

const ChangeEditSchema = z.strictObject({
  object: NameSchema.meta({ title: "Object", description: "The object to change.", examples: ["checkout"] }),
  key: NameSchema.meta({ title: "Key", description: "The key to set.", examples: ["encryption-in-transit"] }),
  value: z.unknown().meta({ title: "Value", description: "The value to set.", examples: ["yes"] }),
}).meta({ title: "Change", description: "Sets a key of an object." });

const ControlEditSchema = z.strictObject({
  type: NameSchema.meta({ title: "Type", description: "The control to add.", examples: ["rate-limiter"] }),
  at: NameSchema.meta({ title: "At", description: "The object to add it at.", examples: ["web"] }),
}).meta({ title: "Control", description: "Adds a control." });

export const ThreatFixSchema = exactly<ThreatFix>()(z.strictObject({
  kind: z.enum(["change", "add-control", "advice"]).meta({
    title: "Kind", description: "What kind of fix it is.", examples: ["change"],
    enumDescriptions: ["Another design.", "A control to add.", "Something a model cannot show."],
  }),
  text: NameSchema.meta({ title: "Text", description: "What to do, in one sentence.", examples: ["Use TLS on Checkout."] }),
  edit: z.union([ChangeEditSchema, ControlEditSchema]).optional().meta({ title: "Edit", description: "The same as an edit of the model.", examples: [{ object: "checkout", key: "encryption-in-transit", value: "yes" }] }),
  attack: z.array(MitigationIdSchema).meta({ title: "ATT&CK mitigations", description: "The mitigations of ATT&CK that it carries out.", examples: [["M1041"]] }),
}).meta({ id: "ThreatFix", title: "Fix of a threat", description: "What to do against one threat." }));

const RuleRefSchema = z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The rule's id.", examples: ["plaintext-flow-across-boundary"] }),
  revision: z.int().min(1).meta({ title: "Revision", description: "The rule's revision.", examples: [1] }),
  pack: NameSchema.meta({ title: "Pack", description: "The pack it comes from.", examples: ["core"] }),
}).meta({ title: "Rule", description: "The rule that gave the threat." });

export const ThreatSchema = exactly<Threat>()(z.strictObject({
  id: ThreatIdSchema.meta({ title: "Id", description: "The threat's permanent id.", examples: ["plaintext-flow-across-boundary@checkout"] }),
  origin: z.enum(["rule", "person"]).meta({
    title: "Origin", description: "Who says so.", examples: ["rule"],
    enumDescriptions: ["A rule found it.", "A person wrote it."],
  }),
  rule: RuleRefSchema.optional().meta({ title: "Rule", description: "The rule that found it.", examples: [{ id: "plaintext-flow-across-boundary", revision: 1, pack: "core" }] }),
  target: TargetSchema.meta({ title: "Target", description: "What it is about.", examples: [target] }),
  targets: z.array(TargetSchema).optional().meta({ title: "Targets", description: "Of a person's threat that is at several objects: all of them, the target first.", examples: [[target, { kind: "element", id: "web", title: "Web shop" }]] }),
  about: NameSchema.optional().meta({ title: "About", description: "The data item, actor class or technique of a rule that speaks per each.", examples: ["card-number"] }),
  responsible: z.array(TargetSchema).optional().meta({ title: "Responsible", description: "Objects named besides the target: they have to change for it to go.", examples: [[target]] }),
  title: NameSchema.meta({ title: "Title", description: "The threat in a few words.", examples: ["Checkout crosses a boundary unencrypted"] }),
  statement: NameSchema.meta({ title: "Statement", description: "The six parts as one sentence.", examples: ["Someone on the way can read the card number."] }),
  parts: ThreatStatementSchema.meta({ title: "Parts", description: "The six parts by themselves.", examples: [{ source: "Someone on the way" }] }),
  stride: z.array(StrideLetterSchema).meta({ title: "STRIDE", description: "The letters it belongs to.", examples: [["I"]] }),
  linddun: z.array(LinddunCategorySchema).meta({ title: "LINDDUN", description: "The privacy categories it belongs to.", examples: [[]] }),
  cwe: z.array(CweIdSchema).meta({ title: "CWE", description: "Weaknesses that make it possible.", examples: [["CWE-319"]] }),
  capec: z.array(CapecIdSchema).meta({ title: "CAPEC", description: "Attack patterns that describe it.", examples: [["CAPEC-94"]] }),
  attack: z.array(AttackRefSchema).meta({ title: "ATT&CK", description: "Techniques with the part they play.", examples: [[{ id: "T1557", role: "exploitation", why: "The traffic can be read on the way." }]] }),
  severity: SeveritySchema.meta({ title: "Severity", description: "How bad it is.", examples: ["high"] }),
  likelihood: ScoreSchema.meta({ title: "Likelihood", description: "How likely it is.", examples: [score] }),
  impact: ScoreSchema.meta({ title: "Impact", description: "How bad it would be.", examples: [score] }),
  status: ThreatStatusSchema.meta({ title: "Status", description: "What became of it so far.", examples: ["open"] }),
  decision: DecisionStatusSchema.optional().meta({ title: "Decision", description: "What people decided, as it stands today.", examples: [{ key: "S@checkout", decision: { state: "accept" }, stale: [], expired: false, overdue: false, state: "valid" }] }),
  plannedBy: NameSchema.optional().meta({ title: "Planned by", description: "The planned control that would stop it.", examples: ["edge-firewall"] }),
  why: z.string().meta({ title: "Why", description: "Why it matters, for a developer; a person's threat may not say.", examples: ["Whoever sits on the way can read along."] }),
  fixes: z.array(ThreatFixSchema).meta({ title: "Fixes", description: "What to do, the best first.", examples: [[{ kind: "advice", text: "Ask the provider.", attack: [] }]] }),
  by: NameSchema.optional().meta({ title: "By", description: "The person who wrote it.", examples: ["dana@example.org"] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "The place in the model that it is about.", examples: [place] }),
}).meta({ id: "Threat", title: "Threat", description: "What can go wrong here, found by a rule or written by a person." }));

export const MitigatedSchema = exactly<Mitigated>()(z.strictObject({
  id: ThreatIdSchema.meta({ title: "Id", description: "The id that the threat would have.", examples: ["plaintext-flow-across-boundary@checkout"] }),
  rule: NameSchema.meta({ title: "Rule", description: "The rule's id.", examples: ["plaintext-flow-across-boundary"] }),
  target: TargetSchema.meta({ title: "Target", description: "What it would be about.", examples: [target] }),
  stride: z.array(StrideLetterSchema).meta({ title: "STRIDE", description: "The letters it would belong to.", examples: [["I"]] }),
  by: z.array(NameSchema).meta({ title: "By", description: "The facts or controls that stop it, in words.", examples: [["Checkout is encrypted on the wire"]] }),
}).meta({ id: "Mitigated", title: "Mitigated", description: "A threat that something stops now and that returns when that goes." }));
