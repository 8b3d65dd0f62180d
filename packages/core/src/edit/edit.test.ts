import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject } from "../model/maps.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { Path } from "../text/tree.ts";
import { addEntry } from "./add-entry.ts";
import { withValue } from "./edited.ts";
import type { Edited } from "./edited.ts";
import { printYaml } from "./print-yaml.ts";
import { removeEntry } from "./remove-entry.ts";
import { setField } from "./set-field.ts";

const model = `# The shop
merlon: 1
id: shop   # permanent

elements:
  # front end
  web:
    kind: process   # runs in the cluster
    technology: [nodejs]
    description: |
      Two
      lines.

  orders: {kind: store, encryption-at-rest: unknown} # the database
flows: {}
data:
# end
`;
function text(edited: Edited): string {
  return edited.diagnostics.length > 0 ? edited.diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n") : edited.file.text;
}
function file(content: string, path = "model.yaml") {
  return { path, text: content };
}
/** The lines that differ, so that a test shows what an edit touches and what not. */
function changes(before: string, after: string): readonly string[] {
  const a = before.split("\n");
  const b = after.split("\n");
  return [...a.filter((line) => !b.includes(line)).map((line) => `- ${line}`), ...b.filter((line) => !a.includes(line)).map((line) => `+ ${line}`)];
}

describe("[EDT-1] setting a field", () => {
  test.each<[Path, unknown, readonly string[]]>([
    [["id"], "acme/shop", ["- id: shop   # permanent", "+ id: acme/shop   # permanent"]],
    [["elements", "web", "kind"], "store", ["-     kind: process   # runs in the cluster", "+     kind: store   # runs in the cluster"]],
    [["elements", "orders", "encryption-at-rest"], "yes", ["-   orders: {kind: store, encryption-at-rest: unknown} # the database", "+   orders: {kind: store, encryption-at-rest: yes} # the database"]],
    [["elements", "orders", "in"], "vpc", ["-   orders: {kind: store, encryption-at-rest: unknown} # the database", "+   orders: {kind: store, encryption-at-rest: unknown, in: vpc} # the database"]],
    [["elements", "web", "in"], "vpc", ["+     in: vpc"]],
    [["elements", "web", "technology"], ["nodejs", "react"], ["-     technology: [nodejs]", "+     technology: [nodejs, react]"]],
    [["elements", "web", "technology", 0], "a: b", ["-     technology: [nodejs]", '+     technology: ["a: b"]']],
    [["elements", "web", "description"], "One.", ["-     description: |", "-       Two", "-       lines.", "+     description: One."]],
    [["flows", "visit"], { from: "a", to: "b", protocol: "https" }, ["- flows: {}", "+ flows:", "+   visit:", "+     from: a", "+     to: b", "+     protocol: https"]],
    [["data", "card"], { kind: "user" }, ["+   card: {kind: user}"]],
    [["boundaries", "vpc", "inside", "x"], "yes", ["+ boundaries:", "+   vpc:", "+     inside: {x: yes}"]],
    [["elements", "orders"], { kind: "store", in: "vpc", type: "t" }, ["-   orders: {kind: store, encryption-at-rest: unknown} # the database", "+   orders: # the database", "+     kind: store", "+     in: vpc", "+     type: t"]],
  ])("%j", (path, value, expected) => {
    const edited = setField(file(model), path, value);
    expect(changes(model, text(edited))).toEqual(expected);
    expect(readYaml(edited.file).value).toEqual(withValue(readYaml(file(model)).value, path, value));
  });
  test("setting what is there already changes nothing", () => {
    const before = file(model);
    expect(setField(before, ["elements", "web", "kind"], "process").file).toBe(before);
  });
  test("comments between a key and its value stay", () => {
    const before = "a: # one\n  # two\n- x # three\n- y\nb: 1\n";
    expect(text(setField(file(before), ["a"], "v"))).toBe("a: v # one\n  # two\nb: 1\n");
    expect(text(setField(file(before), ["a"], { c: 1, d: 2, e: 3 }))).toBe("a: # one\n  # two\n  c: 1\n  d: 2\n  e: 3\nb: 1\n");
  });
  test("empty files, Windows line breaks, no line break at the end", () => {
    expect(text(setField(file("# note"), ["id"], "x"))).toBe("# note\nid: x\n");
    expect(text(setField(file("a:\r\n  b: 1\r\n"), ["a", "c"], 2))).toBe("a:\r\n  b: 1\r\n  c: 2\r\n");
    expect(text(setField(file("a:\n  b: 1"), ["a", "c"], 2))).toBe("a:\n  b: 1\n  c: 2\n");
    expect(text(setField(file("a:\n  - b: 1\n"), ["a", 0, "c"], 2))).toBe("a:\n  - b: 1\n    c: 2\n");
  });
  test("JSON stays JSON", () => {
    const json = '{\n  "a": {"b": 1},\n  "c": []\n}\n';
    expect(text(setField(file(json, "m.json"), ["a", "x"], { y: [true] }))).toBe('{\n  "a": {"b": 1, "x": {"y":[true]}},\n  "c": []\n}\n');
    expect(text(setField(file(json, "m.json"), ["d"], "e"))).toBe('{\n  "a": {"b": 1},\n  "c": [],\n  "d": "e"\n}\n');
    expect(text(setField(file("", "m.json"), ["d"], "e"))).toBe('{\n  "d": "e"\n}\n');
  });
  test("[EDT-2] what cannot be done safely is refused, and nothing changes", () => {
    expect(text(setField(file("a: &x {b: 1}\nc: *x\n"), ["a", "d"], 1))).toBe("C1090 `a` cannot be changed safely by a program here: it has an anchor or a tag.");
    expect(text(setField(file("a: &x {b: 1}\nc: *x\n"), ["c"], 1))).toBe("C1090 `c` cannot be changed safely by a program here: it has an anchor, an alias or a tag.");
    expect(text(setField(file("a: &x {b: 1}\nc: *x\n"), ["c", "b"], 2))).toBe("C1090 `m` cannot".replace("m", "model.yaml") + " be changed safely by a program here: the result would say something else.");
    expect(text(setField(file("a: b\n"), ["a", "c"], 1))).toBe("C1090 `a` cannot be changed safely by a program here: it is not a map.");
    expect(text(setField(file("a: {b: [}\n"), ["a"], 1))).toMatch(/^C1003/);
  });
});

