import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./sha256.ts";

test("canonical JSON has sorted keys, no white space, and leaves out what is undefined", () => {
  expect(canonicalJson({ b: [1, { d: undefined, c: "é\n" }], a: null, "10": true, "9": -0.5 })).toBe('{"10":true,"9":-0.5,"a":null,"b":[1,{"c":"é\\n"}]}');
});

describe("SHA-256", () => {
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("standard vector %#", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });
  test("agrees with the platform's on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === createHash("sha256").update(text, "utf8").digest("hex")));
  });
});

describe("[EDT-5] the digest of a model", () => {
  const base = `data:
  d: {levels: {confidentiality: secret}, personal: {subjects: [staff, guests], purpose: Payroll.}}
elements:
  a: {kind: process}
  b: {kind: store, holds: [d], encryption-at-rest: yes}
flows:
  f: {from: a, to: b, carries: [d], protocol: https}
`;
  const digest = (text: string): string => readModel([{ path: "model.yaml", text: `merlon: 1\nid: shop\n${text}` }], testingLibrary).model.digest;

  test("is stable", () => {
    expect(digest(base)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digest(base)).toBe(digest(base));
  });
  test.each([
    ["prose", base.replace("{kind: process}", "{kind: process, title: A, description: B, tags: [x], links: [{url: y}], x-z: 1}")],
    ["comments and layout", `# note\n${base.replace("a: {kind: process}", "a:\n    kind: process # here")}`],
    ["the order of maps and sets", base.replace("[staff, guests]", "[guests, staff]").replace("  a: {kind: process}\n  b: {kind: store, holds: [d], encryption-at-rest: yes}", "  b: {encryption-at-rest: true, holds: [d], kind: store}\n  a: {kind: process}")],
    ["decisions, views and evidence", `${base}decisions: {S@f: {state: open}}\nviews: {v: {shows: dfd}}\nevidence: {e: {kind: test, ref: {uri: x}}}\n`],
    ["an unknown that is written", base.replace("protocol: https", "protocol: https, response: unknown")],
  ])("does not change with %s", (_, text) => {
    expect(digest(text)).toBe(digest(base));
  });
  test.each([
    ["a value", base.replace("at-rest: yes", "at-rest: no")], ["where a value comes from", base.replace("at-rest: yes", "at-rest: {value: yes, source: scan}")],
    ["a level", base.replace("secret", "public")], ["an id", base.replace(/\ba\b/g, "aa")], ["a flow's data", base.replace("carries: [d]", "carries: []")],
    ["the stage", `stage: operate\n${base}`], ["personal data", base.replace("[staff, guests]", "[staff]")],
  ])("changes with %s", (_, text) => {
    expect(digest(text)).not.toBe(digest(base));
  });
});
