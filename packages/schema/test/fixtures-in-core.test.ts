// Core reads every valid fixture without an error, and reports every invalid one for the code and at the path that it states.
import { expect, test } from "vitest";
import { readModel } from "@merlon/core";
import { builtInLibrary } from "@merlon/testkit";
import { readFixtures, type Fixture, type FixtureKind } from "./fixtures.ts";

/** The model beside a file that is none: what the fixtures refer to. */
const model = `
merlon: 1
id: shop
data: {card-number: {}}
boundaries: {shop-vpc: {type: network}, data-subnet: {type: network, in: shop-vpc}}
elements: {web: {kind: process, in: shop-vpc}, orders: {kind: store, in: data-subnet}, shopper: {kind: external}}
flows: {checkout: {from: shopper, to: web}}
threats: {a-written-threat: {title: Something else goes wrong.}}
`;
const paths: Readonly<Partial<Record<FixtureKind, string>>> = {
  system: "model/more.yaml", decisions: "decisions.yaml", views: "views.yaml", policy: "policy.yaml", lock: "merlon.lock",
};
const ofModels = (fixture: Fixture): boolean => fixture.kind === "model" || fixture.kind in paths;

test.each(readFixtures("valid").filter(ofModels).map((fixture) => [fixture.name, fixture] as const))("[CNF-1] core reads valid %s", (_, fixture) => {
  expect(errors(fixture)).toEqual([]);
});

test.each(readFixtures("invalid").filter(ofModels).map((fixture) => [fixture.name, fixture] as const))("[CNF-1] core refuses invalid %s", (_, fixture) => {
  const { code, path } = fixture.expected ?? {};
  expect(errors(fixture)).toEqual([`${code} at ${path}`]);
});

function errors(fixture: Fixture): readonly string[] {
  const own = paths[fixture.kind];
  const files = own === undefined ? [{ path: "model.yaml", text: fixture.text }] : [{ path: "model.yaml", text: model }, { path: own, text: fixture.text }];
  const { diagnostics } = readModel(files, builtInLibrary());
  return diagnostics.filter((one) => one.severity === "error").map((one) => `${one.code} at ${one.where?.path ?? ""}`);
}
