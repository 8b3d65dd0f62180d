import { describe, expect, test } from "vitest";
import { readYaml } from "./read-yaml.ts";
import { whereIs, whereIsValue } from "./parsed-file.ts";
import { defaultLimits } from "./source-file.ts";

function read(text: string, path = "model.yaml") {
  return readYaml({ path, text });
}
function problems(text: string, path = "model.yaml"): readonly string[] {
  return read(text, path).diagnostics.map((d) => `${d.code} ${d.where?.line}:${d.where?.column} ${d.message}`);
}

describe("values", () => {
  test("[DOC-2] YAML 1.2: yes stays a word, dates stay text, true is a boolean", () => {
    expect(read("a: yes\nb: 2026-11-01\nc: true\nd: 0x10\ne:\n").value).toEqual({ a: "yes", b: "2026-11-01", c: true, d: 16, e: null });
  });
  test("an empty file is null", () => {
    expect(read("# nothing\n").value).toBe(null);
    expect(read("", "model.json").value).toBe(null);
  });
  test("JSON gives what JSON.parse gives", () => {
    const text = '{"a": [1, -2.5e3, true, false, null, "x\\n\\u00e9\\/\\ud83d\\ude00"],\t"b": {}, "c": {"d": "yes"}}';
    expect(read(text, "model.json").value).toEqual(JSON.parse(text));
  });
  test("a byte order mark and CRLF line ends are fine", () => {
    expect(read("\uFEFFa: 1\r\nb: {c: 2}\r\n").value).toEqual({ a: 1, b: { c: 2 } });
  });
});

describe("positions", () => {
  const parsed = read('a: "x"\nb:\n  - {c: \'q\'}\n  - &n {d: 1}\ne: *n\n');
  test.each([
    [["a"], "1:1", "1:4"], [["b", 0, "c"], "3:6", "3:9"], [["b", 1], "4:8", "4:8"], [["e"], "5:1", "5:4"],
    [["e", "d"], "4:9", "4:12"], [["b", 0, "missing"], "3:5", "3:5"], [[], "1:1", "1:1"],
  ])("%j", (path, key, value) => {
    const at = whereIs(parsed, path);
    const atValue = whereIsValue(parsed, path);
    expect([`${at.line}:${at.column}`, `${atValue.line}:${atValue.column}`]).toEqual([key, value]);
  });
  test("JSON positions point at the quote", () => {
    const json = read('{\n  "a": {"b": "c"}\n}', "m.json");
    expect(whereIs(json, ["a", "b"])).toEqual({ file: "m.json", line: 2, column: 9, path: "a.b" });
  });
});

describe("[DOC-10] bad input gives one clear error with a position", () => {
  test("broken YAML", () => {
    expect(problems("a: {b: 1\nc: 2\n")).toEqual(["C1003 2:1 This cannot be read as YAML: deficient indentation."]);
  });
  test("broken JSON", () => {
    expect(problems('{"a": 1,}', "m.json")).toEqual(["C1003 1:9 This cannot be read as JSON: a key in double quotes is expected."]);
    expect(problems('{"a": "b', "m.json")).toEqual(["C1003 1:7 This cannot be read as JSON: a string has no closing quote."]);
    expect(problems('{"a": 01}', "m.json")).toEqual(["C1003 1:8 This cannot be read as JSON: a comma or `}` is expected."]);
  });
  test("[DOC-11] a duplicate key names both places", () => {
    expect(problems("a: 1\nb: 2\n'a': 3\n")).toEqual(["C1006 3:1 The key `a` is written twice in one map, first in line 1."]);
    expect(problems('{"a": 1, "\\u0061": 2}', "m.json")).toEqual(["C1006 1:10 The key `a` is written twice in one map, first in line 1."]);
  });
  test("keys that reach into objects are refused", () => {
    expect(problems("a:\n  __proto__: 1\n  constructor: 2\n\"\\u005f_proto__\": 3\n").map((p) => p.slice(0, 9))).toEqual(["C1007 2:3", "C1007 3:3", "C1007 4:1"]);
  });
  test("binary, large and multi-document files", () => {
    expect(problems("\u0089PNG\u0000")).toEqual(["C1002 1:5 The file is not text: it contains a zero byte."]);
    expect(problems("a: 1\n---\nb: 2\n")).toEqual(["C1008 1:1 The file holds 2 YAML documents; only one can be read."]);
    expect(problems("x".repeat(defaultLimits.size + 1))).toEqual(["C1001 1:1 The file has 20000001 characters; at most 20000000 are read."]);
  });
  test.each(["model.yaml", "model.json"])("20,000 open brackets in %s", (path) => {
    expect(problems("[".repeat(20_000), path)).toEqual(["C1004 1:101 Maps and lists are nested more than 100 deep."]);
    expect(problems('{"a":'.repeat(20_000), path).map((p) => p.slice(0, 5))).toEqual(["C1004"]);
  });
  test("alias bombs, by count, by size and by loop", () => {
    const levels = (n: number, width: number): string =>
      ["a0: &a0 [x]", ...Array.from({ length: n }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: width }, () => `*a${i}`).join(", ")}]`)].join("\n");
    expect(problems(levels(9, 9))).toEqual(["C1005 6:40 Aliases repeat too much: they stand for more than 100000 values."]);
    expect(problems(`a: &a 1\nb: [${"*a, ".repeat(51)}]`)).toEqual(["C1005 2:205 Aliases repeat too much: there are more than 50."]);
    expect(problems(levels(24, 2))).toEqual(["C1005 16:12 Aliases repeat too much: they stand for more than 100000 values."]);
    expect(problems("a: &a [*a]\n")).toEqual(["C1005 1:8 Aliases repeat too much: `*a` stands inside what it repeats."]);
    expect(problems("a: &a [1]\nb: *a\n")).toEqual([]);
  });
  test("unknown tags and complex keys", () => {
    expect(problems("a: !!js/function x\n").map((p) => p.slice(0, 5))).toEqual(["C1003"]);
    expect(problems("? [a, b]\n: c\n").map((p) => p.slice(0, 5))).toEqual(["C1003"]);
  });
});
