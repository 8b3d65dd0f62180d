// An answer may also state what nobody waits for. What cannot be answered is refused: what is stated already, and what does not apply.
import { nearest, type Model } from "@merlon/core";
import { keysAskedOf, questionAbout } from "@merlon/engine";
import type { Analysis, Question } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import { unknownId } from "../unknown-id.ts";
import { statedAnswer } from "./answer-edits.ts";

/** `id` is none of the open questions. */
export function statableQuestion(id: string, { questions }: Pick<Analysis, "questions">, loaded: LoadedModel): Question {
  const { model, library } = loaded;
  const at = id.indexOf("@");
  if (at < 1) throw unknownId("open question", id, questions.map((one) => one.id));
  const [key, object] = [id.slice(0, at), id.slice(at + 1)];
  const objects = objectsOf(model);
  if (!objects.includes(object)) throw unknownId("object", object, objects);
  const question = questionAbout(key, object, model, library);
  if (!question) throw notAskable(key, object, loaded);
  const stated = statedAnswer(question, loaded);
  if (!stated) return question;
  throw new AppError("A4009", `\`${id}\` is answered already: ${shown(key, stated.value)}.`, { where: stated.where, hint: `To change it, edit ${stated.where.file}:${stated.where.line}.` });
}

function notAskable(key: string, object: string, { model, library }: LoadedModel): AppError {
  const keys = keysAskedOf(object, model, library);
  const fitting = objectsOf(model).filter((id) => keysAskedOf(id, model, library).includes(key));
  const characteristic = library.characteristics.find(({ id }) => id === key);
  if (!characteristic && fitting.length === 0) {
    const close = nearest(key, keys);
    return close === undefined ? unknownId("question about", key, keys) : new AppError("A4009", `There is no question about \`${key}\`.`, { hint: `Did you mean \`${close}@${object}\`?` });
  }
  const kinds = characteristic ? `: it is said of ${characteristic["applies-to"].map((kind) => plural[kind]).join(" and ")}` : "";
  const near = [...model.flows.values()].filter(({ id, from, to }) => (from === object || to === object) && fitting.includes(id)).map(({ id }) => id);
  const places = (near.length > 0 ? near : fitting).map((id) => `${key}@${id}`);
  return new AppError("A4009", `\`${key}\` does not apply to \`${object}\`${kinds}.`, {
    hint: places.length > 0 ? `It can be answered for ${places.slice(0, 8).join(", ")}${places.length > 8 ? ", …" : ""}.` : "Nothing in this model has it.",
  });
}

const plural = { element: "elements", flow: "flows", boundary: "boundaries" } as const;

function objectsOf(model: Model): readonly string[] {
  return [model.elements, model.flows, model.boundaries, model.data].flatMap((map) => [...map.keys()]);
}

function shown(key: string, value: unknown): string {
  return `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`;
}
