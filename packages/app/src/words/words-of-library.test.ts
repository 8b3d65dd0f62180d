import { builtInLibrary } from "@merlon/testkit";
import { expect, test } from "vitest";
import { wordsOfLibrary } from "./words-of-library.ts";

test("words of the model format stand beside those of the library, each with what it means", () => {
  const words = wordsOfLibrary(builtInLibrary());
  expect(words.filter(({ kind, id }) => kind === "boundary-type" && id === "network")).toEqual([{ kind: "boundary-type", id: "network", title: "A network or part of one", also: [], says: [] }]);
  expect(words.filter(({ kind, id }) => kind === "actor" && id === "customer")).toEqual([{ kind: "actor", id: "customer", title: "Someone who uses the service", also: [], says: [] }]);
});
