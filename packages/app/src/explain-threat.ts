// `merlon explain` and `merlon why-not`: why a rule came out as it did at one place, down to lines of the model.
import { analyze, explain } from "@merlon/engine";
import type { Explanation, Threat } from "@merlon/schema";
import { AppError } from "./app-error.ts";
import { findModel } from "./model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "./model/load-model.ts";
import type { Session } from "./session.ts";
import { unknownThreat } from "./unknown-threat.ts";

export interface ExplainedThreat {
  readonly loaded: LoadedModel;
  readonly explanation: Explanation;
  /** The rule is left out of the analysis, because it is not done yet. */
  readonly draft: boolean;
}

/** `id`: a threat id, the slug of a threat that a person wrote, or `rule@target` where nothing fires. */
export async function explainThreat(id: string, path: string | undefined, session: Session): Promise<ExplainedThreat> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  session.progress(`Explaining ${id}`);
  const found = session.limit(() => explain(id, loaded.model, loaded.library, { at: session.at }));
  if (found) return { loaded, explanation: found, draft: isDraft(found.id, loaded) };
  const { analysis } = session.limit(() => analyze(loaded.model, loaded.library, { at: session.at }));
  const slug = loaded.model.formerly.get(id) ?? id;
  const human = analysis.threats.find((threat) => threat.origin === "person" && threat.id === slug);
  if (human) return { loaded, explanation: ofPerson(human), draft: false };
  if (analysis.decisions.some(({ key, alias, state }) => state === "orphaned" && (key === id || alias === id))) {
    throw new AppError("A4009", `What ${id} is about is not in the model any more; what was decided about it is kept.`, { hint: "If it has another id now: `merlon rename <old> <new> --confirm`. If it was split, say `split-from` at its parts." });
  }
  throw unknownThreat(id, loaded, analysis);
}

function isDraft(id: string, { library }: LoadedModel): boolean {
  return library.rules.some((rule) => rule.status === "draft" && id.startsWith(`${rule.id}@`));
}

/** What a person says needs no proof: it is there because they wrote it. */
function ofPerson(threat: Threat): Explanation {
  const proof = { text: `${threat.by ?? "A person"} wrote it down.`, truth: "true" as const, provenance: "declared" as const, ...(threat.where ? { where: threat.where } : {}), children: [] };
  return { schema: "merlon/explanation/1", id: threat.id, outcome: "threat", threat, applies: null, when: proof, unless: null, witness: {}, fixes: [] };
}
