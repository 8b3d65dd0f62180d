// What is wrong with a model's references to ATT&CK, and with those of the rules that it brings. Nothing is read when there are none.
import { whereIsValue } from "@merlon/core";
import { attackReferences, checkAttack, hasAttackReferences, ruleReferences } from "@merlon/engine";
import type { Diagnostic, Where } from "@merlon/schema";
import { fileStart } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { attackLibrary } from "./attack-library.ts";
import { catalogueDifferences } from "./catalogue-locks.ts";

export async function attackProblems(loaded: LoadedModel, session: Session): Promise<readonly Diagnostic[]> {
  const { documents, model, packs } = loaded;
  const ofRules = packs.flatMap(ruleReferences);
  if (ofRules.length === 0 && !hasAttackReferences(documents)) return [];
  const knowledge = await attackLibrary(session);
  const judged = session.limit(() => checkAttack([...attackReferences(documents), ...ofRules], { knowledge, model, versionWhere: versionWhere(loaded) }));
  return [...judged, ...catalogueDifferences(loaded, knowledge)];
}

function versionWhere({ documents, place }: LoadedModel): Where {
  const source = documents.find(({ role }) => role === "model");
  return source ? whereIsValue(source.parsed, ["attack-version"]) : fileStart(place.shown);
}
