import { expect, test } from "vitest";
import { threatCategory } from "./threat-category.ts";

test("case and spelling of categories do not matter; other methods and languages are not guessed", () => {
  expect(["Information disclosure", "ELEVATION OF PRIVILEGES", "Non-repudiation", "Linkability", "Confidentiality", "Generic", "Täuschung", "constructor"].map(threatCategory)).toEqual([
    { stride: "I", guessed: false }, { stride: "E", guessed: false }, { linddun: "non-repudiation", guessed: false }, { linddun: "linking", guessed: false },
    { stride: "I", guessed: true }, undefined, undefined, undefined,
  ]);
});
