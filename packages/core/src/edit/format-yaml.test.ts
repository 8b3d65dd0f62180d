import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYaml } from "../text/read-yaml.ts";
import { withoutBooleans } from "./booleans.ts";
import { formatYaml } from "./format-yaml.ts";
import { printYaml } from "./print-yaml.ts";

function formatted(text: string, path = "model.yaml"): string {
  return formatYaml({ path, text }).file.text;
}

describe("[EDT-4] formatting", () => {
  test("indentation, spaces at line ends, the end of the file, true and false; comments and order stay", () => {
    expect(formatted(`merlon: 1  
elements:
    # front
    web:   # here
        kind: process
        input-validation: true
        technology:
        - nodejs   
        -   react
        x-own: {keep: true}
        description: |
             Two  
               lines.

        links:
        -   url: "x"
            title: >-
             folded
              more
            # about the next
        - url: 'y
             z'
    # back
    db: {kind: store,
         encryption-at-rest: FALSE}
   # odd
flows: {}


`)).toBe(`merlon: 1
elements:
  # front
  web:   # here
    kind: process
    input-validation: yes
    technology:
      - nodejs
      - react
    x-own: {keep: true}
    description: |
      Two  
        lines.

    links:
      - url: "x"
        title: >-
          folded
           more
        # about the next
      - url: 'y
           z'
  # back
  db: {kind: store,
       encryption-at-rest: no}
# odd
flows: {}
`);
  });
  test("a tidy file is the very same file", () => {
    const file = { path: "model.yaml", text: "a:\n  b: 1 # x\n" };
    expect(formatYaml(file).file).toBe(file);
  });
  test("Windows line breaks stay, an indent that a header states stays relative", () => {
    expect(formatted("a:\r\n    b: 1  \r\n\r\n\r\n")).toBe("a:\r\n  b: 1\r\n");
    expect(formatted("a:\n    b: |2\n         x\n        y\n")).toBe("a:\n  b: |2\n       x\n      y\n");
  });
  test("trailing line breaks that are content stay", () => {
    expect(readYaml({ path: "m.yaml", text: formatted("a: |+\n  x\n\n\n") }).value).toEqual({ a: "x\n\n\n" });
  });
  test("JSON is laid out by the book", () => {
    expect(formatted('{"b":true,"x-a":[true]}', "m.json")).toBe('{\n  "b": "yes",\n  "x-a": [\n    true\n  ]\n}\n');
  });
  test("[MIG-1] a file of an older version is written in today's, and a second time is the same", () => {
    const file = { path: "model.yaml", text: "# Ours.\n\nmerlon: 0\nid: shop\ncomponents:\n  - {id: web, name: Web, type: process, encrypted: true} # the front\n" };
    const once = formatYaml(file);
    expect([once.file.text, once.diagnostics.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`)]).toEqual([
      "# Ours.\n\nmerlon: 1\nid: shop\nelements:\n  web:\n    kind: process\n    title: Web\n    x-v0-encrypted: true\n", ["C1094 6:58"],
    ]);
    expect(formatYaml(once.file)).toEqual({ file: once.file, diagnostics: [] });
    expect(formatted("{\"merlon\": 0, \"id\": \"shop\"}", "model.json")).toBe("{\n  \"merlon\": 1,\n  \"id\": \"shop\"\n}\n");
  });
  test("what cannot be read is left alone", () => {
    const file = { path: "model.yaml", text: "a: {  \n" };
    expect([formatYaml(file).file, formatYaml(file).diagnostics.map(({ code }) => code)]).toEqual([file, ["C1003"]]);
  });
});

describe("[EDT-4] formatting twice is formatting once, and changes no meaning", () => {
  function check(text: string): void {
    const before = readYaml({ path: "m.yaml", text }).value;
    const once = formatted(text);
    expect(readYaml({ path: "m.yaml", text: once }).value, text).toEqual(withoutBooleans(before));
    expect(formatted(once), text).toBe(once);
    expect(comments(once)).toEqual(comments(text));
  }
  function comments(text: string): readonly string[] {
    return text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#.*?)\s*$/.exec(line)?.[1] ?? []);
  }
  test("for any printed document, however indented", () => {
    const scalar = fc.oneof(fc.constantFrom("yes", "a b", "x: y", "", "two\nlines\n", "a\n  b\n\nc"), fc.integer(), fc.boolean());
    const value = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: "medium" }, scalar, fc.array(tie("value"), { maxLength: 3 }), tie("map")),
      map: fc.dictionary(fc.constantFrom("a", "b", "x-c", "d e"), tie("value"), { maxKeys: 4 }),
    }));
    fc.assert(fc.property(value.map, fc.integer({ min: 1, max: 4 }), fc.boolean(), (content, width, notes) => {
      const text = printYaml(content).split("\n").map((line) => line.replace(/^ +/, (lead) => " ".repeat((lead.length / 2) * width)))
        .map((line) => (notes && /[^|]$/.test(line) && !line.includes('"') && !/[|]-?$/.test(line) && /:/.test(line) ? `${line}  ` : line)).join("\n");
      if (readYaml({ path: "m.yaml", text }).value !== undefined) check(text);
    }), { numRuns: 200 });
  });
  const corpus = fileURLToPath(new URL("../../../../../shared/corpus", import.meta.url));
  const samples = existsSync(corpus) ? ["threagile", "otm", "docker-compose", "kubernetes", "openapi", "asyncapi", "hcltm"].flatMap((folder) => yamlFiles(`${corpus}/${folder}`).slice(0, 12)) : [];
  test.runIf(existsSync(corpus))(`for ${samples.length} files of other tools`, () => {
    expect(samples.length).toBeGreaterThan(20);
    for (const path of samples) {
      const text = readFileSync(path, "utf8");
      if (readYaml({ path: "m.yaml", text }).value !== undefined) check(text);
    }
  });
  function yamlFiles(folder: string): readonly string[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => `${folder}/${name}`);
  }
});

test("millions of blank lines and of words overflow nothing", () => {
  expect(formatted(`${"\n".repeat(1_000_000)}merlon: 0\nid: a\n`).length).toBeGreaterThan(1_000_000);
  expect(printYaml({ title: "a ".repeat(2_000_000).trim() }).startsWith('title: "')).toBe(true);
});
