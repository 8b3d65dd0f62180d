// Runtime schemas of explanations.
import * as z from "zod";
import { choice } from "../choice.ts";
import { NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import type { Explanation, FixTrial, Outcome, ProofNode, Provenance, Truth } from "./explanation.ts";
import { DecisionStatusSchema, mitigatedExample, MitigatedSchema, threatExample, ThreatFixSchema, ThreatSchema } from "./threat-schema.ts";

export const TruthSchema = choice<Truth>({
  true: "It holds.", false: "It does not hold.", unknown: "It is not known.",
}, { id: "Truth", title: "Truth", description: "What a condition comes to." });

export const ProvenanceSchema = choice<Provenance>({
  declared: "A person wrote it.",
  imported: "Another tool or file says so.",
  inferred: "A type or protocol implies it.",
  inherited: "A boundary or element says it for all.",
  assumed: "It is taken to be so.",
  observed: "It was seen.",
  derived: "It follows from other facts.",
  structure: "It is how the model is built.",
}, { id: "Provenance", title: "Provenance", description: "Where a fact comes from." });

export const OutcomeSchema = choice<Outcome>({
  "threat": "It can go wrong.",
  "question": "An answer decides.",
  "mitigated": "Something stops it.",
  "checked": "It cannot go wrong.",
  "not-examined": "The rule is not about this.",
}, { id: "Outcome", title: "Outcome", description: "What a rule says of one target." });

const where = { file: "model.yaml", line: 12, column: 3 };
const leaf = { text: "Checkout is encrypted on the wire", truth: "false", children: [] };
const fix = { kind: "change", text: "Use TLS on Checkout.", attack: [] };

export const ProofSchema = exactly<ProofNode>()(z.strictObject({
  text: NameSchema.meta({ title: "Text", description: "The condition or fact in words.", examples: [leaf.text] }),
  truth: TruthSchema.meta({ title: "Truth", description: "What it comes to.", examples: ["false"] }),
  because: NameSchema.optional().meta({ title: "Because", description: "Why the rule asks it.", examples: ["Everyone on the way can read it."] }),
  provenance: ProvenanceSchema.optional().meta({ title: "Provenance", description: "Where the fact comes from.", examples: ["declared"] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "The line it rests on.", examples: [where] }),
  get children(): z.ZodArray<z.ZodType<ProofNode>> {
    return z.array(ProofSchema).meta({ title: "Children", description: "What it follows from.", examples: [[]] });
  },
}).meta({ id: "ProofNode", title: "Step of a proof", description: "A condition with its truth, or a fact with its value." })) as z.ZodType<ProofNode>;

export const FixTrialSchema = exactly<FixTrial>()(z.strictObject({
  fix: ThreatFixSchema.meta({ title: "Fix", description: "The fix that was tried.", examples: [fix] }),
  clears: z.boolean().nullable().meta({ title: "Clears", description: "Whether it alone clears the threat; null when there is nothing to try.", examples: [true] }),
  adds: z.array(ThreatIdSchema).meta({ title: "Adds", description: "Threats that it would bring elsewhere.", examples: [[]] }),
  alsoClears: z.array(ThreatIdSchema).meta({ title: "Also clears", description: "Other threats that it would clear.", examples: [[]] }),
}).meta({ id: "FixTrial", title: "Trial of a fix", description: "What one fix, applied alone, would do." }));

const proof = ProofSchema;

export const ExplanationSchema = exactly<Explanation>()(z.strictObject({
  schema: z.literal("merlon/explanation/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/explanation/1"] }),
  id: ThreatIdSchema.meta({ title: "Id", description: "The threat that is explained.", examples: ["plaintext-flow-across-boundary@checkout"] }),
  outcome: OutcomeSchema.meta({ title: "Outcome", description: "What the rule says.", examples: ["threat"] }),
  threat: ThreatSchema.optional().meta({ title: "Threat", description: "The threat, when there is one.", examples: [threatExample] }),
  mitigated: MitigatedSchema.optional().meta({ title: "Mitigated", description: "What is stopped, when it is.", examples: [mitigatedExample] }),
  decisions: z.array(DecisionStatusSchema).optional().meta({ title: "Decisions", description: "What was decided about it, or is proposed for it, as it stands today.", examples: [[]] }),
  applies: proof.nullable().meta({ title: "Applies", description: "Why the rule looks here.", examples: [null] }),
  when: proof.meta({ title: "When", description: "What makes it possible.", examples: [leaf] }),
  unless: proof.nullable().meta({ title: "Unless", description: "What would stop it.", examples: [leaf] }),
  witness: z.record(z.string(), z.union([z.string(), z.number()])).meta({ title: "Witness", description: "The facts that decided it, by role.", examples: [{ "flow.encryption-in-transit": "no" }] }),
  fixes: z.array(FixTrialSchema).meta({ title: "Fixes", description: "What each fix would do.", examples: [[{ fix, clears: true, adds: [], alsoClears: [] }]] }),
}).meta({ id: "Explanation", title: "Explanation", description: "The proof of one outcome, down to lines of the model." }));
