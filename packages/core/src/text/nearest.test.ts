import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["web-ap", ["web-api", "web-app", "db"], "web-api"],
  ["protocl", ["port", "protocol"], "protocol"],
  ["tecnhology", ["technology", "type"], "technology"],
  ["postgres", ["datastore.sql", "datastore.sql.postgres"], "datastore.sql.postgres"],
  ["postgresql", ["postgres", "mysql"], "postgres"],
  ["xyz", ["abc", "in"], undefined],
  ["a", [], undefined],
  ["T9999", ["T1499", "T1999"], "T1999"],
  ["fips-200", ["fips-199", "tlp"], "fips-199"],
  ["CWE-99999", ["CWE-999", "CWE-89"], undefined],
  ["x".repeat(1_000), ["y".repeat(1_000)], undefined],
])("%s", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
