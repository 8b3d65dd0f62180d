// The closed vocabularies of threat classification.
import * as z from "zod";
import { choice } from "../choice.ts";
import { exactly } from "../exactly.ts";
import { NameSchema, TacticSchema, TechniqueIdSchema } from "./word.ts";

export type StrideLetter = "S" | "T" | "R" | "I" | "D" | "E";
export type LinddunCategory =
  | "linking" | "identifying" | "non-repudiation" | "detecting"
  | "data-disclosure" | "unawareness" | "non-compliance";

export type AttackRole = "exploitation" | "primary-impact" | "secondary-impact";

/** A reference to an ATT&CK (or ATLAS) technique with the role it plays and why. */
export interface AttackRef {
  readonly id: string;
  /** Short name or id of the tactic that it serves here; left out, any of the technique's. */
  readonly tactic?: string;
  readonly role: AttackRole;
  readonly why: string;
}

export type Severity = "info" | "low" | "medium" | "high" | "critical";
export type SensitivityClass = "none" | "low" | "moderate" | "high";
export type ProtectedProperty = "confidentiality" | "integrity" | "availability" | "privacy" | "safety";
export type Stage = "idea" | "design" | "build" | "deploy" | "operate" | "retire";
export type Depth = "sketch" | "standard" | "full";

export const StrideLetterSchema = choice<StrideLetter>({
  S: "Spoofing: someone pretends to be someone or something else.",
  T: "Tampering: something is changed that should not be.",
  R: "Repudiation: nobody can prove who did what.",
  I: "Information disclosure: someone learns what they should not.",
  D: "Denial of service: something is not there when it is needed.",
  E: "Elevation of privilege: someone may do what they should not.",
}, { id: "StrideLetter", title: "STRIDE letter", description: "One of the six kinds of threat of STRIDE." });

export const LinddunCategorySchema = choice<LinddunCategory>({
  "linking": "Things about a person can be put together.",
  "identifying": "A person can be recognised.",
  "non-repudiation": "A person cannot deny what they did.",
  "detecting": "It shows that something about a person exists.",
  "data-disclosure": "More personal data is collected, kept or shared than needed.",
  "unawareness": "A person does not know or cannot influence what happens.",
  "non-compliance": "Law, policy or good practice is not followed.",
}, { id: "LinddunCategory", title: "LINDDUN category", description: "One of the seven kinds of privacy threat of LINDDUN." });

export const AttackRoleSchema = choice<AttackRole>({
  "exploitation": "How the attacker gets it done.",
  "primary-impact": "What the attacker has at once.",
  "secondary-impact": "What the attacker can do from there.",
}, { id: "AttackRole", title: "Role of a technique", description: "What part a technique plays in a threat." });

export const SeveritySchema = choice<Severity>({
  info: "Worth knowing, nothing to do.",
  low: "Fix it when you are there anyway.",
  medium: "Plan it.",
  high: "Fix it before it ships.",
  critical: "Stop and fix it now.",
}, { id: "Severity", title: "Severity", description: "How bad a threat is, from likelihood and impact." });

export const SensitivityClassSchema = choice<SensitivityClass>({
  none: "No harm worth mentioning.",
  low: "Limited harm.",
  moderate: "Serious harm.",
  high: "Severe or lasting harm.",
}, { id: "SensitivityClass", title: "Class", description: "What a level of any scale means to rules: how much harm its loss does." });

export const ProtectedPropertySchema = choice<ProtectedProperty>({
  confidentiality: "Only those who should know it do.",
  integrity: "It is as it should be.",
  availability: "It is there when needed.",
  privacy: "The people behind the data keep their say.",
  safety: "Nobody is hurt.",
}, { id: "ProtectedProperty", title: "Protected property", description: "What a scale measures." });

export const StageSchema = choice<Stage>({
  idea: "Only an idea so far.",
  design: "Being designed.",
  build: "Being built.",
  deploy: "Being brought into operation.",
  operate: "In operation.",
  retire: "Being taken out of operation.",
}, { id: "Stage", title: "Stage", description: "Where in its development a system is." });

export const DepthSchema = choice<Depth>({
  sketch: "The outline: enough for a first talk.",
  standard: "What most systems need.",
  full: "Everything, for systems where much is at stake.",
}, { id: "Depth", title: "Depth", description: "How much detail a model wants." });

export const AttackRefSchema = exactly<AttackRef>()(z.strictObject({
  id: TechniqueIdSchema.meta({ title: "Technique", description: "The technique's id in ATT&CK or ATLAS.", examples: ["T1557", "T1078.004", "AML.T0051"] }),
  tactic: TacticSchema.optional().meta({ title: "Tactic", description: "The tactic that it serves here, where the technique serves several: its short name, or its id.", examples: ["credential-access", "TA0006"] }),
  role: AttackRoleSchema.meta({ title: "Role", description: "The part it plays in this threat.", examples: ["exploitation"] }),
  why: NameSchema.meta({ title: "Why", description: "One sentence that says why it fits here.", examples: ["The traffic can be read and changed on the way."] }),
}).meta({ id: "AttackRef", title: "ATT&CK reference", description: "A technique with the part it plays and why." }));
