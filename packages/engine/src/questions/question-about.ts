// The question about one key of one object, also when no outcome waits for its answer: unknowns of attack paths, and what people want to say of their own accord.
import type { Model } from "@merlon/core";
import type { CharacteristicTarget, Library, Question } from "@merlon/schema";
import { prepare } from "../analysis/prepare.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import type { Subject } from "../facts/subject.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { questionId, questionOf } from "./build-questions.ts";
import { depthOf } from "./wording.ts";

const FIELDS: Readonly<Partial<Record<Subject["kind"], readonly string[]>>> = {
  element: ["type", "technology", "in", "holds", "handles", "levels"],
  flow: ["protocol", "port", "carries", "response"],
  boundary: ["trust"],
  data: ["kind", "levels", "personal", "identifiability", "legal-basis", "subjects-count", "opens", "lifetime", "rotation"],
};

/** undefined: there is no such object, or nothing of that key can be asked of it. */
export function questionAbout(key: string, object: string, model: Model, library: Library): Question | undefined {
  const { base } = prepare(model, library);
  const subject = subjectById(object, base);
  if (!subject || !keysOf(subject, base).includes(key)) return undefined;
  return questionOf({ id: questionId({ key, subject }), key, subject, decides: [], weight: 0, worst: SEVERITIES[0]!, depth: depthOf(key, base) }, base);
}

/** What can be asked of an object: fields of the schema, then characteristics. */
export function keysAskedOf(object: string, model: Model, library: Library): readonly string[] {
  const { base } = prepare(model, library);
  const subject = subjectById(object, base);
  return subject ? keysOf(subject, base) : [];
}

function keysOf(subject: Subject, { library }: FactBase): readonly string[] {
  const actor = subject.kind === "element" && subject.source.kind === "external" ? ["actor"] : [];
  const characteristics = library.characteristics.filter((one) => one["applies-to"].includes(subject.kind as CharacteristicTarget)); // of another kind, none
  return [...FIELDS[subject.kind] ?? [], ...actor, ...characteristics.map(({ id }) => id)];
}
