// Rules: what turns facts into threats and questions. Data with a condition, never code.
import * as z from "zod";
import { choice } from "../choice.ts";
import { LinkSchema, type Link } from "../common/described.ts";
import {
  AttackRefSchema, LinddunCategorySchema, StageSchema, StrideLetterSchema,
  type AttackRef, type LinddunCategory, type Stage, type StrideLetter,
} from "../common/stride.ts";
import { ScalarOrSetSchema, type Scalar } from "../common/value.ts";
import { AsvsIdSchema, CapecIdSchema, CweIdSchema, KeySchema, MitigationIdSchema, NameSchema, NistIdSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { ConditionSchema, type Condition } from "./condition.ts";

export type RuleScope = "element" | "flow" | "boundary" | "model" | "path";
export type RuleStatus = "draft" | "stable" | "deprecated";

/** Text of the threat; `{role}` is replaced by the title of what the role is bound to. */
export interface ThreatTemplate {
  readonly source: string;
  readonly prerequisite: string;
  readonly action: string;
  readonly consequence: string;
  readonly goal: string;
  readonly harmed: string;
  /** How easy once reached: -1 hard, 0, 1 easy. */
  readonly ease: -1 | 0 | 1;
  /** Least impact, 1 to 4. */
  readonly impact?: 1 | 2 | 3 | 4;
  /** For flow rules: which leg of the flow. Default request. */
  readonly leg?: "request" | "response";
}

/** Sets a characteristic (or `protocol`, `response` …) of a role: an edit of the design, offered as a patch. */
export interface ChangeFix {
  readonly change: { readonly set: string; readonly to: Scalar | readonly string[] };
  readonly text: string;
  readonly where?: Condition;
  readonly attack?: readonly string[];
  readonly asvs?: readonly string[];
  readonly nist?: readonly string[];
}
/** Adds a control of this type at a role, as planned. */
export interface AddControlFix {
  readonly "add-control": { readonly type: string; readonly at: string };
  readonly text: string;
  readonly where?: Condition;
  readonly attack?: readonly string[];
  readonly asvs?: readonly string[];
  readonly nist?: readonly string[];
}
export interface AdviceFix {
  readonly advice: string;
  readonly where?: Condition;
  readonly attack?: readonly string[];
  readonly asvs?: readonly string[];
  readonly nist?: readonly string[];
}
/** Offered where its `where` surely holds; without one, at every threat of the rule. */
export type Fix = ChangeFix | AddControlFix | AdviceFix;

/** The members of a relation that surely fit. */
export interface ResponsibleMembers {
  readonly each: string;
  readonly as: string;
  readonly where?: Condition;
}

export interface Rule {
  /** A statement of the problem in kebab case; permanent, unique over all packs. */
  readonly id: string;
  readonly revision: number;
  readonly status: RuleStatus;
  readonly title: string;
  readonly scope: RuleScope;
  readonly applies?: Condition;
  readonly when: Condition;
  readonly unless?: Condition;
  /** One threat for each data item, actor class or technique that satisfies `when`. */
  readonly per?: { readonly each: string; readonly as: string };
  /** Objects to name with a threat besides its target: who has to change for it to go. */
  readonly responsible?: readonly ResponsibleMembers[];
  readonly threat: ThreatTemplate;
  readonly stride: readonly StrideLetter[];
  readonly linddun?: readonly LinddunCategory[];
  readonly cwe?: readonly string[];
  readonly capec?: readonly string[];
  readonly attack?: readonly AttackRef[];
  readonly why: string;
  readonly fix: readonly Fix[];
  readonly "false-positives": readonly string[];
  readonly references?: readonly Link[];
  /** Rule ids this one replaces; decisions follow. */
  readonly supersedes?: readonly string[];
  readonly "superseded-by"?: string;
  /** Stages of a model at which it is evaluated. Absent: all. */
  readonly stages?: readonly Stage[];
  /** `info` only by rule: fixed severity, no scoring. */
  readonly severity?: "info";
}

/** A rule as written in its file, whose name is the id; the id may be repeated inside. */
export interface RuleFile extends Omit<Rule, "id"> {
  readonly id?: string;
}

/** One case of `<rule-id>.test.yaml`. The model is a model document without a header. */
export interface RuleTest {
  readonly name: string;
  readonly model: Readonly<Record<string, unknown>>;
  /** Threat ids of this rule that must fire, exactly. */
  readonly expect?: readonly string[];
  /** What must be asked, as `key of object`: `protocol of visit`. */
  readonly asks?: readonly string[];
}

export const RuleScopeSchema = choice<RuleScope>({
  element: "It is asked of every element.",
  flow: "It is asked of every flow.",
  boundary: "It is asked of every boundary.",
  model: "It is asked once.",
  path: "It is asked of every kind of actor and everything of class high.",
}, { id: "RuleScope", title: "Rule scope", description: "What a rule is asked of." });

export const RuleStatusSchema = choice<RuleStatus>({
  draft: "Being tried; it may change or go.",
  stable: "Fit for use.",
  deprecated: "Replaced or given up; kept for old decisions.",
}, { id: "RuleStatus", title: "Rule status", description: "How far a rule is." });

export const ThreatTemplateSchema = exactly<ThreatTemplate>()(z.strictObject({
  source: NameSchema.meta({ title: "Source", description: "Who or what does it; `{role}` stands for a title.", examples: ["Someone on the way from {source} to {target}"] }),
  prerequisite: NameSchema.meta({ title: "Prerequisite", description: "What they need for it.", examples: ["a place on the path"] }),
  action: NameSchema.meta({ title: "Action", description: "What they do.", examples: ["read what passes"] }),
  consequence: NameSchema.meta({ title: "Consequence", description: "What comes of it.", examples: ["the content becomes known"] }),
  goal: NameSchema.meta({ title: "Goal", description: "The property that suffers.", examples: ["confidentiality"] }),
  harmed: NameSchema.meta({ title: "Harmed", description: "What or who is harmed.", examples: ["the data in {flow}"] }),
  ease: z.union([z.literal(-1), z.literal(0), z.literal(1)]).meta({ title: "Ease", description: "How easy it is once reached: -1 hard, 0 in between, 1 easy.", examples: [0] }),
  impact: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional().meta({ title: "Least impact", description: "The impact it has at least, from 1 to 4.", examples: [2] }),
  leg: z.enum(["request", "response"]).optional().meta({
    title: "Leg", description: "For flows, the direction it is about; the request when left out.", examples: ["response"],
    enumDescriptions: ["With the arrow.", "Against the arrow."],
  }),
}).meta({ id: "ThreatTemplate", title: "Threat template", description: "What the rule's threats say, in six parts." }));

const text = NameSchema.meta({ title: "Text", description: "What to do, in one sentence.", examples: ["Use HTTPS."] });
const where = ConditionSchema.optional().meta({ title: "Where", description: "What it is offered for, when not for every threat of the rule.", examples: [{ fact: "flow.protocol", is: "http" }] });
const elsewhere = {
  attack: z.array(MitigationIdSchema).optional().meta({ title: "ATT&CK mitigations", description: "The mitigations of ATT&CK that it carries out.", examples: [["M1041"]] }),
  asvs: z.array(AsvsIdSchema).optional().meta({ title: "ASVS sections", description: "The sections of OWASP ASVS 5 that ask for it.", examples: [["V12.1"]] }),
  nist: z.array(NistIdSchema).optional().meta({ title: "NIST controls", description: "The controls of NIST SP 800-53 revision 5 that it belongs to.", examples: [["SC-8"]] }),
};

export const ChangeFixSchema = exactly<ChangeFix>()(z.strictObject({
  change: z.strictObject({
    set: NameSchema.meta({ title: "Set", description: "The role and the key to set.", examples: ["flow.encryption-in-transit"] }),
    to: ScalarOrSetSchema.meta({ title: "To", description: "The new value.", examples: ["yes"] }),
  }).meta({ title: "Change", description: "An edit of the design, offered as a patch.", examples: [{ set: "flow.encryption-in-transit", to: "yes" }] }),
  text, where, ...elsewhere,
}).meta({ title: "Change", description: "Clears the threat by another design." }));

export const AddControlFixSchema = exactly<AddControlFix>()(z.strictObject({
  "add-control": z.strictObject({
    type: KeySchema.meta({ title: "Type", description: "A key of the control catalogue.", examples: ["rate-limiting"] }),
    at: NameSchema.meta({ title: "At", description: "The role to add it at.", examples: ["target"] }),
  }).meta({ title: "Add control", description: "The control to add, as planned.", examples: [{ type: "rate-limiting", at: "target" }] }),
  text, where, ...elsewhere,
}).meta({ title: "Control", description: "Clears the threat by a control, once it is implemented." }));

export const AdviceFixSchema = exactly<AdviceFix>()(z.strictObject({
  advice: NameSchema.meta({ title: "Advice", description: "What to think about, in one sentence.", examples: ["Ask the provider for its key ceremony."] }),
  where, ...elsewhere,
}).meta({ title: "Advice", description: "Something to do that a model cannot show." }));

export const FixSchema: z.ZodType<Fix> = z.union([ChangeFixSchema, AddControlFixSchema, AdviceFixSchema])
  .meta({ id: "Fix", title: "Fix", description: "What to do against a threat." });

const perShape = z.strictObject({
  each: NameSchema.meta({ title: "Each", description: "The relation whose members get a threat each.", examples: ["flow.carries"] }),
  as: NameSchema.meta({ title: "As", description: "The name of the member in conditions and texts.", examples: ["d"] }),
}).meta({ title: "Per", description: "One threat for each member that fits." });

const ResponsibleSchema = exactly<ResponsibleMembers>()(z.strictObject({
  each: NameSchema.meta({ title: "Each", description: "The relation whose members are named.", examples: ["element.flows"] }),
  as: NameSchema.meta({ title: "As", description: "The name of the member in `where`.", examples: ["f"] }),
  where: ConditionSchema.optional().meta({ title: "Where", description: "What must surely be true of those that are named; all are when left out.", examples: [{ fact: "f.encryption-in-transit", is: "no" }] }),
}).meta({ title: "Responsible members", description: "Objects that have to change for the threat to go." }));

export const RuleSchema = exactly<RuleFile>()(z.strictObject({
  "id": KeySchema.optional().meta({ title: "Id", description: "A permanent statement of the problem; the file's name says it, so it may be left out.", examples: ["plaintext-flow-across-boundary"] }),
  "revision": z.int().min(1).meta({ title: "Revision", description: "Counts changes of the rule's conditions.", examples: [1] }),
  "status": RuleStatusSchema.meta({ title: "Status", description: "How far the rule is.", examples: ["stable"] }),
  "title": NameSchema.meta({ title: "Title", description: "The problem in a few words.", examples: ["Unencrypted flow across a boundary"] }),
  "scope": RuleScopeSchema.meta({ title: "Scope", description: "What the rule is asked of.", examples: ["flow"] }),
  "applies": ConditionSchema.optional().meta({ title: "Applies", description: "The structure it is about; nothing else is asked of what does not fit.", examples: [{ fact: "flow.crosses", is: "yes" }] }),
  "when": ConditionSchema.meta({ title: "When", description: "What makes the threat possible.", examples: [{ fact: "flow.confidentiality", "at-least": "low" }] }),
  "unless": ConditionSchema.optional().meta({ title: "Unless", description: "What stops it.", examples: [{ fact: "flow.encryption-in-transit", is: "yes" }] }),
  "per": perShape.optional().meta({ title: "Per", description: "One threat for each data item, actor class or technique.", examples: [{ each: "flow.carries", as: "d" }] }),
  "responsible": z.array(ResponsibleSchema).min(1).optional().meta({ title: "Responsible", description: "Objects to name with a threat besides its target.", examples: [[{ each: "model.elements", as: "part", where: { fact: "part.kind", is: "process" } }]] }),
  "threat": ThreatTemplateSchema.meta({ title: "Threat", description: "What the threats say.", examples: [{ source: "Someone on the way", prerequisite: "a place on the path", action: "read what passes", consequence: "it becomes known", goal: "confidentiality", harmed: "the data in {flow}", ease: 0 }] }),
  "stride": z.array(StrideLetterSchema).meta({ title: "STRIDE", description: "The letters its threats belong to; none for threats outside of STRIDE.", examples: [["I"]] }),
  "linddun": z.array(LinddunCategorySchema).optional().meta({ title: "LINDDUN", description: "The privacy categories its threats belong to.", examples: [["data-disclosure"]] }),
  "cwe": z.array(CweIdSchema).optional().meta({ title: "CWE", description: "Weaknesses that make it possible.", examples: [["CWE-319"]] }),
  "capec": z.array(CapecIdSchema).optional().meta({ title: "CAPEC", description: "Attack patterns that describe it.", examples: [["CAPEC-94"]] }),
  "attack": z.array(AttackRefSchema).optional().meta({ title: "ATT&CK", description: "Techniques with the part they play.", examples: [[{ id: "T1557", role: "exploitation", why: "The traffic can be read on the way." }]] }),
  "why": NameSchema.meta({ title: "Why", description: "Two to five sentences for a developer.", examples: ["Whoever sits on the way can read along. Boundaries are where strangers sit."] }),
  "fix": z.array(FixSchema, "At least one fix is needed").min(1, "At least one fix is needed").meta({ title: "Fixes", description: "What to do, the best first.", examples: [[{ change: { set: "flow.encryption-in-transit", to: "yes" }, text: "Use TLS." }]] }),
  "false-positives": z.array(NameSchema).meta({ title: "False positives", description: "When the rule is wrong.", examples: [["The link is encrypted below, by a tunnel that the model does not show."]] }),
  "references": z.array(LinkSchema).optional().meta({ title: "References", description: "Where to read on.", examples: [[{ title: "Transport layer security", url: "https://www.rfc-editor.org/rfc/rfc8446" }]] }),
  "supersedes": z.array(KeySchema).optional().meta({ title: "Supersedes", description: "Rules that it replaces; their decisions follow.", examples: [["cleartext-flow"]] }),
  "superseded-by": KeySchema.optional().meta({ title: "Superseded by", description: "The rule that replaces it.", examples: ["plaintext-flow-across-boundary"] }),
  "stages": z.array(StageSchema).optional().meta({ title: "Stages", description: "Stages of a model at which it is asked; all when left out.", examples: [["design", "build"]] }),
  "severity": z.literal("info").optional().meta({ title: "Severity", description: "Fixes the severity at info, without scoring.", examples: ["info"] }),
}).meta({ id: "Rule", title: "Rule", description: "What turns facts into threats and questions; data, never code." }));

export const RuleTestSchema = exactly<RuleTest>()(z.strictObject({
  name: NameSchema.meta({ title: "Name", description: "What the case shows.", examples: ["plain HTTP from the internet"] }),
  model: z.record(z.string(), z.unknown()).meta({ title: "Model", description: "The maps of a model, without a header.", examples: [{ elements: { web: { kind: "process" } } }] }),
  expect: z.array(ThreatIdSchema).optional().meta({ title: "Expect", description: "Exactly the threats of the rule that must come.", examples: [["plaintext-flow-across-boundary@visit"]] }),
  asks: z.array(z.string().regex(/^.+ of [a-z][a-z0-9-]*$/)).optional().meta({ title: "Asks", description: "What must be asked, as key and object.", examples: [["protocol of visit"]] }),
}).meta({ id: "RuleTest", title: "Rule test", description: "A small model and what the rule says to it." }));

export const RuleTestsSchema: z.ZodType<readonly RuleTest[]> = z.array(RuleTestSchema)
  .meta({ id: "RuleTests", title: "Rule tests", description: "The test file beside a rule." });