describe("[EDT-1] adding and removing entries", () => {
  test("an entry that is there is not added again", () => {
    expect(text(addEntry(file(model), ["elements"], "web", {}))).toBe("C1090 `elements.web` cannot be changed safely by a program here: it is there already.");
  });
  test.each<[Path, readonly string[]]>([
    [["elements", "web", "technology"], ["-     technology: [nodejs]"]],
    [["elements", "web", "technology", 0], ["-     technology: [nodejs]", "+     technology: []"]],
    [["elements", "web", "description"], ["-     description: |", "-       Two", "-       lines."]],
    [["elements", "orders"], ["-   orders: {kind: store, encryption-at-rest: unknown} # the database"]],
    [["elements", "orders", "kind"], ["-   orders: {kind: store, encryption-at-rest: unknown} # the database", "+   orders: {encryption-at-rest: unknown} # the database"]],
    [["elements", "orders", "encryption-at-rest"], ["-   orders: {kind: store, encryption-at-rest: unknown} # the database", "+   orders: {kind: store} # the database"]],
    [["data"], ["- data:"]],
  ])("removing %j", (path, expected) => {
    expect(changes(model, text(removeEntry(file(model), path)))).toEqual(expected);
  });
  test("the last entry leaves an empty map", () => {
    expect(text(removeEntry(file("a:\n  b: 1\nc: 2\n"), ["a", "b"]))).toBe("a: {}\nc: 2\n");
    expect(text(removeEntry(file("- a: 1\n  b: 2\n- c\n"), [0, "a"]))).toBe("- b: 2\n- c\n");
    expect(text(removeEntry(file("a: 1\n"), ["b"]))).toBe("C1091 There is no `b` in this file.");
  });
});

describe("[EDT-2] for any document and any place in it", () => {
  const scalar = fc.oneof(fc.constantFrom("yes", "a b", "x: y", "#", "", "two\nlines\n", "null"), fc.integer(), fc.boolean(), fc.constant(null));
  const key = fc.constantFrom("a", "b", "c-d", "e f", "1", "true", "é");
  const value = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "medium" }, scalar, fc.array(tie("value"), { maxLength: 3 }), tie("map")),
    map: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  }));
  const documents = fc.tuple(value.map, fc.constantFrom("yaml", "flow", "json", "indented", "comments"));

  function written(content: unknown, style: string): { readonly path: string; readonly text: string } {
    if (style === "json") return file(JSON.stringify(content, null, 2), "m.json");
    if (style === "flow") return file(JSON.stringify(content));
    if (style === "indented") return file(JSON.stringify(content, null, 3));
    const printed = printYaml(content);
    return file(style === "comments" ? printed.split("\n").map((line) => (/[\]}a-z0-9]$/.test(line) && !/[|"]/.test(printed) ? `${line} # note` : line)).join("\n") : printed);
  }
  function somePath(content: unknown, steps: readonly number[]): Path {
    const path: (string | number)[] = [];
    let at = content;
    for (const step of steps) {
      const keys: readonly (string | number)[] = Array.isArray(at) ? [...at.keys()] : isObject(at) ? Object.keys(at) : [];
      const next = keys[step % Math.max(1, keys.length)];
      if (next === undefined) break;
      path.push(next);
      at = Array.isArray(at) ? at[Number(next)] : isObject(at) ? at[String(next)] : undefined;
    }
    return path;
  }
  test("an edit says what was meant or refuses", () => {
    fc.assert(fc.property(documents, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), value.value, fc.constantFrom("set", "add", "remove"), ([content, style], steps, wanted, kind) => {
      const before = written(content, style);
      const path = somePath(content, steps);
      const added = [...path, "new-key"];
      const target = kind === "add" ? added : path;
      if (path.length === 0 && kind !== "add") return;
      const edited = kind === "remove" ? removeEntry(before, target) : setField(before, target, wanted);
      const [refusal] = edited.diagnostics;
      const notes = (content: string): number => (kind === "add" ? content.split("# note").length : 0);
      const meant = refusal === undefined ? withValue(readYaml(before).value, target, kind === "remove" ? undefined : wanted) : readYaml(before).value;
      expect([readYaml(edited.file).value ?? {}, notes(edited.file.text)], `${before.text}\n=>\n${edited.file.text}`).toEqual([meant ?? {}, notes(before.text)]);
      expect(refusal?.message ?? ": it is not a map.").toMatch(/: it is not a map\.$/);
    }), { numRuns: 600 });
  });
});
