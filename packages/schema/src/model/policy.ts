// What an organisation asks of a model and of the decisions about it: who may accept what, what stops at which stage, and what a change may not loosen.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SeveritySchema, type Severity, type Stage } from "../common/stride.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type AcceptanceNeed = "owner" | "reason" | "until";

/** What is asked of a decision. Patterns are names in which `*` stands for anything, such as `*@security.example.org`. */
export interface AcceptanceRule {
  /** What must be said. */
  readonly needs?: readonly AcceptanceNeed[];
  /** The longest time from the day of the decision to its last day. */
  readonly "longest-days"?: number;
  /** The fewest words of the reason. */
  readonly "reason-words"?: number;
  /** Who may decide. */
  readonly by?: readonly string[];
  /** Who may bear it. */
  readonly owner?: readonly string[];
  /** How many others than who decides must agree. */
  readonly approvals?: number;
  /** Who counts among those who agree. */
  readonly approved?: readonly string[];
}

/** By severity; each holds from there up, and a severer one adds to it and replaces what it states itself. */
export type AcceptanceRules = { readonly [S in Severity]?: AcceptanceRule };

export type GatedDecisionState = "stale" | "expired" | "unconfirmed" | "orphaned" | "overdue" | "unallowed";

/** What stops. Nothing stated, nothing stops. */
export interface Gate {
  /** Open threats of this severity and worse. */
  readonly severity?: Severity | "none";
  /** The most unanswered questions that may be left, of those that the model's depth asks. */
  readonly questions?: number;
  /** Only questions count that could reveal a threat of this severity or worse. */
  readonly "questions-from"?: Severity;
  /** Decisions in these states stop. */
  readonly decisions?: readonly GatedDecisionState[];
  /** The most crossings that a boundary's policy forbids. */
  readonly "forbidden-crossings"?: number;
  /** Personal data in systems that are trusted less than this level of the trust scale. */
  readonly "personal-data-below"?: string;
}

/** `every` holds at every stage; what a stage states itself replaces it. */
export type StageGates = { readonly [S in Stage | "every"]?: Gate };

export interface Gates {
  /** `merlon analyze`: the whole model. */
  readonly model?: StageGates;
  /** `merlon diff`: only what the change brings. */
  readonly change?: StageGates;
}

export type Loosening = "facts" | "decisions" | "scope" | "policy";

/** What an organisation asks of a model and of decisions. */
export interface Policy {
  /** From this severity up an acceptance needs an owner, a reason and an expiry. Default medium. */
  readonly "acceptance-from"?: Severity;
  /** Of decisions that bear a threat: `accept` and `transfer`. */
  readonly acceptance?: AcceptanceRules;
  /** Of decisions that set a threat aside: `not-applicable` and `false-positive`. */
  readonly dismissal?: AcceptanceRules;
  /** The severity of every gate that states none. */
  readonly "fail-on"?: Severity;
  readonly gates?: Gates;
  /** What a change may not make less strict. */
  readonly "no-loosening"?: readonly Loosening[];
}

const names = z.array(NameSchema);
const number = z.int().min(0);

const AcceptanceNeedSchema = choice<AcceptanceNeed>({
  owner: "Who sees to it.", reason: "Why.", until: "The last day on which it holds.",
}, { id: "AcceptanceNeed", title: "What must be said", description: "A part that a decision must have." });

export const AcceptanceRuleSchema = exactly<AcceptanceRule>()(z.strictObject({
  needs: z.array(AcceptanceNeedSchema).optional().meta({ title: "Needs", description: "What must be said; when left out, what `acceptance-from` says.", examples: [["owner", "reason", "until"]] }),
  "longest-days": number.optional().meta({ title: "Longest days", description: "The longest time from the day of the decision to its last day; a last day is then needed.", examples: [180] }),
  "reason-words": number.optional().meta({ title: "Reason words", description: "The fewest words of the reason.", examples: [5] }),
  by: names.optional().meta({ title: "By", description: "Who may decide; `*` stands for anything.", examples: [["*@security.example.org"]] }),
  owner: names.optional().meta({ title: "Owner", description: "Who may bear it; `*` stands for anything.", examples: [["head-of-*"]] }),
  approvals: number.optional().meta({ title: "Approvals", description: "How many others than who decides must agree; 1 when only `approved` is given.", examples: [1] }),
  approved: names.optional().meta({ title: "Approved", description: "Who counts among those who agree; anybody when left out; `*` stands for anything.", examples: [["security-lead"]] }),
}).meta({ id: "AcceptanceRule", title: "Rule for decisions", description: "What is asked of a decision." }));

const AcceptanceRulesSchema = exactly<AcceptanceRules>()(z.strictObject({
  info: AcceptanceRuleSchema.optional().meta({ title: "Info", description: "Of every threat.", examples: [{ needs: ["reason"] }] }),
  low: AcceptanceRuleSchema.optional().meta({ title: "Low", description: "From severity low up.", examples: [{ needs: ["reason"] }] }),
  medium: AcceptanceRuleSchema.optional().meta({ title: "Medium", description: "From severity medium up.", examples: [{ "longest-days": 365 }] }),
  high: AcceptanceRuleSchema.optional().meta({ title: "High", description: "From severity high up.", examples: [{ approvals: 1 }] }),
  critical: AcceptanceRuleSchema.optional().meta({ title: "Critical", description: "Of severity critical.", examples: [{ by: ["ciso"] }] }),
}).meta({ id: "AcceptanceRules", title: "Rules for decisions", description: "What is asked of decisions by severity; each holds from there up, and a severer one replaces what it states itself." }));

