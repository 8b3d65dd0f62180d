import fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import { withValue } from "./edited.ts";
import { setField } from "./set-field.ts";
import { setFields, type FieldEdit } from "./set-fields.ts";

const model = "elements:\n  web:\n    kind: process # runs\n  db: {kind: store}\n  log: {}\nflows:\n  f: {from: web, to: db}\n";

function text(...edits: readonly (readonly [string, unknown])[]): string {
  const { file, diagnostics } = setFields({ path: "m.yaml", text: model }, edits.map(([path, value]) => ({ path: path.split("."), value })));
  return diagnostics.length > 0 ? diagnostics.map(({ code }) => code).join(" ") : file.text;
}

test("[EDT-1] many fields at once change no more than their lines", () => {
  expect(text(["elements.web.in", "a"], ["elements.web.kind", "store"], ["elements.db.in", "b"], ["elements.db.holds", ["x", "y"]], ["flows.f.protocol", "https"])).toBe(
    "elements:\n  web:\n    kind: store # runs\n    in: a\n  db: {kind: store, in: b, holds: [x, y]}\n  log: {}\nflows:\n  f: {from: web, to: db, protocol: https}\n",
  );
});

test("those that meet come one after the other", () => {
  expect(text(["elements.db.levels.a", 1], ["elements.db.levels.b", 2], ["elements.log.kind", "store"], ["elements.log.in", "x"], ["elements.web.kind", "store"], ["elements.web.kind", "external"], ["flows", undefined])).toBe(
    "elements:\n  web:\n    kind: external # runs\n  db: {kind: store, levels: {a: 1, b: 2}}\n  log:\n    kind: store\n    in: x\n",
  );
});

test("[EDT-2] one that cannot be made leaves all undone", () => {
  expect([text(["elements.web.in", "a"], ["elements.web.kind.x", 1]), text(["elements.web.in", "a"], ["elements.nobody", undefined])]).toEqual(["C1090", "C1091"]);
});

test("at once or one after the other says the same", () => {
  const key = fc.constantFrom("a", "b", "c");
  const path = fc.array(key, { minLength: 1, maxLength: 3 });
  const value = fc.constantFrom<unknown>(1, "x", ["p"], { a: 1, b: { c: 2 } }, {}, undefined);
  const documents = fc.constantFrom("a: {b: 1, c: {a: 2}}\nb: {}\n", "a:\n  b: 1 # one\n  c:\n    a: 2\nb:\n", '{"a": {"b": 1}, "c": {"a": {"b": {}}}}', "");
  fc.assert(fc.property(documents, fc.array(fc.record({ path, value }), { minLength: 1, maxLength: 6 }), (before, edits: readonly FieldEdit[]) => {
    const file: SourceFile = { path: "m.yaml", text: before };
    const together = setFields(file, edits);
    let one = { file, failed: false };
    for (const edit of edits) {
      const edited = setField(one.file, edit.path, edit.value);
      if (edited.diagnostics.length > 0) {
        one = { file, failed: true };
        break;
      }
      one = { file: edited.file, failed: false };
    }
    if (one.failed && together.diagnostics.length === 0) return; // an order in which all can be made was found
    expect(together.diagnostics.length > 0).toBe(one.failed);
    const wanted = one.failed ? readYaml(file).value : edits.reduce<unknown>((now, edit) => withValue(now, edit.path, edit.value), readYaml(file).value);
    expect(readYaml(together.file).value ?? {}).toEqual(wanted ?? {});
  }), { numRuns: 700 });
});
