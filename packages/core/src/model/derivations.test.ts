import { expect, test } from "vitest";
import { testingLibrary } from "../testing-library.ts";
import { readModel } from "./read-model.ts";

test("[ID-5] a circle of derivations is cut, and what only leads into it or out of it is not", () => {
  const text = `merlon: 1
id: test
data:
  first: {}
  a: {derived-from: [{data: b, by: hashed}, {data: first, by: hashed}]}
  b: {derived-from: [{data: c, by: hashed}]}
  c: {derived-from: [{data: a, by: hashed}]}
  self: {derived-from: [{data: self, by: hashed}]}
  last: {derived-from: [{data: a, by: hashed}]}
`;
  const { model } = readModel([{ path: "model.yaml", text }], testingLibrary);
  expect([...model.data.values()].map(({ id, derivedFrom }) => [id, derivedFrom.map(({ data }) => data)])).toEqual([
    ["a", ["first"]], ["b", []], ["c", []], ["first", []], ["last", ["a"]], ["self", []],
  ]);
});
