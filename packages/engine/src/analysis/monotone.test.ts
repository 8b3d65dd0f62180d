// The law of unknowns: an answer only ever refines what was open. What was known stays, and what is answered lies within what was possible.
import { readModel } from "@merlon/core";
import type { Characteristic, ModelDocument } from "@merlon/schema";
import { builtInLibrary, randomDocument, seeded } from "@merlon/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFactBase, factKeys } from "../facts/create-fact-base.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { Fact, Subject } from "../facts/subject.ts";
import { openQuestions, questionOf } from "../questions/build-questions.ts";
import { compileRules } from "../rules/compile-rule.ts";
import { evaluateTarget, inputsOf, targetsOf, type Instance } from "../rules/evaluate.ts";

const library = builtInLibrary();
// Paths count data, weaknesses and actors where they are stated (SPEC: PTH-12), so that these answers are news to them; paths/path-law.test.ts has their law.
const rules = [...compileRules(library).values()].filter(({ rule }) => rule.scope !== "path");
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const RUNS = { numRuns: 50 };

type Objects = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
interface Answer { readonly map: "elements" | "flows" | "boundaries" | "data"; readonly id: string; readonly key: string; readonly value: unknown }

function baseOf(document: unknown): FactBase {
  return createFactBase(readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at: "2026-01-01" }).model, library);
}

/** Not open: what the drawing says (flows, places) and what counts only where it is stated (SPEC: FCT-4, FCT-8). */
const CLOSED = new Set(["internet-facing", "end-to-end-encryption"]);

/** One field that is not stated, with an answer to it. */
function answerTo({ subjects, model }: FactBase, random: () => number): Answer | undefined {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = (): readonly string[] => [...model.data.keys()].filter(() => random() < 0.5);
  const valueOf = ({ kind, values, minimum }: Characteristic): unknown =>
    kind === "flag" ? pick(["yes", "no"]) : kind === "number" ? (minimum ?? 0) + Math.floor(random() * 400) : kind === "set" ? [values ? pick(values).id : "x"] : pick([...(values ?? []).map((v) => v.id), "yes", "no"]);
  const open: Answer[] = [];
  const offer = (map: Answer["map"], id: string, key: string, value: unknown) => open.push({ map, id, key, value });
  const characteristics = (map: Answer["map"], target: string, subject: Subject) => {
    for (const c of library.characteristics) {
      const fits = (c["applies-to"] as readonly string[]).includes(target) && !CLOSED.has(c.id) && (subject.kind !== "element" || (c["element-kinds"] ?? [subject.source.kind]).includes(subject.source.kind));
      if (fits && !subject.characteristics.has(c.id)) offer(map, subject.id, c.id, valueOf(c));
    }
  };
  for (const e of subjects.elements.values()) {
    characteristics("elements", "element", e);
    if (e.source.kind === "external") {
      if (!e.source.actor) offer("elements", e.id, "actor", pick(["anonymous", "customer", "employee", "supplier"]));
    } else for (const key of ["holds", "handles"] as const) if (!e.source[key]) offer("elements", e.id, key, some());
    if (!e.source.type && !e.source.technology) offer("elements", e.id, "type", pick(library.types.filter(({ kinds }) => kinds.includes(e.source.kind))).id);
  }
  for (const f of subjects.flows.values()) {
    characteristics("flows", "flow", f);
    for (const key of ["carries", "response"] as const) if (!f.source[key]) offer("flows", f.id, key, some());
    if (!f.source.protocol) offer("flows", f.id, "protocol", pick(library.protocols).id);
  }
  for (const b of subjects.boundaries.values()) {
    characteristics("boundaries", "boundary", b);
    if (!b.source.trust) offer("boundaries", b.id, "trust", pick(model.trustLevels));
  }
  for (const { id, source } of subjects.data.values()) {
    if (source.kind || source.derivedFrom.length > 0) continue;
    if (source.personal === undefined) offer("data", id, "personal", pick(["yes", "no"]));
    if (!("confidentiality" in source.levels)) offer("data", id, "levels", { confidentiality: pick(["public", "internal", "secret"]) });
  }
  return open.length > 0 ? pick(open) : undefined;
}

