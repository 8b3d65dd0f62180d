// What an organisation asks of the decisions about a model.
import * as z from "zod";
import { SeveritySchema, type Severity } from "../common/stride.ts";
import { exactly } from "../exactly.ts";

/** What an organisation asks of decisions. More gates come with the change commands. */
export interface Policy {
  /** From this severity up an acceptance needs an owner, a reason and an expiry. Default medium. */
  readonly "acceptance-from"?: Severity;
  /** `analyze` exits 1 when an open threat is at least this severe. */
  readonly "fail-on"?: Severity;
}

export const PolicySchema = exactly<Policy>()(z.strictObject({
  "acceptance-from": SeveritySchema.optional().meta({ title: "Acceptance from", description: "From this severity up an acceptance needs an owner, a reason and an expiry; medium when left out.", examples: ["medium"] }),
  "fail-on": SeveritySchema.optional().meta({ title: "Fail on", description: "The analysis fails when an open threat is at least this severe.", examples: ["high"] }),
}).meta({ id: "Policy", title: "Policy", description: "What an organisation asks of decisions." }));
