import { expect, test } from "vitest";
import type { Analysis } from "@merlon/schema";
import { nothingOpen, questionWords, roundOf } from "./open-questions.ts";

type Part = Pick<Analysis, "model" | "questions" | "questionGroups">;

/** One question per letter; capitals are deeper. Each decides a threat of its own. */
function asked(...groups: readonly string[]): Part {
  const questionGroups = groups.map((ids, index) => ({ key: ids, questions: [...ids], worst: index === 0 ? "low" : "high", depth: ids === ids.toUpperCase() ? "full" : "standard" }));
  const questions = groups.flatMap((ids) => [...ids].map((id) => ({ id, decides: [`rule@${id}`] })));
  return { model: { depth: "standard" }, questions, questionGroups } as unknown as Part; // no more is read
}

test("what is asked is counted, with its places, and what is deeper apart", () => {
  expect([asked(), asked("a"), asked("abc", "d"), asked("abc", "XYZ"), asked("X")].map((part) => questionWords(part))).toEqual([
    "0 questions", "1 question", "2 questions at 4 places", "1 question at 3 places (and 1 deeper)", "0 questions (and 1 deeper)",
  ]);
});

test("no open threat is no all-clear while answers are missing", () => {
  expect([asked(), asked("a"), asked("abc", "d", "XY"), asked("XY")].map(nothingOpen)).toEqual([
    "No threat is open.", "Nothing is certain yet: 1 missing answer decides about 1 threat, up to low.", "Nothing is certain yet: 4 missing answers decide about 4 threats, up to high.",
    "No threat is open at depth standard; 1 deeper question could still show some.",
  ]);
});

test("[QUE-7] the first ten of the model's depth are shown where nobody asks for all", () => {
  expect(roundOf(asked("X", ..."abcdefghijkl")).map(({ key }) => key)).toEqual([..."abcdefghij"]);
});
