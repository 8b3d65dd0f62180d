// The wording of a question about an object: a characteristic brings its own, a field of the schema has it here.
import type { Characteristic, Depth, QuestionAnswer } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { fieldDepth, fieldWording, type Wording } from "./field-questions.ts";

/** `title`: of the object that is asked about, or of several at once. */
export function wordingOf(key: string, title: string, base: FactBase): Wording {
  const field = fieldWording(key, title, base);
  if (field) return field;
  const characteristic = base.index.characteristics.get(key);
  if (!characteristic) {
    return { text: `What is ${key} of ${title}?`, help: "", why: "", kind: "text", answers: [], depth: "standard" };
  }
  return {
    text: characteristic.question.replaceAll("{title}", () => title), help: characteristic.help, why: characteristic.why,
    kind: characteristic.kind, answers: answersOf(characteristic), depth: characteristic.depth ?? "standard",
  };
}

/** The depth of model that wants an answer. */
export function depthOf(key: string, base: FactBase): Depth {
  return fieldDepth(key) ?? base.index.characteristics.get(key)?.depth ?? "standard";
}

const answers = new WeakMap<Characteristic, readonly QuestionAnswer[]>();

function answersOf(characteristic: Characteristic): readonly QuestionAnswer[] {
  let list = answers.get(characteristic);
  if (!list) answers.set(characteristic, (list = listAnswers(characteristic)));
  return list;
}

function listAnswers(characteristic: Characteristic): readonly QuestionAnswer[] {
  const yesNo = [{ value: "yes", title: "Yes" }, { value: "no", title: "No" }];
  if (characteristic.kind === "flag") return yesNo;
  const values = (characteristic.values ?? []).map((v) => ({ value: v.id, title: v.title }));
  return characteristic.kind === "choice" ? [...values, { value: "yes", title: "Some, not sure which" }, { value: "no", title: "None" }] : values;
}
