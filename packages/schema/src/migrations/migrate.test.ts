import { expect, test } from "vitest";
import { ModelDocumentSchema } from "../model/document.ts";
import { currentVersion, migrate, migrations } from "./migrate.ts";

test("[MIG-1] a document of today's version is given back as it is", () => {
  const document = { merlon: 1, id: "shop" };
  expect(migrate(document)).toEqual({ document, applied: [] });
  expect(migrate(document).document).toBe(document);
});

test("[MIG-1] what is no document, or of an unknown version, is left to the checks", () => {
  expect([null, 7, [], { merlon: 99 }, { merlon: "0" }, {}].map((one) => migrate(one))).toEqual(
    [null, 7, [], { merlon: 99 }, { merlon: "0" }, {}].map((document) => ({ document, applied: [] })),
  );
});

test("[MIG-2] a draft of version 0 opens as version 1", () => {
  const { document, applied } = migrate({
    merlon: 0, id: "shop", name: "Shop",
    datasets: [{ id: "order", name: "Order", classification: "internal", personal: true }],
    zones: [{ id: "inside", type: "network", trust: "internal" }],
    components: [{ id: "web", type: "process", zone: "inside" }, { id: "db", type: "datastore", stores: ["order"] }],
    dataflows: [{ id: "save", source: "web", destination: "db", data: ["order"], encrypted: false }],
  });
  expect(applied).toEqual(["0-to-1: arrays become maps by id"]);
  expect(document).toEqual({
    merlon: 1, id: "shop", title: "Shop",
    data: { order: { title: "Order", levels: { confidentiality: "internal" }, personal: true } },
    boundaries: { inside: { type: "network", trust: "internal" } },
    elements: { web: { kind: "process", in: "inside" }, db: { kind: "store", holds: ["order"] } },
    flows: { save: { from: "web", to: "db", carries: ["order"], "encryption-in-transit": false } },
  });
  expect(ModelDocumentSchema.safeParse(document).error).toBeUndefined();
});

test("[MIG-3] what version 1 has no place for is kept as an extension", () => {
  const { document } = migrate({ merlon: 0, id: "shop", colour: "red", "x-mine": 1, zones: "none", components: [{ name: "nameless" }, { id: "a", type: "process", size: 3 }, { id: "a", type: "process" }] });
  expect(document).toEqual({
    "merlon": 1, "id": "shop", "x-v0-colour": "red", "x-mine": 1, "x-v0-zones": "none",
    "elements": { a: { "kind": "process", "x-v0-size": 3 } },
    "x-v0-components": [{ name: "nameless" }, { id: "a", type: "process" }],
  });
});

test("[MIG-1] the steps lead without a gap to today's version", () => {
  expect(migrations.map((step) => step.from)).toEqual(Array.from({ length: currentVersion }, (_, from) => from));
});
