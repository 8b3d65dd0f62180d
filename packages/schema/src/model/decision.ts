// Decisions: what people decided about threats and cells, and the facts they relied on.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SeveritySchema, StrideLetterSchema, type Severity, type StrideLetter } from "../common/stride.ts";
import { DateSchema, DecisionKeySchema, IdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type DecisionState = "open" | "mitigate" | "accept" | "transfer" | "avoid" | "not-applicable" | "false-positive";

/** Which threats a bulk decision is about; all given parts must match. */
export interface DecisionMatch {
  readonly rule?: string;
  readonly at?: string;
  readonly stride?: StrideLetter;
  /** Matches this severity and below. */
  readonly severity?: Severity;
}

/** What people decided about a threat (`rule@target`, a human threat's slug) or a cell (`S@checkout`, `I@checkout+response`). */
export interface Decision {
  readonly state: DecisionState;
  readonly reason?: string;
  /** The values relied on, by role: `flow.encryption-in-transit: no`. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Controls and assumptions relied on. */
  readonly because?: readonly string[];
  readonly by?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly approved?: readonly string[];
  readonly at?: string;
  readonly until?: string;
  readonly tickets?: readonly string[];
  /** Bulk form: the key is a free slug; `expanded` holds the ids people confirmed. */
  readonly match?: DecisionMatch;
  readonly expanded?: readonly string[];
}

export const DecisionStateSchema = choice<DecisionState>({
  "open": "Looked at, not decided.",
  "mitigate": "Something will be done against it.",
  "accept": "It is borne, with eyes open.",
  "transfer": "Someone else bears it.",
  "avoid": "What makes it possible will be dropped.",
  "not-applicable": "It cannot happen here.",
  "false-positive": "The rule is wrong here.",
}, { id: "DecisionState", title: "Decision state", description: "What people decided." });

export const DecisionMatchSchema = exactly<DecisionMatch>()(z.strictObject({
  rule: NameSchema.optional().meta({ title: "Rule", description: "Threats of this rule.", examples: ["plaintext-flow-across-boundary"] }),
  at: IdSchema.optional().meta({ title: "At", description: "Threats at this object.", examples: ["web"] }),
  stride: StrideLetterSchema.optional().meta({ title: "STRIDE", description: "Threats of this letter.", examples: ["D"] }),
  severity: SeveritySchema.optional().meta({ title: "Severity", description: "Threats of this severity and below.", examples: ["low"] }),
}).meta({ id: "DecisionMatch", title: "Match", description: "Which threats a bulk decision is about; every given part must fit." }));

export const DecisionSchema = exactly<Decision>()(z.strictObject({
  state: DecisionStateSchema.meta({ title: "State", description: "What was decided.", examples: ["accept"] }),
  reason: NameSchema.optional().meta({ title: "Reason", description: "Why, so that a later reader understands.", examples: ["Only test data passes here."] }),
  facts: z.record(NameSchema, z.union([z.string(), z.number()])).optional().meta({ title: "Facts", description: "The values relied on, by role; when one changes the decision is stale.", examples: [{ "flow.encryption-in-transit": "no" }] }),
  because: z.array(IdSchema).optional().meta({ title: "Because", description: "Controls and assumptions relied on.", examples: [["edge-firewall"]] }),
  by: NameSchema.optional().meta({ title: "By", description: "Who decided.", examples: ["dana@example.org"] }),
  owner: NameSchema.optional().meta({ title: "Owner", description: "Who sees to it.", examples: ["team-blue"] }),
  due: DateSchema.optional().meta({ title: "Due", description: "The day by which it is to be done.", examples: ["2026-12-01"] }),
  approved: z.array(NameSchema).optional().meta({ title: "Approved", description: "Who agreed.", examples: [["security-lead"]] }),
  at: DateSchema.optional().meta({ title: "Decided on", description: "The day of the decision.", examples: ["2026-11-02"] }),
  until: DateSchema.optional().meta({ title: "Until", description: "The last day on which it holds.", examples: ["2027-05-01"] }),
  tickets: z.array(NameSchema).optional().meta({ title: "Tickets", description: "Where the work is followed.", examples: [["SHOP-1234"]] }),
  match: DecisionMatchSchema.optional().meta({ title: "Match", description: "Makes it a bulk decision about all threats that fit.", examples: [{ rule: "plaintext-flow-across-boundary", severity: "low" }] }),
  expanded: z.array(DecisionKeySchema).optional().meta({ title: "Expanded", description: "The threats of a bulk decision that people confirmed.", examples: [["plaintext-flow-across-boundary@visit"]] }),
}).meta({ id: "Decision", title: "Decision", description: "What people decided about a threat or about a cell of a STRIDE table." }));
