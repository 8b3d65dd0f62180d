import { describe, expect, test } from "vitest";
import { testingLibrary } from "../testing-library.ts";
import { readModel } from "./read-model.ts";
import type { ReadModelOptions } from "./read-model.ts";
import type { Characteristics } from "./model.ts";

const header = "merlon: 1\nid: acme/webshop\n";

function read(text: string | Readonly<Record<string, string>>, options: ReadModelOptions = {}) {
  const files = typeof text === "string" ? { "model.yaml": header + text } : text;
  return readModel(Object.entries(files).map(([path, content]) => ({ path, text: content })), testingLibrary, options);
}
function problems(text: string | Readonly<Record<string, string>>, options: ReadModelOptions = {}): readonly string[] {
  return read(text, options).diagnostics.map(({ code, where, message }) => `${code} ${where?.file}:${where?.line}:${where?.column} ${message}`);
}
function values(characteristics: Characteristics | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries([...characteristics ?? []].map(([key, v]) => [key, `${v.value} ${v.provenance}${v.from === undefined ? "" : ` from ${v.from}`}`]));
}

describe("the model in memory", () => {
  const text = `title: Web shop
data:
  card-number: {kind: user.financial.card, levels: {confidentiality: secret}, personal: true}
boundaries:
  internet: {type: network, trust: untrusted}
  shop-vpc: {type: network, trust: internal}
  data-subnet: {type: network, in: shop-vpc, trust: restricted}
elements:
  shopper: {kind: external, type: human.customer.vip, in: internet}
  web: {kind: process, title: Shop, type: web.application, in: shop-vpc, technology: [nodejs], input-validation: true, x-team: blue}
  orders: {kind: store, technology: [postgresql], in: data-subnet, holds: [card-number, card-number], encryption-at-rest: unknown}
flows:
  checkout: {from: shopper, to: web, protocol: https, carries: [card-number], response: []}
  web-to-orders: {from: web, to: orders, protocol: postgres, carries: unknown, encryption-in-transit: {value: no, source: iac, ref: "main.tf:12", at: 2026-11-01}}
`;
  const { model, diagnostics } = read(text);

  test("[SCL-4] header, scales and defaults", () => {
    expect(model.header).toEqual({ merlon: 1, id: "acme/webshop", title: "Web shop", stage: "design", depth: "standard" });
    expect(model.trustLevels).toEqual(["untrusted", "partner", "edge", "internal", "restricted"]);
    expect([...model.scales.values()]).toEqual([
      { id: "confidentiality", protects: "confidentiality", levels: ["public", "internal", "confidential", "secret"], classes: { public: "none", internal: "low", confidential: "moderate", secret: "high" } },
      { id: "trust", levels: model.trustLevels, classes: {} },
    ]);
  });
  test("[MOD-1] elements, with types and technologies completing each other", () => {
    expect(model.elements.get("orders")).toEqual({
      id: "orders", title: "orders", where: { file: "model.yaml", line: 13, column: 3, path: "elements.orders" }, kind: "store", type: "datastore.sql.postgres",
      in: ["data-subnet"], technology: ["postgresql"], holds: ["card-number"], levels: {}, environments: [],
      characteristics: new Map([["authentication", { value: "yes", provenance: "inferred", from: "type datastore.sql", where: { file: "model.yaml", line: 13, column: 25, path: "elements.orders.technology" } }]]),
    });
    expect(model.elements.get("shopper")?.actor).toBe("customer");
  });
  test("[VAL-3] flows, with unknown left out and none kept", () => {
    expect(model.flows.get("web-to-orders")).toEqual({
      id: "web-to-orders", title: "web to orders", where: { file: "model.yaml", line: 16, column: 3, path: "flows.web-to-orders" },
      from: "web", to: "orders", protocol: "postgres", via: [],
      characteristics: new Map([
        ["encryption-in-transit", { value: "no", provenance: "imported", ref: "main.tf:12", at: "2026-11-01", where: { file: "model.yaml", line: 16, column: 80, path: "flows.web-to-orders.encryption-in-transit" } }],
        ["authentication", expect.objectContaining({ value: "yes", provenance: "inferred", from: "element orders" })],
      ]),
    });
    expect(model.flows.get("checkout")?.response).toEqual([]);
    expect(values(model.flows.get("checkout")?.characteristics)).toEqual({ "encryption-in-transit": "yes inferred from protocol https" });
  });
  test("[VAL-2] flags and personal data are normalised; only the contradiction is reported", () => {
    expect(values(model.elements.get("web")?.characteristics)).toEqual({ "input-validation": "yes declared" });
    expect(model.data.get("card-number")?.personal).toBe("yes");
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "C1058 `input-validation` of element `web` is `yes` (declared in model.yaml:12), but also `no` (type web.application); `yes` counts.",
    ]);
  });
});