const GatedDecisionStateSchema = choice<GatedDecisionState>({
  stale: "A fact that it rests on changed.", expired: "Its last day is over.", unconfirmed: "A bulk decision fits it and nobody confirmed that.", orphaned: "What it is about is not in the model.",
  overdue: "What was to be done by a day is not done.", unallowed: "It is not as the policy asks.",
}, { id: "GatedDecisionState", title: "State of a decision that stops", description: "How a decision stands that stops a gate." });

export const GateSchema = exactly<Gate>()(z.strictObject({
  severity: z.union([SeveritySchema, z.literal("none")]).optional().meta({ title: "Severity", description: "Open threats of this severity and worse stop; none lets all pass.", examples: ["high"] }),
  questions: number.optional().meta({ title: "Questions", description: "The most unanswered questions that may be left; of a change, that it may open.", examples: [0] }),
  "questions-from": SeveritySchema.optional().meta({ title: "Questions from", description: "Only questions count that could reveal a threat of this severity or worse.", examples: ["high"] }),
  decisions: z.array(GatedDecisionStateSchema).optional().meta({ title: "Decisions", description: "Decisions in these states stop.", examples: [["stale", "expired"]] }),
  "forbidden-crossings": number.optional().meta({ title: "Forbidden crossings", description: "The most crossings that a boundary's policy forbids; of a change, that it may bring.", examples: [0] }),
  "personal-data-below": NameSchema.optional().meta({ title: "Personal data below", description: "Personal data in systems that are trusted less than this level of the trust scale stops.", examples: ["internal"] }),
}).meta({ id: "Gate", title: "Gate", description: "What stops; nothing stated, nothing stops." }));

const StageGatesSchema = exactly<StageGates>()(z.strictObject({
  every: GateSchema.optional().meta({ title: "Every stage", description: "At every stage that does not state it itself.", examples: [{ severity: "critical" }] }),
  idea: GateSchema.optional().meta({ title: "Idea", description: "While it is an idea.", examples: [{ severity: "none" }] }),
  design: GateSchema.optional().meta({ title: "Design", description: "While it is designed.", examples: [{ severity: "critical" }] }),
  build: GateSchema.optional().meta({ title: "Build", description: "While it is built.", examples: [{ severity: "high" }] }),
  deploy: GateSchema.optional().meta({ title: "Deploy", description: "While it is brought into operation.", examples: [{ questions: 0, "questions-from": "high" }] }),
  operate: GateSchema.optional().meta({ title: "Operate", description: "In operation.", examples: [{ decisions: ["stale", "expired"] }] }),
  retire: GateSchema.optional().meta({ title: "Retire", description: "While it is taken out of operation.", examples: [{ severity: "medium" }] }),
}).meta({ id: "StageGates", title: "Gates by stage", description: "What stops at which stage; what a stage states replaces what holds at every one." }));

const GatesSchema = exactly<Gates>()(z.strictObject({
  model: StageGatesSchema.optional().meta({ title: "Model", description: "Of the whole model, in `merlon analyze`.", examples: [{ operate: { severity: "high" } }] }),
  change: StageGatesSchema.optional().meta({ title: "Change", description: "Of what a change brings, in `merlon diff`.", examples: [{ every: { severity: "high" } }] }),
}).meta({ id: "Gates", title: "Gates", description: "What stops, of a whole model and of a change." }));

const LooseningSchema = choice<Loosening>({
  facts: "A known value becomes unknown.",
  decisions: "A decision goes though its threat is there.",
  scope: "Less is looked at: something is put out of scope or loses its boundary, rules go, the depth or the stage goes back.",
  policy: "The policy itself changes.",
}, { id: "Loosening", title: "Loosening", description: "How a change makes a model say or ask less." });

export const PolicySchema = exactly<Policy>()(z.strictObject({
  "acceptance-from": SeveritySchema.optional().meta({ title: "Acceptance from", description: "From this severity up an acceptance needs an owner, a reason and an expiry; medium when left out.", examples: ["medium"] }),
  acceptance: AcceptanceRulesSchema.optional().meta({ title: "Acceptance", description: "What is asked of decisions that bear a threat: accept and transfer.", examples: [{ high: { approvals: 1 } }] }),
  dismissal: AcceptanceRulesSchema.optional().meta({ title: "Dismissal", description: "What is asked of decisions that set a threat aside: not-applicable and false-positive.", examples: [{ high: { needs: ["reason"] } }] }),
  "fail-on": SeveritySchema.optional().meta({ title: "Fail on", description: "The severity of every gate that states none: the analysis fails when an open threat is at least this severe, a change when it brings one.", examples: ["high"] }),
  gates: GatesSchema.optional().meta({ title: "Gates", description: "What stops at which stage.", examples: [{ model: { operate: { severity: "high" } } }] }),
  "no-loosening": z.array(LooseningSchema).optional().meta({ title: "No loosening", description: "What a change may not make less strict.", examples: [["facts", "decisions"]] }),
}).meta({ id: "Policy", title: "Policy", description: "What an organisation asks of a model and of the decisions about it." }));
