// Threats written by people. They stand beside the generated ones and are never overwritten.
import * as z from "zod";
import { describedShape, type Described } from "../common/described.ts";
import {
  AttackRefSchema, LinddunCategorySchema, StrideLetterSchema, type AttackRef, type LinddunCategory, type StrideLetter,
} from "../common/stride.ts";
import { CapecIdSchema, CweIdSchema, IdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** The six parts of a threat: `{source} with {prerequisite} can {action}, which leads to {consequence}, harming the {goal} of {harmed}`. */
export interface ThreatStatement {
  readonly source?: string;
  readonly prerequisite?: string;
  readonly action?: string;
  readonly consequence?: string;
  readonly goal?: string;
  readonly harmed?: string;
}

/** A threat written by a person. A title alone is enough (a weak signal, cheap to add). */
export interface HumanThreat extends Described {
  readonly title: string;
  readonly statement?: ThreatStatement;
  /** Elements, flows or boundaries it is about; absent means the model as a whole. */
  readonly at?: string | readonly string[];
  readonly stride?: readonly StrideLetter[];
  readonly linddun?: readonly LinddunCategory[];
  readonly cwe?: readonly string[];
  readonly capec?: readonly string[];
  readonly attack?: readonly AttackRef[];
  /** 1 (rare) to 4 (expected). */
  readonly likelihood?: number;
  /** 1 (minor) to 4 (severe). */
  readonly consequence?: number;
  readonly by?: string;
  /** How and when it was found, for example `think session 2026-11-02`. */
  readonly found?: string;
}

const part = z.string().min(1).optional();
const score = z.number().min(1).max(4).optional();

export const ThreatStatementSchema = exactly<ThreatStatement>()(z.strictObject({
  source: part.meta({ title: "Source", description: "Who or what does it.", examples: ["Someone on the same network"] }),
  prerequisite: part.meta({ title: "Prerequisite", description: "What they need for it.", examples: ["a place on the path"] }),
  action: part.meta({ title: "Action", description: "What they do.", examples: ["read the traffic"] }),
  consequence: part.meta({ title: "Consequence", description: "What comes of it.", examples: ["card numbers become known"] }),
  goal: part.meta({ title: "Goal", description: "The property that suffers.", examples: ["confidentiality"] }),
  harmed: part.meta({ title: "Harmed", description: "What or who is harmed.", examples: ["shoppers"] }),
}).meta({ id: "ThreatStatement", title: "Threat statement", description: "A threat in six parts that read as one sentence." }));

export const HumanThreatSchema = exactly<HumanThreat>()(z.strictObject({
  ...describedShape,
  title: NameSchema.meta({ title: "Title", description: "What can go wrong, in one sentence; this alone is enough.", examples: ["A courier learns who bought what."] }),
  statement: ThreatStatementSchema.optional().meta({ title: "Statement", description: "The same in six parts.", examples: [{ source: "A courier", action: "reads the delivery note" }] }),
  at: z.union([IdSchema, z.array(IdSchema)]).optional().meta({ title: "At", description: "The elements, flows or boundaries it is about; the whole model when left out.", examples: ["checkout", ["web", "checkout"]] }),
  stride: z.array(StrideLetterSchema).optional().meta({ title: "STRIDE", description: "The letters of STRIDE that it belongs to.", examples: [["I"]] }),
  linddun: z.array(LinddunCategorySchema).optional().meta({ title: "LINDDUN", description: "The privacy categories that it belongs to.", examples: [["linking"]] }),
  cwe: z.array(CweIdSchema).optional().meta({ title: "CWE", description: "Weaknesses that make it possible.", examples: [["CWE-319"]] }),
  capec: z.array(CapecIdSchema).optional().meta({ title: "CAPEC", description: "Attack patterns that describe it.", examples: [["CAPEC-94"]] }),
  attack: z.array(AttackRefSchema).optional().meta({ title: "ATT&CK", description: "Techniques with the part they play.", examples: [[{ id: "T1557", role: "exploitation", why: "The traffic can be read on the way." }]] }),
  likelihood: score.meta({ title: "Likelihood", description: "How likely it is, from 1 (rare) to 4 (expected).", examples: [2] }),
  consequence: score.meta({ title: "Consequence", description: "How bad it would be, from 1 (minor) to 4 (severe).", examples: [3] }),
  by: NameSchema.optional().meta({ title: "By", description: "Who wrote it.", examples: ["dana@example.org"] }),
  found: NameSchema.optional().meta({ title: "Found", description: "How and when it was found.", examples: ["think session 2026-11-02"] }),
}).meta({ id: "HumanThreat", title: "Threat", description: "A threat that a person wrote; never overwritten by generated ones." }));
