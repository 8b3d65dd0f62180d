// Controls: security mechanisms that exist or are planned, and where.
import * as z from "zod";
import { choice } from "../choice.ts";
import { describedShape, type Described } from "../common/described.ts";
import { IdSchema, KeySchema, MitigationIdSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type ControlState = "proposed" | "planned" | "implemented" | "verified" | "retired";
export type ControlStrength = "weak" | "moderate" | "strong";

export interface Control extends Described {
  /** Key of the control catalogue, for example `web-application-firewall`. */
  readonly type: string;
  /** Elements, flows or boundaries it protects. */
  readonly at: string | readonly string[];
  /** For a control at a boundary: what it protects there. Default `crossings`. */
  readonly covers?: "crossings" | "inside";
  readonly state: ControlState;
  readonly strength?: ControlStrength;
  /** Threat ids it is meant against. */
  readonly mitigates?: readonly string[];
  readonly introduces?: readonly string[];
  /** ATT&CK mitigation ids (M-ids). */
  readonly attack?: readonly string[];
  readonly evidence?: readonly string[];
}

export const ControlStateSchema = choice<ControlState>({
  proposed: "Someone suggests it.",
  planned: "It is decided, not there yet.",
  implemented: "It is there.",
  verified: "It is there and was shown to work.",
  retired: "It is no longer there.",
}, { id: "ControlState", title: "Control state", description: "How far a control is; only implemented and verified ones change facts." });

export const ControlStrengthSchema = choice<ControlStrength>({
  weak: "It slows an attacker down.",
  moderate: "It stops most attackers.",
  strong: "It stops all but the best equipped.",
}, { id: "ControlStrength", title: "Control strength", description: "How much a control can stop." });

const ids = z.array(IdSchema);

export const ControlSchema = exactly<Control>()(z.strictObject({
  ...describedShape,
  type: KeySchema.meta({ title: "Type", description: "A key of the control catalogue.", examples: ["web-application-firewall"] }),
  at: z.union([IdSchema, ids]).meta({ title: "At", description: "The elements, flows or boundaries that it protects.", examples: ["web", ["web", "api"]] }),
  covers: z.enum(["crossings", "inside"]).optional().meta({
    title: "Covers", description: "What a control at a boundary protects there; the crossings when left out.", examples: ["inside"],
    enumDescriptions: ["The flows that cross the boundary.", "The elements inside the boundary."],
  }),
  state: ControlStateSchema.meta({ title: "State", description: "How far it is.", examples: ["planned"] }),
  strength: ControlStrengthSchema.optional().meta({ title: "Strength", description: "How much it can stop.", examples: ["moderate"] }),
  mitigates: z.array(ThreatIdSchema).optional().meta({ title: "Mitigates", description: "The threats that it is meant against.", examples: [["plaintext-flow-across-boundary@visit"]] }),
  introduces: z.array(ThreatIdSchema).optional().meta({ title: "Introduces", description: "Threats that exist only because of it.", examples: [["key-loss-locks-everyone-out"]] }),
  attack: z.array(MitigationIdSchema).optional().meta({ title: "ATT&CK mitigations", description: "The mitigations of ATT&CK that it is an instance of.", examples: [["M1041"]] }),
  evidence: ids.optional().meta({ title: "Evidence", description: "Evidence that it is there or works.", examples: [["pentest-2026"]] }),
}).meta({ id: "Control", title: "Control", description: "A security mechanism that exists or is planned." }));
