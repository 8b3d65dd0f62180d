// Both validators agree on documents that nobody wrote: valid fixtures with something changed at random.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ajvAccepts, zodAccepts } from "./validators.ts";
import { parseFixture, readFixtures } from "./fixtures.ts";

const documents = readFixtures("valid").filter((fixture) => fixture.kind === "model" && !fixture.name.startsWith("v0-")).map(parseFixture);

/** What is put in place of a value, or under a new key. */
const replacements = [null, true, 0, 2.5, -1, "", "yes", "unknown", "web", "Not A Slug", "2026-11-02", [], ["web"], {}, { value: "yes" }, { "x-a": 1 }];
const newKeys = ["zz", "x-mine", "acme.key", "title", "kind", "at", "Bad Key"];

test("[CNF-2] changed documents are accepted by both validators or by neither", () => {
  let refused = 0;
  const change = fc.record({ document: fc.constantFrom(...documents), step: fc.nat(), how: fc.nat(2), value: fc.constantFrom(...replacements), key: fc.constantFrom(...newKeys) });
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 1 }), ([one]) => {
    if (one === undefined) return;
    const changed = structuredClone(one.document);
    const places = containers(changed);
    const place = places[one.step % places.length];
    if (place === undefined) return;
    const keys = Object.keys(place);
    const key = keys[one.step % Math.max(1, keys.length)];
    if (one.how === 0 && key !== undefined) delete place[key];
    if (one.how === 1 && key !== undefined) place[key] = one.value;
    if (one.how === 2) place[one.key] = one.value;
    const accepted = zodAccepts("ModelDocument", changed);
    if (!accepted) refused += 1;
    expect({ changed: JSON.stringify(changed).length, ajv: ajvAccepts("ModelDocument", changed) }).toEqual({ changed: JSON.stringify(changed).length, ajv: accepted });
  }), { numRuns: 600, seed: 20261102 });
  expect(refused).toBeGreaterThan(100);
}, 30_000);

/** Every object below, the document included. */
function containers(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(containers);
  if (typeof value !== "object" || value === null) return [];
  const object = value as Record<string, unknown>; // neither null nor a list
  return [object, ...Object.values(object).flatMap(containers)];
}
