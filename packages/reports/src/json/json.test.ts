import * as schemas from "@merlon/schema/results";
import type { Analysis } from "@merlon/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { sampleStride } from "../testing/sample-stride.ts";
import { SHAPES } from "./shapes.ts";
import { threatsJson } from "./threats-json.ts";
import { toJson } from "./to-json.ts";

test("fields stand in the order of their interfaces, names of the model in alphabetical order", () => {
  const { threats: [first] } = sampleAnalysis;
  expect(Object.keys(JSON.parse(toJson(shuffled(first))))).toEqual(Object.keys(first ?? {}).sort((a, b) => threatFields.indexOf(a) - threatFields.indexOf(b)));
  expect(toJson({ witness: { b: 1, a: 2 }, id: "x", when: { truth: "true", text: "y" } })).toBe(
    '{\n  "id": "x",\n  "when": {\n    "text": "y",\n    "truth": "true"\n  },\n  "witness": {\n    "a": 2,\n    "b": 1\n  }\n}\n',
  );
});

const threatFields = SHAPES.find((shape) => shape.includes("likelihood")) ?? [];

test("the order in which a result was built does not show", () => {
  for (const result of [sampleAnalysis, sampleStride]) expect(toJson(shuffled(result))).toBe(toJson(result));
  fc.assert(fc.property(fc.object(), (value) => {
    expect(toJson(shuffled(value))).toBe(toJson(value));
    expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

test("the threats document says what it is, of which model and when, and reads back as it was", () => {
  const read = JSON.parse(threatsJson(sampleAnalysis)) as Analysis;
  expect([read.schema, Object.keys(read)]).toEqual(["merlon/threats/1", ["schema", "model", "packs", "at", "counts", "threats", "groups", "mitigated", "questions"]]);
  expect(read.threats).toEqual(sampleAnalysis.threats);
});

test("the list of shapes is that of the runtime schemas", () => {
  expect(SHAPES.map((shape) => shape.join(" ")).sort()).toEqual([...shapesOf(schemas)].sort());
});

/** Keys of every object turned round. */
function shuffled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffled) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, shuffled(inner)])) as T;
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Zod>>;
  readonly options?: readonly Zod[];
  readonly element?: Zod;
  readonly innerType?: Zod;
  readonly valueType?: Zod;
  readonly getter?: () => Zod;
}
interface Zod { readonly _zod?: { readonly def: Definition } }

/** Walks the schemas; the model document inside an import is the model's own and not a result. */
function shapesOf(all: object): Set<string> {
  const [seen, shapes] = [new Set<Zod>(), new Set<string>()];
  const visit = (schema: Zod | undefined): void => {
    if (!schema || seen.has(schema)) return;
    seen.add(schema);
    const definition = schema._zod?.def;
    if (!definition) return;
    const fields = Object.keys(definition.shape ?? {});
    if (fields.includes("merlon")) return;
    if (fields.length > 1) shapes.add(fields.join(" "));
    const inner = [...Object.values(definition.shape ?? {}), ...(definition.options ?? []), definition.element, definition.innerType, definition.valueType];
    for (const one of [...inner, definition.getter?.()]) visit(one);
  };
  for (const schema of Object.values(all)) visit(schema as Zod);
  return shapes;
}
