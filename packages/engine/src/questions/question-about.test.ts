// Questions that nobody waits for: which key can be asked of which object, in the words of the catalogue.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { keysAskedOf, questionAbout } from "./question-about.ts";

const { model, library } = given("data: {d: {levels: {confidentiality: secret}}}\nelements: {a: {kind: process}, p: {kind: external}}\nflows: {f: {from: p, to: a, carries: [d]}}");

test("[QUE-6] any characteristic or field can be asked of an object that it applies to, though nothing hangs on it", () => {
  const found = questionAbout("egress-filtering", "a", model, library);
  expect([found?.decides, found?.weight, found?.worst, found?.target]).toEqual([[], 0, "info", { kind: "element", id: "a", title: "a" }]);
  expect([["carries", "f"], ["carries", "a"], ["actor", "p"], ["actor", "a"], ["lifetime", "d"], ["patching", "gone"], ["nonsense", "a"]].map(([key = "", object = ""]) => questionAbout(key, object, model, library)?.id)).toEqual([
    "carries@f", undefined, "actor@p", undefined, "lifetime@d", undefined, undefined,
  ]);
  expect([keysAskedOf("gone", model, library), keysAskedOf("f", model, library).slice(0, 4)]).toEqual([[], ["protocol", "port", "carries", "response"]]);
});
