// What a save did: the impact of going from one state of a model to the next. The one place that decides how it is worked out.
import type { Impact } from "@merlon/schema";
import type { AnalysedModel } from "../analyze-models.ts";
import { compareModel } from "../diff/compare-model.ts";
import type { Session } from "../session.ts";

export function whatChanged(before: AnalysedModel, now: AnalysedModel, session: Session): Impact {
  return compareModel(now.name, { name: "before", loaded: before.loaded }, { name: "now", loaded: now.loaded }, session).impact;
}
