import { expect, test } from "vitest";
import { builtInLibrary } from "@merlon/testkit";
import { guessKind, kindRows } from "./component-kind.ts";

test("every type of the table is in the library and allows the kind", () => {
  const types = new Map(builtInLibrary().types.map((type) => [type.id, type.kinds]));
  expect(kindRows().filter(({ kind, type }) => types.get(type)?.includes(kind) !== true)).toEqual([]);
});

test("the first word that occurs decides; a text that tells nothing is a process", () => {
  const texts = ["rds", "CD-MICROSOFT-AZURE-DB-POSTGRESQL", "android-device-client", "web-service", "ApiGateway", "other-nosql-key-value-store", "empty-component", ""];
  expect(texts.map((text) => guessKind(text))).toEqual([
    { kind: "store", type: "datastore.sql", word: "rds" },
    { kind: "store", type: "datastore.sql.postgres", word: "postgresql" },
    { kind: "external", type: "mobile.app", word: "android" },
    { kind: "process", type: "service", word: "web service" },
    { kind: "process", type: "api.gateway", word: "api gateway" },
    { kind: "store", type: "datastore.key-value", word: "key value" },
    { kind: "process" }, { kind: "process" },
  ]);
});
