// Risks: what threats would mean for the business.
import * as z from "zod";
import { describedShape, type Described } from "../common/described.ts";
import { SeveritySchema, type Severity } from "../common/stride.ts";
import { IdSchema, NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** A business-level consequence that threats and evidence feed. */
export interface Risk extends Described {
  readonly title: string;
  readonly level?: Severity;
  readonly owner?: string;
  readonly at?: readonly string[];
  /** Threat ids and evidence ids that feed it. */
  readonly from?: readonly string[];
  readonly "leads-to"?: readonly string[];
}

export const riskShape = {
  ...describedShape,
  "title": NameSchema.meta({ title: "Title", description: "What it would mean for the business.", examples: ["Customers lose faith in the shop."] }),
  "level": SeveritySchema.optional().meta({ title: "Level", description: "How bad it would be, as the business sees it.", examples: ["high"] }),
  "owner": NameSchema.optional().meta({ title: "Owner", description: "Who answers for it.", examples: ["head-of-sales"] }),
  "at": z.array(IdSchema).optional().meta({ title: "At", description: "The objects of the model it is about.", examples: [["orders"]] }),
  "from": z.array(ThreatIdSchema).optional().meta({ title: "From", description: "Threats and evidence that feed it.", examples: [["plaintext-flow-across-boundary@checkout"]] }),
  "leads-to": z.array(IdSchema).optional().meta({ title: "Leads to", description: "Other risks that follow from it.", examples: [["loss-of-licence"]] }),
};

export const RiskSchema = exactly<Risk>()(z.strictObject(riskShape)
  .meta({ id: "Risk", title: "Risk", description: "A consequence for the business that threats and evidence feed." }));