describe("several files", () => {
  test("[DOC-1] [DOC-5] maps from model/ and decisions/, by role; the order of files changes nothing", () => {
    const files = {
      "model.yaml": header,
      "model/a/web.yaml": "elements: {web: {kind: process}}\n",
      "model/store.json": '{"elements": {"db": {"kind": "store"}}}',
      "decisions/x.yaml": "decisions: {S@web: {state: accept}}\n",
      "views.yaml": "views: {all: {shows: dfd}}\n",
      "policy.yaml": "merlon: 1\nfail-on: high\n",
    };
    const { model, diagnostics } = read(files);
    expect([[...model.elements.keys()], [...model.decisions.keys()], [...model.views.keys()], model.policy, diagnostics]).toEqual([
      ["db", "web"], ["S@web"], ["all"], { "fail-on": "high" }, [],
    ]);
    const reversed = read(Object.fromEntries(Object.entries(files).reverse()));
    expect([reversed.model, reversed.diagnostics]).toEqual([read(files).model, []]);
  });
  test("[ID-2] a duplicate id names both places, across maps too", () => {
    expect(problems({
      "model.yaml": `${header}elements:\n  web: {kind: process}\n`, "model/b.yaml": "elements:\n  web: {kind: store}\nflows:\n  web: {from: web, to: web}\n",
    })).toEqual([
      "C1030 model/b.yaml:2:3 The id `web` is used twice: by element `web` here and by element `web` in model.yaml:4:3.",
      "C1030 model/b.yaml:4:3 The id `web` is used twice: by flow `web` here and by element `web` in model.yaml:4:3.",
    ]);
  });
  test("[DOC-6] [VAL-7] imported values lie under what people wrote, except where provenance is better", () => {
    const { model, diagnostics } = read({
      "model.yaml": `${header}elements:\n  db: {kind: store, title: Ours, encryption-at-rest: yes, technology: unknown, rate-limiting: {value: no, source: runtime}}\n`,
      "imported/terraform.yaml": "elements:\n  db: {kind: store, title: Theirs, description: From terraform., encryption-at-rest: no, technology: [nodejs], rate-limiting: yes}\n  new: {kind: process}\n",
    });
    const db = model.elements.get("db");
    expect([db?.title, db?.description, db?.technology, values(db?.characteristics), model.elements.get("new")?.where]).toEqual([
      "Ours", "From terraform.", ["nodejs"], { "encryption-at-rest": "no imported", "rate-limiting": "no observed" },
      { file: "imported/terraform.yaml", line: 3, column: 3, path: "elements.new" },
    ]);
    expect(diagnostics.map(({ code, where, message }) => `${code} ${where?.file}:${where?.line} ${message}`)).toEqual([
      "C1058 imported/terraform.yaml:2 `encryption-at-rest` of element `db` is `no` (imported in imported/terraform.yaml:2), but also `yes` (declared in model.yaml:4); `no` counts.",
      "C1058 model.yaml:4 `rate-limiting` of element `db` is `no` (observed in model.yaml:4), but also `yes` (imported in imported/terraform.yaml:2); `no` counts.",
    ]);
  });
  test("roots, ignored files, missing and double models", () => {
    expect(readModel([{ path: "x/y/model.yaml", text: header }, { path: "x/y/notes.txt", text: "" }], testingLibrary, { root: "x/y/" }).diagnostics.map(({ code }) => code)).toEqual(["C1014"]);
    expect(readModel([{ path: "x/decisions.yaml", text: "" }, { path: "x/views.yaml", text: "" }], testingLibrary, { root: "x/" }).diagnostics.map(({ where, message }) => [where, message])).toEqual([[undefined, "There is no `model.yaml` or `model.json` in `x`."]]);
    expect(problems({ "docs/README.md": "# Shop" })).toEqual(["C1018 docs/README.md:1:1 `docs/README.md` is no model: its name ends in neither `.yaml`, `.yml` nor `.json`."]);
    expect(problems({ "package.json": "{\"name\": \"shop\", \"dependencies\": {\"a\": \"1\"}}" })).toEqual(["C1013 package.json:1:1 The file does not start a model: it has no `merlon: 1`."]);
    expect(problems({})).toEqual(["C1010 undefined:undefined:undefined There is no `model.yaml` or `model.json` in this folder."]);
    expect(problems({ "model.json": "{}", "model.yaml": header }).map((p) => p.slice(0, 16))).toEqual(["C1013 model.json", "C1011 model.yaml"]);
  });
});

