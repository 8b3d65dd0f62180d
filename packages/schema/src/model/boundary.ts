// Trust boundaries: what lies in them, what may cross them and what holds inside.
import * as z from "zod";
import { choice } from "../choice.ts";
import { describedShape, type Described } from "../common/described.ts";
import { longValue, ScalarOrSetSchema, type LongValue, type Scalar } from "../common/value.ts";
import { IdSchema, KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { boundaryCharacteristicsShape, type BoundaryCharacteristics } from "../generated/characteristics.ts";

export type BoundaryType =
  | "network" | "host" | "process" | "container" | "account" | "tenant" | "organisation"
  | "physical" | "jurisdiction" | "device" | "user";

export type CrossingRule = "any" | "listed" | "none";

/** Which crossings a boundary allows. `listed` allows the named flows and protocols only. */
export interface CrossingPolicy {
  readonly in?: CrossingRule;
  readonly out?: CrossingRule;
  readonly flows?: readonly string[];
  readonly protocols?: readonly string[];
}

export interface Boundary extends Described, BoundaryCharacteristics {
  readonly type: BoundaryType;
  /** A level of the `trust` scale; absent means unknown. */
  readonly trust?: string;
  readonly in?: string;
  readonly policy?: CrossingPolicy;
  /** Default characteristic values for the elements and flows inside. */
  readonly inside?: Readonly<Record<string, Scalar | readonly string[] | LongValue<Scalar | readonly string[]>>>;
}

export const BoundaryTypeSchema = choice<BoundaryType>({
  network: "A network or part of one.",
  host: "A machine, real or virtual.",
  process: "The memory of one process.",
  container: "A container or pod.",
  account: "A cloud account, subscription or project.",
  tenant: "One customer's part of a shared system.",
  organisation: "A company or another legal body.",
  physical: "A building, room or rack.",
  jurisdiction: "A country or region with its own law.",
  device: "A device in somebody's hands.",
  user: "What one person may do and see.",
}, { id: "BoundaryType", title: "Boundary type", description: "What kind of line a boundary draws." });

export const CrossingRuleSchema = choice<CrossingRule>({
  any: "Every flow may cross.",
  listed: "Only the named flows and protocols may cross.",
  none: "No flow may cross.",
}, { id: "CrossingRule", title: "Crossing rule", description: "Which flows may cross in one direction." });

export const CrossingPolicySchema = exactly<CrossingPolicy>()(z.strictObject({
  in: CrossingRuleSchema.optional().meta({ title: "Inwards", description: "Which flows may come in.", examples: ["listed"] }),
  out: CrossingRuleSchema.optional().meta({ title: "Outwards", description: "Which flows may go out.", examples: ["none"] }),
  flows: z.array(IdSchema).optional().meta({ title: "Flows", description: "The flows that may cross where the rule is `listed`.", examples: [["checkout"]] }),
  protocols: z.array(KeySchema).optional().meta({ title: "Protocols", description: "The protocols that may cross where the rule is `listed`.", examples: [["https"]] }),
}).meta({ id: "CrossingPolicy", title: "Crossing policy", description: "Which crossings a boundary allows; one that it forbids is a threat." }));

const InsideValueSchema: z.ZodType<Scalar | readonly string[] | LongValue<Scalar | readonly string[]>> =
  z.union([ScalarOrSetSchema, longValue(ScalarOrSetSchema, ["yes"])]);

export const BoundarySchema = exactly<Boundary>()(z.strictObject({
  ...describedShape,
  type: BoundaryTypeSchema.meta({ title: "Type", description: "What kind of line it draws.", examples: ["network"] }),
  trust: NameSchema.optional().meta({ title: "Trust", description: "A level of the trust scale: how far what is inside is trusted.", examples: ["internal"] }),
  in: IdSchema.optional().meta({ title: "In", description: "The boundary it lies in.", examples: ["shop-vpc"] }),
  policy: CrossingPolicySchema.optional().meta({ title: "Policy", description: "Which flows may cross it.", examples: [{ in: "listed", flows: ["checkout"] }] }),
  inside: z.record(z.string().regex(/^[a-z]/), InsideValueSchema).optional().meta({ title: "Inside", description: "Characteristics of all elements and flows inside that say nothing else.", examples: [{ "encryption-at-rest": "yes" }] }),
  ...boundaryCharacteristicsShape,
}).meta({ id: "Boundary", title: "Boundary", description: "A trust boundary: a named region with a type and a trust level that elements are in." }));
