// What there is to say of the newer version of every compared model, changed or not.
import { analyze } from "@merlon/engine";
import type { Analysis } from "@merlon/schema";
import type { Session } from "../session.ts";
import type { ModelsDiff } from "./diff-models.ts";

/** In the order of the models. */
export function headAnalyses({ models }: ModelsDiff, session: Session): readonly Analysis[] {
  return models.map(({ head }) => session.limit(() => analyze(head.model, head.library, { at: session.at })).analysis);
}
