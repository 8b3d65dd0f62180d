// Our validator and an independent one must agree on every fixture.
import { expect, test } from "vitest";
import { migrate } from "@merlon/schema";
import { fixtureKinds, parseFixture, readFixtures, type Fixture } from "./fixtures.ts";
import { ajvAccepts, zodAccepts } from "./validators.ts";

/** Codes of core for what is wrong with the shape; all others are about meaning, and both validators must accept. */
const shapeCodes = new Set(["C1009", "C1012", "C1013", "C1016", "C1020", "C1021", "C1022", "C1023", "C1024", "C1025", "C1026", "C1052", "C1053", "C1080"]);
/** Codes for text that cannot be parsed at all. */
const textCodes = new Set(["C1006"]);

const valid = readFixtures("valid");
const invalid = readFixtures("invalid");
const parsable = invalid.filter((fixture) => !textCodes.has(fixture.expected?.code ?? ""));

test("[CNF-1] there are fixtures enough, and an invalid one says why", () => {
  expect([valid.length >= 14, invalid.length >= 45]).toEqual([true, true]);
  expect(invalid.filter((fixture) => fixture.expected === undefined).map((fixture) => fixture.name)).toEqual([]);
});

test.each(byName(valid))("[CNF-1] valid: %s", (_, fixture) => {
  expect(verdicts(fixture)).toEqual({ zod: true, ajv: true });
});

test.each(byName(parsable))("[CNF-1] invalid: %s", (_, fixture) => {
  const accepted = !shapeCodes.has(fixture.expected?.code ?? "");
  expect(verdicts(fixture)).toEqual({ zod: accepted, ajv: accepted });
});

function verdicts(fixture: Fixture): { readonly zod: boolean; readonly ajv: boolean } {
  const { document } = migrate(parseFixture(fixture));
  const { id } = fixtureKinds[fixture.kind];
  return { zod: zodAccepts(id, document), ajv: ajvAccepts(id, document) };
}

function byName(fixtures: readonly Fixture[]): readonly (readonly [string, Fixture])[] {
  return fixtures.map((fixture) => [fixture.name, fixture]);
}
