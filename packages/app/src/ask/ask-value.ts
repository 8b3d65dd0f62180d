// Asks for the value that answers a question, in the form that fits its kind.
import type { Model } from "@merlon/core";
import type { Library, Question } from "@merlon/schema";
import { askOne, askSeveral, askText, type Dialogue, type Option } from "../dialogue/prompt.ts";
import { termsFor } from "./known-answers.ts";
import { readAnswer, unknownValue } from "./read-answer.ts";

/** Besides a value: leave it open for now, or end the conversation. */
export type Said = { readonly value: unknown } | "skip" | "stop";

const unknown: Option = { value: unknownValue, label: "I don't know" };
const skip: Option = { value: "\u0001skip", label: "Skip this for now" };
const stop: Option = { value: "\u0001stop", label: "Stop here", hint: "what was answered is kept" };
const none: Option = { value: "\u0001none", label: "None of these" };
const special: ReadonlySet<string> = new Set([unknown, skip, stop, none].map(({ value }) => value));

export interface Setting {
  readonly model: Model;
  readonly library: Library;
}

/** `message`: the question's own, or one about all that it is asked of. */
export function* askValue(question: Question, message: string, setting: Setting): Dialogue<Said> {
  switch (question.kind) {
    case "flag":
    case "choice": return said(yield* askOne({ message, options: [...listedOptions(question, setting), unknown, skip, stop] }));
    case "level": return question.key === "levels" ? yield* askLevels(question, message, setting) : said(yield* askOne({ message, options: [...listedOptions(question, setting), unknown, skip, stop] }));
    case "set":
    case "data": return yield* askMembers(question, message, setting);
    default: return question.answers.length > 0
      ? said(yield* askOne({ message, options: [...listedOptions(question, setting), unknown, skip, stop] }))
      : yield* askWord(question, message, setting);
  }
}

function said(reply: string): Said {
  if (reply === skip.value) return "skip";
  return reply === stop.value ? "stop" : { value: reply };
}

function listedOptions({ key, answers }: Question, { library }: Setting): readonly Option[] {
  const values = library.characteristics.find(({ id }) => id === key)?.values;
  return answers.map(({ value, title }) => {
    const hint = values?.find(({ id }) => id === value)?.description;
    return { value, label: title, ...(hint === undefined ? {} : { hint }) };
  });
}

function* askMembers(question: Question, message: string, setting: Setting): Dialogue<Said> {
  const listed = question.answers.length > 0 ? listedOptions(question, setting) : termsFor(question, setting).map(({ id, title }) => ({ value: id, label: title }));
  if (listed.length === 0 && question.kind === "set") return yield* askWord(question, message, setting);
  const reply = yield* askSeveral({ message, options: listed, required: true, instead: [none, unknown, skip, stop] });
  const [instead] = reply.filter((value) => special.has(value));
  if (instead === none.value) return { value: [] };
  return instead === undefined ? { value: reply } : said(instead);
}

/** One scale after the other; those that stay open are left out. */
function* askLevels({ target }: Question, message: string, { model }: Setting): Dialogue<Said> {
  const found: Record<string, string> = {};
  const stated = (model.elements.get(target.id) ?? model.data.get(target.id))?.levels ?? {};
  for (const { id, levels } of [...model.scales.values()].filter((scale) => scale.protects !== undefined && stated[scale.id] === undefined)) {
    const reply = said(yield* askOne({ message: `${message} (${id})`, options: [...levels.map((level) => ({ value: level, label: level })), unknown, skip, stop] }));
    if (reply === "stop") return Object.keys(found).length > 0 ? { value: found } : "stop";
    if (reply !== "skip" && reply.value !== unknownValue) found[id] = String(reply.value);
  }
  return Object.keys(found).length > 0 ? { value: found } : "skip";
}

function* askWord(question: Question, message: string, setting: Setting): Dialogue<Said> {
  const terms = question.key === "technology" ? [] : termsFor(question, setting); // several may fit, so they are typed
  const known = terms.map(({ id, title, also = [] }) => ({ value: id, label: id, hint: [title, ...also].join(", ") }));
  const reply = yield* askText({
    message: `${message}${known.length > 0 ? "" : " (or: unknown, skip, stop)"}`,
    ...(known.length > 0 ? { known: [...known, unknown, skip, stop], placeholder: "type to search, or: skip, stop" } : {}),
    check(text) {
      if (/^(?:skip|stop)$/i.test(text) || special.has(text)) return undefined;
      const read = readAnswer(question, text, setting);
      return "wrong" in read ? read.wrong : undefined;
    },
  });
  if (reply === skip.value || /^skip$/i.test(reply)) return "skip";
  if (reply === stop.value || /^stop$/i.test(reply)) return "stop";
  const read = readAnswer(question, reply, setting);
  return "wrong" in read ? "skip" : read;
}