function answered(document: ModelDocument, { map, id, key, value }: Answer): unknown {
  const objects = document[map] as Objects;
  return { ...document, [map]: { ...objects, [id]: { ...objects[id], [key]: value } } };
}

/** An answer in place of a default is a change: a boundary's trust comes from its parent, an element's value holds for the flows into it. */
function replacesDefault({ map, id, key }: Answer, { subjects }: FactBase): boolean {
  if (map === "elements") return [...subjects.flows.values()].some((flow) => flow.to.id === id && flow.characteristics.has(key));
  if (map !== "boundaries") return false;
  if (key !== "trust") return true;
  for (let b = subjects.boundaries.get(id)?.parent; b; b = b.parent) if (b.source.trust) return true;
  return false;
}

function subjectsOf({ subjects }: FactBase): readonly Subject[] {
  return [...subjects.elements.values(), ...subjects.flows.values(), ...subjects.boundaries.values(), ...subjects.data.values(), subjects.root];
}

function values(base: FactBase): ReadonlyMap<string, Fact> {
  return new Map(subjectsOf(base).flatMap((subject) => factKeys(subject.kind).map((key) => [`${key} of ${subject.id}`, base.fact(subject, key)])));
}

/** Whether what is known after the answer was possible before it. */
function refines(before: Fact, after: Fact): boolean {
  if (before.assumed) return true;
  const text = (value: unknown): string => String(value);
  const allowed = before.value === undefined ? before.possible?.map(text) : [text(before.value)];
  const now = after.value === undefined ? after.possible?.map(text) : [text(after.value)];
  // A set grows from its first to its last possible value.
  if (Array.isArray(before.possible?.[0])) return true;
  return allowed === undefined || (now?.every((value) => allowed.includes(value)) ?? false);
}

function outcomes(base: FactBase): ReadonlyMap<string, Instance> {
  return new Map(rules.flatMap((rule) => targetsOf(rule.rule.scope, base).flatMap((target) => evaluateTarget(rule, target, base))).map((i) => [i.id, i]));
}

function kindOf(instance: Instance | undefined): string {
  return instance === undefined ? "absent" : instance.outcome === "threat" || instance.outcome === "question" ? instance.outcome : "safe";
}

test("[FCT-10] an answer only refines facts: what was known stays, what was open becomes one of what was possible", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library);
    const before = baseOf(document);
    const answer = answerTo(before, seeded(seed + 1));
    if (!answer || replacesDefault(answer, before)) return;
    const now = values(baseOf(answered(document, answer)));
    const wrong = [...values(before)].filter(([key, fact]) => !refines(fact, now.get(key)!)).map(([key, fact]) => `${key}: ${String(fact.value)} [${String(fact.possible)}] → ${String(now.get(key)!.value)}`);
    expect([answer, wrong]).toEqual([answer, []]);
  }), RUNS);
});

test("[RUL-3] an answer never turns a threat into none, nor what is no threat into one: only questions are decided", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library);
    const base = baseOf(document);
    const answer = answerTo(base, seeded(seed + 1));
    if (!answer || replacesDefault(answer, base)) return;
    const before = outcomes(base);
    const after = outcomes(baseOf(answered(document, answer)));
    const wrong = [...new Set([...before.keys(), ...after.keys()])].filter((id) => {
      const [was, is] = [kindOf(before.get(id)), kindOf(after.get(id))];
      // A member that the answer brought was a question about the list before.
      const list = before.get(id.replace(/\+.*/, ""));
      return was !== is && was !== "question" && !(list && kindOf(list) === "question");
    });
    expect([answer, wrong.map((id) => `${id} ${kindOf(before.get(id))} → ${kindOf(after.get(id))}`)]).toEqual([answer, []]);
  }), RUNS);
});

test("[QUE-1] whatever is open is asked: every question of a rule waits for something that somebody can answer", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const base = baseOf(randomDocument(seed, library));
    const waiting = [...outcomes(base).values()].filter(({ outcome }) => outcome === "question");
    expect(waiting.filter((instance) => inputsOf(instance, base).length === 0).map(({ id }) => id)).toEqual([]);
    expect(openQuestions(waiting, base).map((open) => questionOf(open, base)).filter(({ text }) => text.startsWith("What is ") && text.includes(" of ")).map(({ id }) => id)).toEqual([]);
  }), RUNS);
});
