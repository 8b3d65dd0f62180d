// Flows: who connects to whom, by what protocol, carrying which data in each direction.
import * as z from "zod";
import { describedShape, type Described } from "../common/described.ts";
import type { Unknown } from "../common/value.ts";
import { IdSchema, KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { flowCharacteristicsShape, type FlowCharacteristics } from "../generated/characteristics.ts";

/** `from` opens the connection; `carries` goes with the arrow, `response` against it. */
export interface Flow extends Described, FlowCharacteristics {
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  readonly port?: number;
  readonly carries?: readonly string[] | Unknown;
  readonly response?: readonly string[] | Unknown;
  /** Elements it passes through (VPN, CDN, proxy), in order. */
  readonly via?: readonly string[];
  readonly "out-of-scope"?: string;
}

const idsOrUnknown = z.union([z.array(IdSchema), z.literal("unknown")]);

export const FlowSchema = exactly<Flow>()(z.strictObject({
  ...describedShape,
  "from": IdSchema.meta({ title: "From", description: "The element that opens the connection.", examples: ["web"] }),
  "to": IdSchema.meta({ title: "To", description: "The element that it connects to.", examples: ["orders"] }),
  "protocol": KeySchema.optional().meta({ title: "Protocol", description: "A key of the protocol catalogue.", examples: ["https"] }),
  "port": z.int().min(0).max(65535).optional().meta({ title: "Port", description: "The port it connects to.", examples: [443] }),
  "carries": idsOrUnknown.optional().meta({ title: "Carries", description: "Data that goes with the arrow; not known when left out, none when empty.", examples: [["card-number"]] }),
  "response": idsOrUnknown.optional().meta({ title: "Response", description: "Data that comes back against the arrow; not known when left out, none when empty.", examples: [["receipt"]] }),
  "via": z.array(IdSchema).optional().meta({ title: "Via", description: "Elements it passes through, such as a proxy or a content network.", examples: [["cdn"]] }),
  "out-of-scope": NameSchema.optional().meta({ title: "Out of scope", description: "Why it is not looked at; the reason is the value.", examples: ["Replaced next month."] }),
  ...flowCharacteristicsShape,
}).meta({ id: "Flow", title: "Flow", description: "A data flow from one element to another." }));
