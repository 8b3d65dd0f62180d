// The compile-time guard itself: the planted differences below must stay errors.
import { expect, test } from "vitest";
import * as z from "zod";
import { exactly } from "./exactly.ts";

interface Plug { readonly a: string; readonly b?: number; readonly c?: readonly ("x" | "y")[] }
const a = z.string();
const b = z.number().optional();
const c = z.array(z.enum(["x", "y"])).optional();

exactly<Plug>()(z.strictObject({ a, b, c }));
// @ts-expect-error a key is missing in the schema
exactly<Plug>()(z.strictObject({ a, b }));
// @ts-expect-error the schema has a key more
exactly<Plug>()(z.strictObject({ a, b, c, d: z.string().optional() }));
// @ts-expect-error a required field became optional
exactly<Plug>()(z.strictObject({ a: a.optional(), b, c }));
// @ts-expect-error an optional field became required
exactly<Plug>()(z.strictObject({ a, b: z.number(), c }));
// @ts-expect-error a field has another type
exactly<Plug>()(z.strictObject({ a: z.number(), b, c }));
// @ts-expect-error an enumeration has a value less
exactly<Plug>()(z.strictObject({ a, b, c: z.array(z.literal("x")).optional() }));
// @ts-expect-error an enumeration has a value more
exactly<Plug>()(z.strictObject({ a, b, c: z.array(z.enum(["x", "y", "z"])).optional() }));

test("exactly adds nothing at run time", () => {
  const schema = z.strictObject({ a, b, c });
  expect(exactly<Plug>()(schema)).toBe(schema);
});
