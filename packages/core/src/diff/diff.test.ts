// Two versions of a small model: what was done, and versions between them.
import { expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { diffModels } from "./diff-models.ts";
import { undoneWith, withChanges } from "./with-changes.ts";

const base = `merlon: 1
id: shop
stage: design
data: {order: {levels: {confidentiality: internal}}, gone-data: {title: G}}
boundaries: {net: {type: network, trust: internal}, dmz: {type: network, trust: edge}}
elements:
  web: {kind: process, in: net, technology: [a, b], input-validation: yes}
  old-store: {kind: store, in: net, holds: [order]}
  gone: {kind: process, in: net}
flows:
  call: {from: web, to: old-store, carries: [order], encryption-in-transit: no}
  lost: {from: gone, to: web, carries: [gone-data]}
`;
const head = `# another order and form
merlon: 1
id: shop
stage: build
boundaries: {dmz: {type: network, trust: edge}, net: {type: network, trust: internal}}
elements:
  store: {kind: store, in: net, holds: [order], formerly: [old-store]}
  web: {technology: [b, a], input-validation: {value: unknown}, in: dmz, kind: process}
  mail: {kind: external}
flows:
  call: {from: web, to: store, carries: [order], encryption-in-transit: true}
  send: {from: web, to: mail, carries: [order]}
data: {order: {levels: {confidentiality: secret}}}
`;

function read(text: string) {
  return readModel([{ path: "model.yaml", text }], testingLibrary).documents;
}

test("[IMC-1] operations say what was done, and order, layout and form do not count", () => {
  const { changes } = diffModels(read(base), read(head), testingLibrary);
  expect(changes.map(({ operation: { id, kind, map, object, key, before, after, forgets, where } }) => [id, kind, map, object, key, before, after, forgets, where?.line].filter((part) => part !== undefined).join(" "))).toEqual([
    "1 rename elements store old-store store 7", "2 set header model stage design build 4", "3 remove elements gone 9", "4 add elements mail 9",
    "5 move elements web in net dmz 8", "6 set elements web input-validation yes unknown true 8", "7 set flows call encryption-in-transit no yes 11", "8 remove flows lost 12",
    "9 add flows send 12", "10 remove data gone-data 4", '11 set data order levels {"confidentiality":"internal"} {"confidentiality":"secret"} 13',
  ]);
  expect(diffModels(read(head), read(head), testingLibrary).changes).toEqual([]);
});

test("[IMC-2] with all changes base becomes head, with none it stays, and nothing in between hangs in the air", () => {
  const diff = diffModels(read(base), read(head), testingLibrary);
  const model = (chosen: readonly number[]) => readModel([{ path: "model.json", text: JSON.stringify(withChanges(diff, new Set(chosen))) }], testingLibrary);
  const all = diff.changes.map(({ operation }) => operation.id);
  const digest = (text: string) => readModel([{ path: "model.yaml", text }], testingLibrary).model.digest;
  expect([model(all).model.digest, model([]).model.digest]).toEqual([digest(head), digest(base.replaceAll("old-store", "store"))]);
  const together = undoneWith(diff);
  expect([...together.get(4)!].sort()).toEqual([4, 9]);
  expect([...together.get(8)!].sort((a, b) => a - b)).toEqual([3, 8, 10]);
  for (const undone of all) {
    const kept = all.filter((id) => !together.get(undone)!.has(id));
    expect([undone, model(kept).diagnostics.filter(({ severity }) => severity === "error")]).toEqual([undone, []]);
  }
});
