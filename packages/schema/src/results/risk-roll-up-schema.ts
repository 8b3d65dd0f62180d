// Runtime schema of what risks add up to.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SeveritySchema } from "../common/stride.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { LandscapeTypeSchema } from "./landscape-type-schema.ts";
import type { RiskRollUp, RiskRollUpChange, RollUpFeeder, RollUpStep, RollUpVerdict } from "./risk-roll-up.ts";

const RollUpVerdictSchema = choice<RollUpVerdict>({
  "agrees": "The worst that feeds it is as bad as it says.", "understated": "Something that feeds it is worse than it says.", "overstated": "Nothing that still counts is as bad as it says.", "unfed": "It says something, and nothing feeds it.",
  "unsaid": "It says nothing, and something feeds it.", "unknown": "Neither it nor what feeds it says anything.", "ended": "It is closed, and nothing that counts feeds it.", "ended-but-fed": "It is closed, and something that counts still feeds it.",
}, { id: "RollUpVerdict", title: "Verdict", description: "How what a risk says of itself fits what feeds it." });

const step = { id: "vulnerability:VULN-12", type: "vulnerability", title: "A script can read the card form" };
const feeder = { ...step, state: "open", level: "critical", counts: true };
const rolled = { id: "risk:RISK-20", title: "Checkout cannot be trusted", rank: "R3", state: "in-progress", said: "high", fed: "critical", level: "critical", verdict: "understated", chain: [step, { id: "risk:RISK-20", type: "risk", title: "Checkout cannot be trusted" }], feeders: [feeder] };

const stepFields = {
  id: NameSchema.meta({ title: "Id", description: "Of the thing.", examples: [step.id] }),
  type: LandscapeTypeSchema.meta({ title: "Type", description: "What it is.", examples: [step.type] }),
  title: NameSchema.meta({ title: "Title", description: "What people call it.", examples: [step.title] }),
};

const RollUpStepSchema = exactly<RollUpStep>()(z.strictObject(stepFields).meta({ id: "RollUpStep", title: "Step of a roll-up", description: "One thing between the worst that feeds a risk and the risk." }));

const RollUpFeederSchema = exactly<RollUpFeeder>()(z.strictObject({
  ...stepFields,
  state: NameSchema.optional().meta({ title: "State", description: "How it stands.", examples: ["open"] }),
  level: SeveritySchema.optional().meta({ title: "Level", description: "The worst that it and what stands behind it say and that still counts.", examples: ["critical"] }),
  counts: z.boolean().meta({ title: "Counts", description: "It is not mended, dismissed or closed.", examples: [true] }),
}).meta({ id: "RollUpFeeder", title: "What feeds a risk", description: "A threat, a vulnerability, an incident, evidence, or a risk that leads to it." }));

export const RiskRollUpSchema = exactly<RiskRollUp>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Of the thing.", examples: [rolled.id] }),
  title: NameSchema.meta({ title: "Title", description: "What people call it.", examples: [rolled.title] }),
  rank: NameSchema.optional().meta({ title: "Rank", description: "R4 (technical) to R0 (the company), where it has one.", examples: ["R3"] }),
  state: NameSchema.optional().meta({ title: "State", description: "How it stands.", examples: ["in-progress"] }),
  said: SeveritySchema.optional().meta({ title: "Said", description: "What it says of itself.", examples: ["high"] }),
  fed: SeveritySchema.optional().meta({ title: "Fed", description: "The worst of what feeds it, at once or by other risks.", examples: ["critical"] }),
  level: SeveritySchema.optional().meta({ title: "Level", description: "The worse of the two; what it says counts only while it is not ended.", examples: ["critical"] }),
  verdict: RollUpVerdictSchema.meta({ title: "Verdict", description: "How the two fit.", examples: ["understated"] }),
  chain: z.array(RollUpStepSchema).meta({ title: "Chain", description: "From the worst that feeds it up to it.", examples: [rolled.chain] }),
  feeders: z.array(RollUpFeederSchema).meta({ title: "Feeders", description: "What feeds it at once, the worst first.", examples: [[feeder]] }),
}).meta({ id: "RiskRollUp", title: "Risk, rolled up", description: "What a risk says of itself, and what it adds up to." }));

export const RiskRollUpChangeSchema = exactly<RiskRollUpChange>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Of the thing, in the newer version.", examples: [rolled.id] }),
  before: RiskRollUpSchema.optional().meta({ title: "Before", description: "In the older version; left out where it was not there.", examples: [rolled] }),
  after: RiskRollUpSchema.optional().meta({ title: "After", description: "In the newer version; left out where it is not there any more.", examples: [rolled] }),
}).meta({ id: "RiskRollUpChange", title: "Risk, before and after", description: "What one risk adds up to in both versions." }));
