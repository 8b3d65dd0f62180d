// What tickets are joined with: the model, what was found in it, and what its rules are about.
import type { Model } from "@merlon/core";
import type { Analysis, LandscapeTicket } from "@merlon/schema";
import type { NameOf } from "../named-things.ts";

/** What a rule is about, so that tickets of its kind are known. */
export interface RuleKind {
  readonly weaknesses: readonly string[];
  readonly techniques: readonly string[];
  /** Types of controls that its fixes name. */
  readonly controls: readonly string[];
}

export interface TicketSource {
  readonly model: Model;
  readonly analysis: Analysis;
  readonly nameOf: NameOf;
  readonly tickets?: readonly LandscapeTicket[];
  readonly kindOf?: (rule: string) => RuleKind | undefined;
}
