import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { base64OfHex, cspSource } from "./csp-source.ts";

test("base 64 of every length of bytes is what Node says", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(base64OfHex(Buffer.from(bytes).toString("hex"))).toBe(Buffer.from(bytes).toString("base64"));
  }));
});

test("a text is named by its SHA-256", () => {
  expect(cspSource("alert(1)")).toBe(`'sha256-${createHash("sha256").update("alert(1)").digest("base64")}'`);
});
