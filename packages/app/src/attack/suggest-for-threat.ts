// `merlon attack suggest`: techniques proposed for weaknesses, or for a person's threat that states some.
import { techniqueSuggester, type TechniqueSuggestion } from "@merlon/engine";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { attackLibrary, weaknessCatalogue } from "./attack-library.ts";

export interface SuggestOptions {
  /** What the threat is called, when weaknesses are given. */
  readonly words?: string;
  readonly model?: string;
}

export interface SuggestedTechniques {
  readonly weaknesses: readonly { readonly id: string; readonly name: string }[];
  /** The release that the techniques are of. */
  readonly version: string;
  readonly suggestions: readonly TechniqueSuggestion[];
}

/** More are no proposal any more. */
const MOST = 10;

/** `what`: ids of CWE with commas between them, or the id of a person's threat in the model. */
export async function suggestForThreat(what: string, options: SuggestOptions, session: Session): Promise<SuggestedTechniques> {
  const ids = what.split(",").map((id) => id.trim()).filter((id) => id !== "");
  const asked = ids.length > 0 && ids.every((id) => /^(?:cwe-)?\d+$/i.test(id)) ? { cwe: ids, words: options.words ?? "", library: session.builtIn.library } : await ofThreat(what, options, session);
  const catalogue = await weaknessCatalogue(session);
  const known = new Map(catalogue.weaknesses.map(({ id, name }) => [id, name]));
  const weaknesses = asked.cwe.map((id) => `CWE-${id.replace(/^cwe-/i, "")}`);
  const unknown = weaknesses.find((id) => !known.has(id));
  if (unknown !== undefined) throw unknownId("live weakness of CWE", unknown, known.keys());
  const { catalogues } = await attackLibrary(session);
  const techniques = catalogues.filter(({ domain, version }) => domain === "enterprise-attack" && version === catalogue.version).flatMap((one) => one.techniques);
  const names = new Map(techniques.filter(({ status }) => status === undefined).map(({ id, name }) => [id, name]));
  const suggestions = session.limit(() => techniqueSuggester({ catalogue, rules: asked.library.rules, names })(weaknesses, asked.words));
  return { weaknesses: weaknesses.map((id) => ({ id, name: known.get(id) ?? "" })), version: catalogue.version, suggestions: suggestions.slice(0, MOST) };
}

async function ofThreat(id: string, { model: path }: SuggestOptions, session: Session) {
  const place = await findModel(path, session.cwd).catch((error: unknown) => {
    if (path !== undefined || !(error instanceof AppError) || error.code !== "A4002") throw error;
    throw new AppError("A4009", `\`${id}\` is neither a CWE id nor a threat of a model, for there is no model here.`, { hint: "Write ids as in CWE-89,CWE-284, or say with --model which model has the threat.", cause: error });
  });
  const { model, library } = await loadSoundModel(place, session);
  const threat = model.threats.get(id);
  if (!threat) throw unknownId("threat of a person, nor weakness", id, model.threats.keys());
  const { cwe = [], title } = threat;
  if (cwe.length === 0) throw new AppError("A4015", `The threat \`${id}\` states no weakness.`, { hint: `Write \`cwe: [CWE-…]\` into it, or give the weakness: attack suggest CWE-306 --words "${title}".` });
  return { cwe, words: title, library };
}
