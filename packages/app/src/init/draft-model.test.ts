import { printYaml, readModel } from "@merlon/core";
import { analyze } from "@merlon/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withDefaultPacks } from "../library/choose-packs.ts";
import { openSession } from "../session.ts";
import { draftModel } from "./draft-model.ts";
import { interview, optionsOf, type InterviewAnswers } from "./interview.ts";
import { exampleAnswers } from "./read-answers.ts";

const library = withDefaultPacks((await openSession()).builtIn.library);

function read(answers: InterviewAnswers) {
  return readModel([{ path: "model.yaml", text: printYaml(draftModel(answers)) }], library);
}

test("a typical run gives a handful of threats and asks little", () => {
  const { model, diagnostics } = read(exampleAnswers);
  const { counts, threats, questionGroups } = analyze(model, library, { at: "2026-06-01" }).analysis;
  expect(diagnostics).toEqual([]);
  expect(threats.map(({ id }) => id)).toEqual(expect.arrayContaining(["administration-without-second-factor@administer-remotely", "boundary-lets-everything-in@system", "sensitive-store-not-encrypted@database"]));
  expect([threats.length <= 12, counts.questions <= 15, questionGroups.filter(({ depth }) => depth === "sketch").length <= 5]).toEqual([true, true, true]);
});

test("what is said becomes elements, flows and data, what is not known is left out", () => {
  const { elements, flows, boundaries, data } = draftModel({ name: "Fit", form: "mobile", users: ["customers"], from: "internet", "sign-in": "second-factor", data: ["health", "published"], secrecy: "high", stores: ["files"], others: ["ai"], operation: ["unknown"] });
  expect(data).toEqual({
    "health-data": { title: "Health data", kind: "user.health", levels: { confidentiality: "secret" } },
    "published": { title: "Published content", kind: "public", levels: { confidentiality: "public" } },
    "password": { title: "Password", kind: "credential.password", levels: { confidentiality: "secret" }, personal: "no" },
  });
  expect(Object.keys(boundaries ?? {})).toEqual(["system", "devices", "internet"]);
  expect(Object.entries(elements ?? {}).map(([id, { kind, in: inside }]) => `${id}: ${kind} in ${String(inside)}`)).toEqual([
    "server: process in system", "mobile-app: process in devices", "customer: external in internet", "files: store in system", "ai-service: external in internet",
  ]);
  expect(flows?.["mobile-app-to-server"]).toEqual({
    "title": "Talk to the server of the app", "from": "mobile-app", "to": "server", "authentication": "session", "multi-factor": "code", "carries": ["health-data", "published", "password"], "response": ["health-data", "published"],
  });
  expect(flows?.["server-to-ai-service"]).toEqual({ title: "Ask the AI model", from: "server", to: "ai-service" });
});

test("of several ways to sign in each gets the weakest of its kind, and the database keeps what passwords are checked against", () => {
  const { data, elements, flows } = draftModel({ name: "X", form: "web", users: ["customers", "partners"], from: "internet", "sign-in": ["second-factor", "elsewhere", "certificate", "password"], data: ["account"], stores: ["database"] });
  expect([flows?.["customer-to-web-app"], flows?.["partner-to-web-app"]].map((flow) => [flow?.authentication, flow?.["multi-factor"], flow?.carries])).toEqual([["session", "no", ["account", "password"]], ["mutual-tls", undefined, ["account"]]]);
  expect([elements?.["database"]?.holds, flows?.["web-app-to-database"]?.response, data?.["password-hash"]?.["derived-from"]]).toEqual([["account", "password-hash"], ["account", "password-hash"], [{ data: "password", by: "hashed" }]]);
  expect(Object.keys(draftModel({ "name": "X", "form": "web", "users": ["customers"], "sign-in": "password", "data": ["account"], "stores": ["files"] }).data ?? {})).toEqual(["account", "password"]);
});

test("sure, missing and not known are three different things", () => {
  const store = (answers: InterviewAnswers) => draftModel({ name: "X", form: "web", users: ["staff"], data: ["other"], stores: ["database"], ...answers }).elements?.["database"]?.["encryption-at-rest"];
  expect([store({ present: ["stored"] }), store({ present: ["outside"], missing: ["stored"] }), store({ present: ["none"] }), store({ present: ["outside"] }), store({})]).toEqual(["yes", "no", "no", undefined, undefined]);
});

test("whatever is answered, the model is sound", () => {
  const answers = fc.record(Object.fromEntries(interview.map((question) => {
    const values = (question.id === "sent-out" ? ["contact", "none"] : optionsOf(question, exampleAnswers).map(({ value }) => value)) as [string, ...string[]];
    const answer: fc.Arbitrary<string | string[]> = question.kind === "text" ? fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) : question.kind === "one" ? fc.constantFrom(...values) : fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });
    return [question.id, question.needed ? answer : fc.option(answer, { nil: undefined })];
  })));
  fc.assert(fc.property(answers, (given) => {
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as InterviewAnswers;
    expect(read(known).diagnostics.filter(({ code }) => !code.startsWith("C106"))).toEqual([]);
  }), { numRuns: 150 });
});
