import { expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";

test("[VAL-8] what a person's type implies for flows holds for those that the person starts", () => {
  const library = { ...testingLibrary, types: [...testingLibrary.types, { id: "human.clerk", title: "Clerk", kinds: ["external" as const], implies: { "key-length": 128 } }] };
  const text = "merlon: 1\nid: test\nelements:\n  clerk: {kind: external, type: human.clerk}\n  desk: {kind: process}\nflows:\n  ask: {from: clerk, to: desk}\n  own: {from: clerk, to: desk, key-length: 256}\n  tell: {from: desk, to: clerk}\n";
  const { model } = readModel([{ path: "model.yaml", text }], library);
  expect([...model.flows.values()].map(({ id, characteristics }) => [id, characteristics.get("key-length")?.value])).toEqual([["ask", 128], ["own", 256], ["tell", undefined]]);
});
