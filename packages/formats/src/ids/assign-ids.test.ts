import { expect, test } from "vitest";
import type { ModelDocument } from "@merlon/schema";
import { assignIds } from "./assign-ids.ts";
import type { IdMap, IdWish } from "./assign-ids.ts";

function wish(key: string, names: readonly string[], map: IdMap = "elements"): IdWish {
  return { key, map, sources: [key], names: () => names, kind: "process" };
}

function assign(phases: readonly (readonly IdWish[])[], previous?: ModelDocument): Record<string, string> {
  return Object.fromEntries(assignIds(phases, "tool", previous).ids);
}

test("a name that two want goes to neither, whatever their order", () => {
  const wishes = [wish("k1", ["web"]), wish("k2", ["web"]), wish("k3", ["db"])];
  const expected = { k1: "web-k1", k2: "web-k2", k3: "db" };
  expect(assign([wishes])).toEqual(expected);
  expect(assign([[...wishes].reverse()])).toEqual(expected);
});

test("a later phase takes what an earlier one left", () => {
  expect(assign([[wish("e", ["internet"])], [wish("b", ["internet", "internet-boundary"], "boundaries")]])).toEqual({ e: "internet", b: "internet-boundary" });
});

test("without a name the kind and the short foreign id make one", () => {
  expect(Object.values(assign([[wish("8ad3f3d4-57f3-47ad-aa58-c2e0dc9b6ea8", [])]]))).toEqual(["process-8ad3f3d4"]);
});

test("short foreign ids that agree are told apart by a digest", () => {
  const ids = Object.values(assign([[wish("8ad3f3d4-57f3-47ad-aa58-c2e0dc9b6ea8", ["web"]), wish("8ad3f3d4-57f3-47ad-aa58-c2e0dc9b6ea9", ["web"])]]));
  expect(ids).toEqual(["web-da4d142a", "web-db4d15bd"]);
});

test("words that mean something in ids are not given away", () => {
  expect(assign([[wish("k1", ["model"]), wish("k2", ["unknown"])]])).toEqual({ k1: "model-k1", k2: "unknown-k2" });
});

test("an object of the previous import keeps its id under another name; a new one of that name does not take it", () => {
  const previous: ModelDocument = { merlon: 1, id: "m", elements: { web: { kind: "process", sources: [{ system: "tool", id: "k1" }] } } };
  expect(assign([[wish("k1", ["site"]), wish("k2", ["web"])]], previous)).toEqual({ k1: "web", k2: "web-k2" });
});

test("an id whose object is gone is free for one of the same name", () => {
  const previous: ModelDocument = { merlon: 1, id: "m", elements: { web: { kind: "process", sources: [{ system: "tool", id: "gone" }] } } };
  expect(assign([[wish("k2", ["web"])]], previous)).toEqual({ k2: "web" });
});

test("ids that others of the model have are not given away, except to whom they belong", () => {
  const previous: ModelDocument = { merlon: 1, id: "m", elements: { web: { kind: "process", sources: [{ system: "tool", id: "k1" }] } } };
  const { ids } = assignIds([[wish("k1", ["site"]), wish("k2", ["db"])]], "tool", previous, new Set(["web", "db"]));
  expect(Object.fromEntries(ids)).toEqual({ k1: "web", k2: "db-k2" });
});

test("sources of other systems and other maps do not count", () => {
  const previous: ModelDocument = {
    merlon: 1, id: "m",
    elements: { web: { kind: "process", sources: [{ system: "other", id: "k1" }] } },
    boundaries: { zone: { type: "network", sources: [{ system: "tool", id: "k1" }] } },
  };
  expect(assign([[wish("k1", ["site"])]], previous)).toEqual({ k1: "site" });
});
