import { expect, test } from "vitest";
import { AppError } from "../app-error.ts";
import { answersHelp, exampleAnswers, readAnswers } from "./read-answers.ts";

test("the example answers every question that it meets", () => {
  expect(readAnswers("a.json", JSON.stringify(exampleAnswers))).toEqual(exampleAnswers);
  expect(answersHelp().slice(4, 6)).toEqual(["form: What is it?", "    web, mobile, api, program, background"]);
});

test("what does not answer is told with its place", () => {
  expect(problems('{"name": "X", "form": "web", "users": ["staff", "nobody"], "data": ["cars"], "place": ["cloud"], "frm": 1}')).toEqual([
    "a.json:1:98 There is no question `frm`; did you mean `form`?",
    "a.json:1:30 `nobody` stands alone in `users`, or not at all.",
    "a.json:1:60 `data` takes contact, account, purchase, card, content, behaviour, location, official, health, children, employment, business, machine, published, other; not `cars`.",
    "a.json:1:78 `place` is answered with one word.",
  ]);
  expect(problems("{}").length).toBe(4);
  expect(problems("[]")).toEqual(["a.json holds no answers."]);
});

function problems(text: string): readonly string[] {
  try {
    readAnswers("a.json", text);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.diagnostics.length === 0 ? [error.message] : error.diagnostics.map(({ where, message }) => `${where?.file ?? ""}:${where?.line ?? 0}:${where?.column ?? 0} ${message}`);
  }
}
