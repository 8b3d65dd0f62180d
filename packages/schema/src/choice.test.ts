import { expect, test } from "vitest";
import { choice, choiceTexts } from "./choice.ts";

test("a choice tells its values in the order they are written, each with its text", () => {
  expect(choiceTexts(choice({ warm: "Above ten degrees.", cold: "The rest." }, { id: "Weather", title: "Weather", description: "How it is outside." }))).toEqual([{ value: "warm", text: "Above ten degrees." }, { value: "cold", text: "The rest." }]);
});
