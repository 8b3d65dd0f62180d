import { expect, test } from "vitest";
import { testingLibrary } from "../testing-library.ts";
import { readModel } from "./read-model.ts";

function problems(text: string | Readonly<Record<string, string>>): readonly string[] {
  const files = typeof text === "string" ? { "model.yaml": `merlon: 1\nid: shop\n${text}` } : text;
  return readModel(Object.entries(files).map(([path, content]) => ({ path, text: content })), testingLibrary).diagnostics
    .map(({ code, where, message }) => `${code} ${where?.line}:${where?.column} ${message}`);
}

const use = "controls:\n  c: {type: tls, at: f, state: planned}\n";

test("a map inside another map is one error, and what refers to its objects is right", () => {
  expect(problems(`elements:\n  a: {kind: external}\n  flows:\n    f: {from: a, to: a}\n    g: {from: a, to: a}\n${use}`)).toEqual([
    "C1028 5:3 `flows` stands inside `elements`; it belongs at the top of the file.",
  ]);
  expect(problems(`elements:\n  a:\n    kind: external\n    flows:\n      f: {from: a, to: a}\n${use}`)).toEqual([
    "C1028 6:5 `flows` stands inside element `a`; it belongs at the top of the file.",
  ]);
});

test("fields among ids, and ids among maps, are one error", () => {
  expect(problems("elements:\n  a:\n  kind: process\n  title: A\n  b: {kind: process, part-of: a}\n")).toEqual([
    "C1029 5:3 Too far left, among the ids of `elements`: `kind`, `title`; this belongs to element `a`.",
  ]);
  expect(problems(`elements:\n  a: {kind: process}\nflows:\nf: {from: a, to: a}\ng: {from: a, to: a}\n${use}`).slice(0, 1)).toEqual([
    "C1029 6:1 Too far left, among the maps: `f`, `g`; this belongs to `flows`.",
  ]);
});

test("an object may be called like a map or a field", () => {
  expect(problems("elements:\n  flows: {kind: process}\n  kind: {kind: process}\n  title: {kind: process, part-of: flows}\n")).toEqual([]);
});

test("what is under a misspelt map, in a list or in an unreadable file is not missing", () => {
  expect(problems("boundary:\n  net: {type: network}\nelements:\n  a: {kind: process, in: net}\n")).toEqual(["C1020 3:1 There is no key `boundary` in the model."]);
  expect(problems("boundaries:\n  - id: net\n    type: network\nelements:\n  a: {kind: process, in: net}\n").length).toBe(1);
  expect(problems({ "model.yaml": "merlon: 1\nid: shop\nelements:\n  a: {kind: process, in: net, levels: {money: much}}\n", "model/b.yaml": "scales:\n  money: [\nboundaries:\n  net: {type: network}\n" }).map((problem) => problem.slice(0, 5))).toEqual(["C1003"]);
});

test("a key that is misspelt is not missing too", () => {
  expect(problems("elements:\n  a: {knd: process}\n")).toEqual(["C1020 4:7 There is no key `knd` in element `a`."]);
});