describe("where values come from", () => {
  test("[MOD-6] inside defaults: innermost boundary, both ends of a flow, least safe of two", () => {
    const { model, diagnostics } = read(`boundaries:
  outer: {type: network, inside: {rate-limiting: yes, encryption-in-transit: yes, authentication: password}}
  inner: {type: network, in: outer, inside: {rate-limiting: no}}
  box: {type: host, inside: {authentication: certificate}}
elements:
  a: {kind: process, in: outer}
  b: {kind: process, in: [inner, box]}
  c: {kind: process}
flows:
  ab: {from: a, to: b}
  cb: {from: c, to: b}
`);
    expect(values(model.elements.get("b")?.characteristics)).toEqual({ authentication: "password inherited from boundary outer", "rate-limiting": "no inherited from boundary inner" });
    expect(values(model.flows.get("ab")?.characteristics)).toEqual({
      authentication: "password inherited from boundary outer", "encryption-in-transit": "yes inherited from boundary outer", "rate-limiting": "yes inherited from boundary outer",
    });
    expect(values(model.flows.get("cb")?.characteristics)).toEqual({});
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "`authentication` of what is in `box` and `inner` is `password` (boundary outer), but also `certificate` (boundary box); `password` counts.",
    ]);
  });
  test("[MOD-7] an element's own value is the default of the flows into it", () => {
    const { model } = read("elements:\n  a: {kind: process}\n  b: {kind: process, authentication: session}\nflows:\n  one: {from: a, to: b}\n  two: {from: a, to: b, authentication: no}\n");
    expect([values(model.flows.get("one")?.characteristics), values(model.flows.get("two")?.characteristics)]).toEqual([
      { authentication: "session inherited from element b" }, { authentication: "no declared" },
    ]);
  });
  test("[MOD-11] assumptions give way to everything and end with their last day", () => {
    const text = "elements:\n  a: {kind: process}\n  b: {kind: process, rate-limiting: no}\nassumptions:\n  x: {text: We think so., until: 2026-11-01, facts: {a.rate-limiting: yes, b.rate-limiting: yes}}\n";
    const on = (at: string) => values(read(text, { at }).model.elements.get("a")?.characteristics);
    expect([on("2026-11-01"), on("2026-11-02")]).toEqual([{ "rate-limiting": "yes assumed from assumption x" }, {}]);
    expect(problems(text, { at: "2026-11-01" }).map((p) => p.slice(0, 5))).toEqual(["C1058"]);
  });
});

describe("ways to write it", () => {
  test("[VAL-1] [VAL-4] [VAL-5] [VAL-6] short and long values, choices, sets and where a value comes from", () => {
    const { model, diagnostics } = read(`elements:
  a: {kind: process, rate-limiting: {value: true}, authentication: no, logged-events: [sign-in, changes, sign-in]}
  b: {kind: process, rate-limiting: {value: yes, source: scan, ref: r}, authentication: false, logged-events: no}
  c: {kind: process, rate-limiting: {value: unknown, source: test}, authentication: {value: yes, source: assumed}, logged-events: {value: [], source: sbom}}
`);
    expect([diagnostics, ...["a", "b", "c"].map((id) => values(model.elements.get(id)?.characteristics))]).toEqual([
      [],
      { "rate-limiting": "yes declared", authentication: "no declared", "logged-events": "changes,sign-in declared" },
      { "rate-limiting": "yes observed", authentication: "no declared", "logged-events": " declared" },
      { authentication: "yes assumed", "logged-events": " imported" },
    ]);
  });
  test("[VAL-8] what is stated comes before what is implied", () => {
    const { model } = read("elements:\n  a: {kind: store, technology: [encrypted-disk]}\n  b: {kind: store, technology: [encrypted-disk], encryption-at-rest: no}\n");
    expect(["a", "b"].map((id) => values(model.elements.get(id)?.characteristics))).toEqual([
      { "encryption-at-rest": "yes inferred from technology encrypted-disk" }, { "encryption-at-rest": "no declared" },
    ]);
  });
  test("[VAL-11] a characteristic of a pack that is not loaded is kept and noted", () => {
    const { model, diagnostics } = read("elements:\n  a: {kind: process, other.risky: true, other.list: {value: [x], source: iac}}\n");
    expect([values(model.elements.get("a")?.characteristics), diagnostics.map(({ code }) => code)]).toEqual([
      { "other.risky": "yes declared", "other.list": "x imported" }, ["C1051", "C1051"],
    ]);
  });
  test("[DOC-8] extensions may stand at every object; in maps by id they are ids", () => {
    const { model, diagnostics, documents } = read(`x-a: 1
policy: {x-p: 1}
data:
  d: {x-d: 1, personal: {x-e: 1, subjects: [s]}, derived-from: [], links: [{url: u, x-l: 1}]}
boundaries:
  b: {type: network, policy: {x-q: 1}, inside: {x-i: 1}}
elements:
  x-ray: {kind: process, x-f: {any: [thing]}, rate-limiting: {value: yes, x-g: 1}, levels: {confidentiality: public}}
`);
    expect([diagnostics, [...model.elements.keys()], documents[0]?.raw["x-a"]]).toEqual([[], ["x-ray"], 1]);
  });
  test("[MOD-15] a part without a boundary of its own is where the whole is", () => {
    const { model } = read("boundaries:\n  a: {type: network}\n  b: {type: network}\nelements:\n  whole: {kind: process, in: a}\n  part: {kind: process, part-of: whole}\n  piece: {kind: process, part-of: part}\n  moved: {kind: process, part-of: whole, in: b}\n");
    expect(["part", "piece", "moved"].map((id) => model.elements.get(id)?.in)).toEqual([["a"], ["a"], ["b"]]);
  });
  test("[MOD-13] a person's threat needs only a title", () => {
    const { model, diagnostics } = read("threats:\n  rogue-admin: {title: An administrator goes rogue.}\n");
    expect([diagnostics, model.threats.get("rogue-admin")]).toEqual([[], {
      id: "rogue-admin", title: "An administrator goes rogue.", at: [], where: { file: "model.yaml", line: 4, column: 3, path: "threats.rogue-admin" },
    }]);
  });
  test("[DOC-4] a key in the wrong kind of file is told where it goes", () => {
    expect(problems({ "model.yaml": header, "model/a.yaml": "title: T\ndecisions: {}\n", "decisions.yaml": "elements: {}\n", "views.yaml": "policy: {}\n" })).toEqual([
      "C1016 decisions.yaml:1:1 `elements` does not belong in this file; it goes into `model.yaml` or a file under `model/`.",
      "C1016 model/a.yaml:1:1 `title` does not belong in this file; it goes into `model.yaml`.",
      "C1016 model/a.yaml:2:1 `decisions` does not belong in this file; it goes into `decisions.yaml`.",
      "C1016 views.yaml:1:1 `policy` does not belong in this file; it goes into `policy.yaml`.",
    ]);
  });
});

