// The meaning of conditions, twice: as the reader understands them when it sorts stored threats, and as rules of a pack that the engine runs. Both must agree on any condition and any picture, and the engine must ask nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readModel } from "@merlon/core";
import { analyze, assembleLibrary, readPacks } from "@merlon/engine";
import { builtInLibrary } from "@merlon/testkit";
import { importMicrosoft, line, modelXml, shape, templateXml, threat } from "./microsoft-model.ts";

const vocabulary = { ...builtInLibrary(), rules: [] };

const role = fc.constantFrom("source", "target", "flow");
const term = fc.oneof(
  fc.tuple(role, fc.constantFrom("GE.P", "SE.P.Web", "GE.DS", "GE.EI", "GE.DF", "ROOT")).map(([who, type]) => `${who} is '${type}'`),
  fc.tuple(role, fc.constantFrom("log", "tls", "odd"), fc.constantFrom("Yes", "No", "Not Selected", "Odd")).map(([who, name, value]) => `${who}.${name} is '${value}'`),
  fc.constantFrom("GE.TB.B", "GE.TB.L", "GE.P").map((type) => `flow crosses '${type}'`),
);
const condition = fc.letrec<{ readonly one: string }>((tie) => ({
  one: fc.oneof({ maxDepth: 3, withCrossShrink: true }, term, tie("one").map((part) => `not (${part})`), fc.tuple(tie("one"), fc.constantFrom("and", "OR"), tie("one")).map(([a, word, b]) => `(${a} ${word} ${b})`)),
})).one;

const value = fc.constantFrom("Yes", "No", "Odd", "Other");
const element = fc.record({ kind: fc.constantFrom("process", "web", "store", "external"), x: fc.integer({ min: 0, max: 60 }), log: fc.option(value, { nil: undefined }) });
const flow = fc.record({ ends: fc.constantFrom(["a", "b"], ["b", "c"], ["c", "a"]), tls: fc.option(value, { nil: undefined }), to: fc.integer({ min: 0, max: 60 }) });
const picture = fc.record({ elements: fc.tuple(element, element, element), flows: fc.tuple(flow, flow), box: fc.boolean(), edge: fc.boolean() });

test("[IMP-7] rules of a pack mean what the template's conditions mean", () => {
  fc.assert(fc.property(picture, fc.array(fc.tuple(condition, fc.option(condition, { nil: undefined })), { minLength: 1, maxLength: 4 }), ({ elements, flows, box, edge }, conditions) => {
    const types = conditions.map(([include, exclude], at) => ({ id: `T${at}`, include, ...(exclude === undefined ? {} : { exclude }) }));
    const shapes = [
      ...elements.map(({ kind, x, log }, at) => shape(kind, "abc"[at] ?? "", [x, at * 20], log === undefined ? {} : { log, odd: log })),
      ...flows.map(({ ends: [from = "", to = ""], tls, to: x }, at) => line("flow", `f${at}`, [from, to], [0, 5, x, 45], tls === undefined ? {} : { tls })),
      ...(box ? [shape("box", "z", [20, -5, 20, 200])] : []), ...(edge ? [line("line", "edge", ["", ""], [50, -5, 50, 200])] : []),
    ];
    const all = flows.flatMap(({ ends: [from = "", to = ""] }, at) => types.map(({ id }) => ({ id: `tmt-tiny.${id.toLowerCase()}@f${at}`, xml: threat(id, `f${at}`, [from, to], { Title: `tmt-tiny.${id.toLowerCase()}@f${at}` }) })));
    const { document, pack, losses } = importMicrosoft(modelXml(shapes, { template: templateXml(types), threats: all.map(({ xml }) => xml) }));
    const stale = losses.map(({ what }) => /^the stored threat "(.*)" /.exec(what)?.[1]);
    const { library, diagnostics } = assembleLibrary(readPacks(pack?.files ?? []), vocabulary);
    const { model } = readModel([{ path: "model.json", text: JSON.stringify(document) }], library);
    const { analysis } = analyze(model, library, { at: "2026-01-01" });
    expect([diagnostics, analysis.questions.filter(({ decides }) => decides.length > 0)]).toEqual([[], []]);
    expect(analysis.threats.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).filter((id) => !stale.includes(id)).sort());
  }), { numRuns: 150 });
}, 60_000);
