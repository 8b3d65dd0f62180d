// Answers go into the model until nothing about a protection is asked any more.
import { builtInLibrary } from "@merlon/testkit";
import { expect, test } from "vitest";
import { answeredAnalysis } from "./unprotected.ts";

const text = `merlon: 1
id: shop
data: {secret: {kind: credential.password, levels: {confidentiality: restricted}}}
boundaries: {out: {type: network, trust: untrusted}, in: {type: network, trust: internal}}
elements: {user: {kind: external, type: human.customer, in: out}, web: {kind: process, type: web.application, in: in}}
flows: {visit: {from: user, to: web, protocol: http, carries: [secret], response: []}}
`;

test("every question about a protection is answered with the least safe answer", () => {
  const library = builtInLibrary();
  const analysis = answeredAnalysis({ path: "model.yaml", text }, library);
  const answerable = new Set(library.characteristics.filter(({ kind }) => kind === "flag" || kind === "choice").map(({ id }) => id));
  expect(analysis.questions.filter(({ key, target }) => answerable.has(key) && ["element", "flow", "boundary"].includes(target.kind)).map(({ id }) => id)).toEqual([]);
  expect(analysis.threats.map(({ id }) => id)).toContain("script-injected-into-pages@web");
});
