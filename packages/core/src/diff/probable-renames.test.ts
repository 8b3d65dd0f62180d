// What looks like a rename that nobody declared, and what only looks a little like one.
import { expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { diffModels } from "./diff-models.ts";
import { probableRenames } from "./probable-renames.ts";

const base = `merlon: 1
id: shop
data: {order: {levels: {confidentiality: internal}}}
boundaries: {net: {type: network, trust: internal}}
elements:
  user: {kind: external}
  web: {kind: process, in: net, technology: [nodejs]}
  orders-db: {kind: store, in: net, holds: [order]}
flows:
  visit: {from: user, to: web}
  save: {from: web, to: orders-db, carries: [order]}
`;

function proposals(head: string, before = base) {
  const read = (text: string) => readModel([{ path: "model.yaml", text }], testingLibrary).documents;
  return probableRenames(diffModels(read(before), read(head), testingLibrary)).map(({ map, from, to }) => `${map} ${from} ${to}`);
}

test("[IDT-8] what has another id everywhere is proposed, and what its neighbours tell of each other", () => {
  expect(proposals(base.replaceAll("orders-db", "order-store"))).toEqual(["elements orders-db order-store"]);
  expect(proposals(base.replaceAll("web", "storefront"))).toEqual(["elements web storefront"]);
  expect([...proposals(base.replaceAll("save:", "keep-order:").replaceAll("orders-db", "order-store").replaceAll("net", "private-net"))].sort()).toEqual([
    "boundaries net private-net", "elements orders-db order-store", "flows save keep-order",
  ]);
});

test("[IDT-8] a declared rename is none, and neither is another kind of thing or something else in its place", () => {
  const renamed = base.replaceAll("orders-db", "order-store");
  expect(proposals(renamed.replace("order-store: {", "order-store: {formerly: [orders-db], "))).toEqual([]);
  expect(proposals(renamed.replace("kind: store", "kind: process"))).toEqual([]);
  expect(proposals(base.replace("orders-db: {kind: store, in: net, holds: [order]}", "mail: {kind: store, technology: [smtp]}").replace("  save: {from: web, to: orders-db, carries: [order]}", "  send: {from: web, to: mail}"))).toEqual([]);
});

test("[IDT-8] of two that are equally alike neither is proposed", () => {
  const twins = base.replace("  orders-db: {kind: store, in: net, holds: [order]}\n", "  orders-a: {kind: store, in: net, holds: [order]}\n  orders-b: {kind: store, in: net, holds: [order]}\n");
  expect(proposals(twins.replace("to: orders-db", "to: web"), base.replace("to: orders-db", "to: web"))).toEqual([]);
});

test("[IDT-8] what a split or a merge says where it went is not proposed as renamed", () => {
  const split = base.replaceAll("orders-db", "order-store").replace("order-store: {", "order-store: {split-from: orders-db, ");
  expect(proposals(split)).toEqual([]);
  const merged = base.replace("orders-db: {", "orders-db: {merged-into: web, ");
  expect(proposals(base.replaceAll("orders-db", "order-store"), merged)).toEqual([]);
});