describe("what does not fit", () => {
  test("[DOC-7] [ID-1] unknown keys, wrong types, missing keys, wrong values, each once and with the nearest", () => {
    const { diagnostics, model } = read("version: 1.10\nelements:\n  web: {kind: proces, tecnology: [a]}\n  db: {kind: store, in: 3, input-validaton: yes, encryption-in-transit: yes}\n  Bad_Id: {kind: process}\n  no-kind: {}\nflows:\n  f: {from: web, to: db, port: 70000}\n");
    expect(diagnostics.map(({ code, where, message, hint }) => `${code} ${where?.line}:${where?.column} ${message}${hint?.startsWith("Did") === true ? ` ${hint}` : ""}`)).toEqual([
      "C1021 3:10 `version` in the model takes text, not the number 1.1.",
      "C1023 5:15 `proces` is not a value of `kind` in element `web`; it takes `process`, `store` or `external`. Did you mean `process`?",
      "C1020 5:23 There is no key `tecnology` in element `web`. Did you mean `technology`?",
      "C1021 6:25 `in` in element `db` takes text or a list, not the number 3.",
      "C1020 6:28 There is no key `input-validaton` in element `db`. Did you mean `input-validation`?",
      "C1052 6:50 `encryption-in-transit` in element `db` describes flows, not elements.",
      "C1024 7:3 `Bad_Id` cannot be an id: it takes the letters `a` to `z`, digits and hyphens, starts with a letter and has at most 63 characters. Did you mean `bad-id`?",
      "C1022 8:3 Element `no-kind` has no `kind`, which it needs.",
      "C1026 10:32 `port` in flow `f` takes at most 65535, not 70000.",
    ]);
    expect([[...model.elements.keys()], [...model.flows.keys()]]).toEqual([["db"], []]);
  });
  test("[DOC-3] versions", () => {
    expect(problems({ "model.yaml": "merlon: 2\nid: x\nnew-thing: 1\n" })).toEqual(["C1012 model.yaml:1:9 This file says `merlon: 2`, but this program knows version 1 and older."]);
    expect(problems({ "model.yaml": "elements: {}\n" })).toEqual(["C1013 model.yaml:1:1 The file does not start a model: it has no `merlon: 1`."]);
  });
  test("[DOC-9] a model comes out of anything", () => {
    for (const text of ["", "- 1", "3", "\u0000", "merlon: [", "merlon: 1\nelements: 3\nflows: [a]\nid: {}\n", "merlon: x\nid: 7\nelements: {a: 3, b: null}\n"]) {
      const { model, diagnostics } = read({ "model.yaml": text });
      expect([typeof model.header.title, diagnostics.length > 0]).toEqual(["string", true]);
    }
  });
});
