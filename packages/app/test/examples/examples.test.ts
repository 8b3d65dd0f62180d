// The examples are whole models, and each keeps a promise: everything-wrong fires every stable rule, well-built answers every one of them.
import { join } from "node:path";
import { explain } from "@merlon/engine";
import { beforeAll, expect, test } from "vitest";
import { analyzeModels, type AnalysedModel } from "../../src/analyze-models.ts";
import { withDefaultPacks } from "../../src/library/choose-packs.ts";
import { lockText, wholeLock } from "../../src/lock/lock-model.ts";
import { place } from "../place.ts";
import { session } from "./example-models.ts";

const found = new Map<string, readonly AnalysedModel[]>();
/** Those of the packs that are on by default: an optional pack has promises of its own. */
const stable = withDefaultPacks(session.builtIn.library).rules.filter(({ status }) => status === "stable").map(({ id }) => id);

beforeAll(async () => {
  for (const name of ["everything-wrong", "one-line", "online-boutique", "stages", "webshop", "well-built"]) found.set(name, (await analyzeModels(name, session)).models);
}, 60_000);

function models(name: string): readonly AnalysedModel[] {
  return found.get(name) ?? [];
}

function analysis(name: string) {
  const [first] = models(name);
  if (first === undefined) throw new Error(`There is no example ${name}.`);
  return first.analysis;
}

test("no example has a mistake; the one crossing that a policy forbids is meant", () => {
  const said = [...found.values()].flat().flatMap(({ diagnostics }) => diagnostics.filter(({ code }) => code !== "A4013").map((d) => `${d.severity} ${d.code} ${d.where?.file ?? ""}: ${d.message}`));
  expect(said).toEqual(["info C1044 everything-wrong/order-bus.yaml: Flow `dump` goes into boundary `trade`, whose policy allows only listed flows and protocols."]);
});

test("everything-wrong fires every stable rule", () => {
  const fired = new Set(models("everything-wrong").flatMap((model) => model.analysis.threats.map(({ rule }) => rule?.id)));
  expect(stable.filter((id) => !fired.has(id)).map((id) => `expected a threat from rule ${id}`)).toEqual([]);
});

test("each fix that can be tried clears its threat", () => {
  const tried = ["everything-wrong", "webshop", "online-boutique"].flatMap(models).flatMap(({ name, loaded, analysis: { threats } }) => threats.flatMap(({ id }) => {
    const fixes = explain(id, loaded.model, loaded.library, { at: session.at })?.fixes ?? [];
    return fixes.map(({ clears, fix }) => ({ clears, text: `${name} ${id}: ${fix.text}` }));
  }));
  expect(tried.filter(({ clears }) => clears === true).length).toBeGreaterThan(100);
  expect(tried.filter(({ clears }) => clears === false).map(({ text }) => text)).toEqual([]);
});

test("everything-wrong is read by people: each model is small and says what it is", () => {
  for (const { name, analysis: { counts, model } } of models("everything-wrong")) {
    expect(counts.elements, name).toBeGreaterThanOrEqual(3);
    expect(counts.elements, name).toBeLessThanOrEqual(12);
    expect(model.title, name).not.toBe(model.id);
  }
});

test("well-built: every stable rule finds something to examine, none is left open, none fires", () => {
  const { rules, counts, questions, threats, model } = analysis("well-built");
  const examined = rules.filter((rule) => rule.checked + rule.mitigated > 0).map(({ rule }) => rule);
  const ofOtherStages = new Set(session.builtIn.library.rules.filter(({ stages = [model.stage] }) => !stages.includes(model.stage)).map(({ id }) => id));
  expect(stable.filter((id) => !examined.includes(id) && !ofOtherStages.has(id)).map((id) => `expected rule ${id} to be examined`)).toEqual([]);
  expect([model.depth, threats.map(({ id }) => id), questions.map(({ id }) => id), counts.deeperQuestions]).toEqual(["full", [], [], 0]);
});

test("one-line gives no threat and asks at most five things of each object", () => {
  const { threats, questions, counts } = analysis("one-line");
  expect([counts.elements, counts.flows, threats]).toEqual([2, 1, []]);
  for (const id of ["user", "app", "use"]) expect(questions.filter(({ target, depth }) => target.id === id && depth !== "full").length, id).toBeLessThanOrEqual(5);
});

test.each(["process", "store", "external"])("[FCT-11] a bare %s gives no threat and at most five questions", async (kind) => {
  const { session: there } = await place({ "model.yaml": `merlon: 1\nid: one\nelements: {thing: {kind: ${kind}}}\n` });
  const { models: [one] } = await analyzeModels(".", there);
  expect(one?.analysis.threats).toEqual([]);
  expect(one?.analysis.questions.length).toBeLessThanOrEqual(5);
});

test("online-boutique: what the manifests say is judged, what they do not say is asked", () => {
  const { threats, counts } = analysis("online-boutique");
  expect(threats.map(({ id, severity }) => `${severity} ${id}`)).toEqual([
    "critical plaintext-flow-across-boundary@visit",
    "high boundary-lets-everything-in@cluster",
    "high message-can-be-changed-on-the-way@visit",
    "high stolen-data-can-leave@cluster",
    "high unauthenticated-flow-into-store@cart-to-redis",
    "medium secret-in-clear-inside-network@checkout-to-mail",
    "medium secret-in-clear-inside-network@checkout-to-payment",
    "medium secret-in-clear-inside-network@checkout-to-shipping",
    "medium secret-in-clear-inside-network@frontend-to-checkout",
    "medium secret-in-clear-inside-network@frontend-to-shipping",
  ]);
  expect(counts.questions).toBeLessThanOrEqual(10);
});

test("webshop: a team can work off its threats and answer its questions in one session", () => {
  const { counts, threats, questionGroups, questions, model } = analysis("webshop");
  const asked = new Set(questions.filter(({ depth }) => depth !== "full").map(({ id }) => id));
  const groups = questionGroups.filter((group) => group.questions.some((id) => asked.has(id)));
  expect(model.depth).toBe("standard");
  expect([counts.elements, counts.threats, counts.planned, counts.accepted, counts.dismissed]).toEqual([28, 21, 2, 1, 1]);
  expect([counts.questions, groups.length]).toEqual([16, 9]);
  expect(threats.filter(({ status, severity }) => status === "open" && severity === "critical")).toEqual([]);
});

/** After a change of the library: `npx vitest run packages/app/test/examples -u`, when what it does to the shop is right. */
test("webshop: its lock names the knowledge in use", async () => {
  const [webshop] = models("webshop");
  if (webshop === undefined) throw new Error("There is no example webshop.");
  await expect(lockText(await wholeLock(webshop.loaded, session))).toMatchFileSnapshot(join(session.cwd, "webshop", "merlon.lock"));
});

test("webshop: every decision stands", () => {
  expect(analysis("webshop").decisions.map(({ key, state }) => `${state} ${key}`)).toEqual([
    "valid S@load-pictures",
    "valid administration-without-second-factor@open-shell",
    "valid sensitive-store-not-encrypted@order-queue",
    "valid slow-dependency-stops-service@charge",
  ]);
});
