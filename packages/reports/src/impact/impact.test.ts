import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExposureChange } from "@merlon/schema";
import { ImpactSchema } from "@merlon/schema/results";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { toJson } from "../json/to-json.ts";
import { sarifText } from "../sarif/to-sarif.ts";
import { ansiStyle, plainStyle } from "../terminal/style.ts";
import { infected, payloads } from "../testing/payloads.ts";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { quietImpact, sampleImpact } from "../testing/sample-impact.ts";
import { counted, threat } from "../testing/sample-parts.ts";
import { sampleRules } from "../testing/sample-rules.ts";
import { exposureLines } from "./exposure-words.ts";
import { impactMarkdown } from "./impact-markdown.ts";
import { impactSarif } from "./impact-sarif.ts";
import { impactSetMarkdown } from "./impact-set-markdown.ts";
import { impactText } from "./impact-text.ts";
import { storyOf } from "./story.ts";

const page = { style: plainStyle, width: 100 };
const analysis = counted({ ...sampleAnalysis, threats: [...sampleAnalysis.threats.slice(1, 5), threat({ id: "no-second-factor@admin", title: "No second factor", target: { kind: "element", id: "admin", title: "Administration" } })] });

test("the samples are what the engine could have given", () => {
  expect([sampleImpact, quietImpact].flatMap((impact) => ImpactSchema.safeParse(impact).error?.issues ?? [])).toEqual([]);
});

test("a terminal tells what got worse and why first", async () => {
  await expect(impactText(sampleImpact, page)).toMatchFileSnapshot("golden/impact.txt");
});

test("a comment tells the same, the rest folded", async () => {
  await expect(impactMarkdown(sampleImpact)).toMatchFileSnapshot("golden/impact.md");
});

test("[IMC-9] where nothing that matters changed there is no comment, and a terminal says so in a line", () => {
  expect([impactMarkdown(quietImpact), impactText(quietImpact, page).split("\n").slice(1, 3), impactText({ ...quietImpact, operations: [] }, page).split("\n").slice(1)]).toEqual([
    "", ["1 change to the model, none that matters to its threats.", "✓ The gate lets it pass."], ["Nothing changed.", ""],
  ]);
});

test("[IMC-10] everything in the impact is told, once", () => {
  const items = storyOf(sampleImpact).flatMap((section) => section.items);
  const ids = items.map(({ id }) => id);
  const named = [...sampleImpact.threats.map(({ id }) => id), ...sampleImpact.decisions.map(({ key }) => key), ...sampleImpact.questions.map(({ question }) => question.id)];
  expect(named.map((id) => ids.filter((other) => other === id).length)).toEqual(named.map((id) => named.filter((other) => other === id).length));
  const exposed = items.flatMap(({ title, details }) => [title, ...details.filter(({ label }) => label === "and").flatMap(({ lines }) => lines)]).filter((text) => /Mail provider, outside|reached by anybody|against its policy|not in force|trusted less/.test(text));
  expect([exposed.length, items.length]).toEqual([sampleImpact.exposure.length, 7 + 2 + 2 + 4 + 1 + 8]);
});

test("[IMC-10] a comment keeps to its length, worst first, and counts what it leaves out", () => {
  const many = Array.from({ length: 2_000 }, (_, n) => ({ ...sampleImpact.threats[0]!, id: `rule@flow-${String(n).padStart(4, "0")}` }));
  const impact = { ...sampleImpact, threats: [...many, ...sampleImpact.threats.slice(1)] };
  for (const maxChars of [4_000, 9_000, 60_000]) {
    const text = impactMarkdown(impact, { maxChars, command: "merlon diff main..feature --all" });
    const told = text.match(/`rule@flow-\d+`/g)?.length ?? 0;
    const left = Number(/(\d+) of “What got worse”/.exec(text)?.[1]);
    const opened = (text.match(/<details>/g) ?? []).length;
    expect([text.length <= maxChars, text.length > maxChars * 0.6, opened === (text.match(/<\/details>/g) ?? []).length, text.includes("`merlon diff main..feature --all`")]).toEqual([true, true, true, true]);
    expect(told + left + (text.match(/^- [◆▲■●○] (?!.*(`rule@| (times|more)\*\*))/gm) ?? []).length).toBe(2_004);
  }
});

test("[IMC-24] what one cause brings alike to several places is told once, with all of them", () => {
  const [first] = sampleImpact.threats;
  const target = (n: number) => ({ kind: "flow", id: `mail-${n}`, title: `Mail ${n}` }) as const;
  const threats = Array.from({ length: 14 }, (_, index) => index + 10).map((n) => ({ ...first!, id: `rule@mail-${n}`, threat: { ...first!.threat, id: `rule@mail-${n}`, target: target(n), fixes: [{ ...first!.threat.fixes[0]!, text: `Use TLS on Mail ${n}.` }] } }));
  const exposure = threats.map(({ threat: { target: flow } }) => ({ ...sampleImpact.exposure[2]!, kind: "crossing" as const, target: flow }));
  const text = impactMarkdown({ ...sampleImpact, threats, exposure, decisions: [], questions: [] });
  expect(text.slice(text.indexOf("#### What got worse"), text.indexOf("#### Think of"))).toBe([
    "#### What got worse", "", "- ▲ high, new: **Unencrypted flow across a boundary, 14 times**", "  - at:", ...threats.slice(0, 12).map(({ id }, n) => `    - flow Mail ${n + 10} \`${id}\``), "    - and 2 more, told further down",
    "  - because:", "    - added the element Mail provider (model.yaml:38:3)", "    - added the flow Receipt (model.yaml:52:3)", "  - would clear it:", "    - Use TLS on Mail 10.", "    - and likewise at the other places",
    "- ▲ high, new: **Unencrypted flow across a boundary, 2 more**", "  - at:", ...threats.slice(12).map(({ id }, n) => `    - flow Mail ${n + 22} \`${id}\``),
    "  - because:", "    - added the element Mail provider (model.yaml:38:3)", "    - added the flow Receipt (model.yaml:52:3)", "",
    "#### What is more exposed", "", `- **${threats.slice(0, 11).map((_, n) => `Mail ${n + 10}`).join(", ")} and Mail 21 cross Internet**`, "  - and: Mail 22 and Mail 23 cross Internet", "  - because: Administration › in: shop-vpc → internet (model.yaml:33:3)", "", "",
  ].join("\n"));
});

test("[IMC-24] where many causes bring the same each place has its own, and exposure is told by kind", () => {
  const [first] = sampleImpact.threats;
  const causes = Array.from({ length: 9 }, (_, n) => ({ kind: "but-for", operations: [n % 8 + 1] }) as const);
  const threats = causes.slice(0, 2).map((cause, n) => ({ ...first!, id: `rule@mail-${n}`, cause }));
  const exposure = causes.map((cause, n) => ({ ...sampleImpact.exposure[1]!, cause: { ...cause, operations: n === 8 ? [1, 2] : cause.operations }, target: { kind: "element", id: `e-${n}`, title: `Element ${n}` } as const }));
  const [worse = "", exposed = ""] = impactMarkdown({ ...sampleImpact, threats, exposure, decisions: [], questions: [], reminders: [] }).split("\n#### ").slice(1);
  expect(worse.split("\n").slice(2, 6)).toEqual([
    "- ▲ high, new: **Unencrypted flow across a boundary, 2 times**", "  - at:",
    "    - flow Receipt `rule@mail-0`, because Administration › in: shop-vpc → internet (model.yaml:33:3)", "    - flow Receipt `rule@mail-1`, because added the element Mail provider (model.yaml:38:3)",
  ]);
  expect(exposed.split("\n").slice(2, 5)).toEqual(["- **Attackers get farther: 9 of 9**", "  - that is:", "    - Element 0 can be reached by anybody, before from outside, through others, because Administration › in: shop-vpc → internet (model.yaml:33:3)"]);
});

test("[IMC-24] exposure is said in one sentence of those that share it, both ways", () => {
  const [outside, reach, , gone, lower] = sampleImpact.exposure;
  const other = { kind: "element", id: "post", title: "Post office" } as const;
  const data = { kind: "data", id: "address", title: "Address" } as const;
  const said = (...changes: readonly ExposureChange[]) => exposureLines(changes).map(({ text, count }) => `${count} ${text}`);
  expect([
    ...said(outside!, { ...outside!, about: data }, { ...outside!, target: other }, { ...outside!, target: other, about: data }), ...said({ ...outside!, better: true, about: data }), ...said({ ...outside!, personal: true }, { ...outside!, about: data, personal: true }), ...said({ ...lower!, personal: true }),
    ...said({ ...reach!, before: "authenticated", after: "authenticated to anonymous" }, { ...reach!, target: other, before: "authenticated", after: "authenticated to anonymous" }), ...said({ ...lower!, better: false }, { ...lower!, better: false, about: data }), ...said(gone!),
  ]).toEqual([
    "4 Mail provider and Post office, outside, get Order and Address", "1 Mail provider does not get Address any more", "2 Mail provider, outside, gets personal data (Order and Address)", "1 Personal data (Order) is not at Legacy export any more, which is trusted less than the rest", "2 Administration and Post office can be reached perhaps by anybody, before by outsiders who have signed in",
    "2 Order and Address are at Legacy export, which is trusted less than any place before", "1 Disk encryption is not in force at Order database any more",
  ]);
});

test("[IMC-10] several models share one comment, those that fail the gate first, and the rest is named", () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ ...sampleImpact, head: { ...sampleImpact.head, model: `model-${n}` }, gate: n === 29 ? sampleImpact.gate : { failed: false, reasons: [] } }));
  const text = impactSetMarkdown([quietImpact, ...many], { maxChars: 20_000 });
  const markers = text.match(/^<!-- .* -->$/gm);
  expect([impactSetMarkdown([quietImpact]), text.length <= 20_000, markers, /Not shown[^\n]*: (\d+) more models, /.exec(text.slice(text.lastIndexOf("Not shown")))?.[1]]).toEqual(["", true, ["<!-- merlon -->", "<!-- merlon:model-29 -->", "<!-- merlon:model-0 -->", "<!-- merlon:model-1 -->", "<!-- merlon:model-2 -->"], "26"]);
});

test("[IMC-14] where one version does not have the model that is the cause of everything, said once", () => {
  const text = impactText({ ...sampleImpact, base: { ...sampleImpact.base, absent: true } }, page);
  expect([text.split("\n")[0], text.includes("because added")]).toEqual(["shop  main (0ac0ac4), where the model is not → feature (046cb45), as of 2026-11-02", false]);
});

test("[IMC-14] that the whole model is gone is said first, and what was open in it got no better", () => {
  const text = impactText({ ...sampleImpact, head: { ...sampleImpact.head, absent: true } }, page).split("\n");
  expect([text[1]?.startsWith("The whole model is gone, "), text.find((line) => /^[A-Z]/.test(line) && line.startsWith("The model")), text.some((line) => line.startsWith("What got better"))]).toEqual([true, "The model is gone", false]);
});

test("the gate switched off is told, and how", () => {
  expect([impactText(sampleImpact, { ...page, gate: "off" }).includes("✗ The gate would fail, and is switched off:"), impactMarkdown(sampleImpact, { gate: "off" }).includes("the gate is switched off")]).toEqual([true, true]);
});

test("[IMC-11] SARIF tells of each threat what the change did, under the fingerprint that it always has", () => {
  const [run] = impactSarif(sampleImpact, analysis, sampleRules, { root: "shop" }).runs;
  expect(run?.results.map(({ partialFingerprints, baselineState, relatedLocations = [] }) => [partialFingerprints["merlonThreatId/v1"], baselineState, relatedLocations.map(({ message }) => message.text)])).toEqual([
    ["plaintext-flow-across-boundary@receipt", "new", ["added the element Mail provider", "added the flow Receipt"]],
    ["query-built-from-input@web", "new", ["Administration › in: shop-vpc → internet", "Visit › via: edge, not stated before"]],
    ["policy-forbids-crossing@shop-vpc", "unchanged", []],
    ["insider-reads-orders", "updated", []],
    ["no-second-factor@admin", "new", ["Administration › in: shop-vpc → internet"]],
    ["plaintext-flow-across-boundary@web-to-orders", "absent", ["Web to orders › encryption-in-transit: yes → not stated any more, so that less is known"]],
    ["unlimited-requests@web", "absent", ["Visit › via: edge, not stated before"]],
    ["stale-export@legacy", "absent", ["removed the element Legacy export"]],
  ]);
});

const official = join(import.meta.dirname, "../../../../../shared/corpus/findings/sarif-schema/sarif-2.1__schema__sarif-schema-2.1.0.json");

test.runIf(existsSync(official))("SARIF validates against the official schema (needs ../shared)", () => {
  const { id, $schema: _, ...schema } = JSON.parse(readFileSync(official, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile({ ...schema, $id: String(id) });
  validate(JSON.parse(toJson(impactSarif(sampleImpact, analysis, sampleRules))));
  expect(validate.errors ?? []).toEqual([]);
});

test("no word of a model does anything in any output", () => {
  for (const payload of payloads) {
    for (const position of ["start", "end"] as const) {
      const sick = infected({ ...sampleImpact, operations: [], head: sampleImpact.head }, payload, position);
      const impact = { ...sampleImpact, ...sick, operations: infected(sampleImpact.operations, payload, position).map((operation, index) => ({ ...operation, kind: sampleImpact.operations[index]!.kind, map: sampleImpact.operations[index]!.map })) };
      const same = { ...impact, threats: impact.threats.map((change, index) => ({ ...change, change: sampleImpact.threats[index]!.change, cause: sampleImpact.threats[index]!.cause })), decisions: sampleImpact.decisions, exposure: sampleImpact.exposure.map((change) => ({ ...change, target: infected(change.target, payload, position) })), questions: impact.questions.map((change, index) => ({ ...change, change: sampleImpact.questions[index]!.change, cause: sampleImpact.questions[index]!.cause })) };
      // oxlint-disable-next-line no-control-regex -- the point of the test
      const wild = impactText(same, { ...page, style: ansiStyle, all: true }).replace(/\u001b\[\d{1,2}m/g, "").match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g);
      const [marker, ...body] = impactMarkdown(same).split("\n");
      const text = body.join("\n");
      const tags = (text.match(/<[^>]*>?/g) ?? []).filter((tag) => !["<details>", "</details>", "<summary>", "</summary>"].includes(tag));
      const references = text.match(/(?<!\\)\]\([^)]*\)/g);
      const results = impactSarif(same, infected(analysis, payload, position), sampleRules).runs.flatMap((run) => run.results);
      const messages = results.flatMap(({ message, relatedLocations = [] }) => [message.text, ...relatedLocations.map((one) => one.message.text)]).filter((said) => /\]\(|\{\d+\}/.test(said));
      expect({ payload, wild, tags, references, messages, marker: /^<!-- merlon:[\w./-]+ -->$/.test(marker ?? "") && !/--.*--.*--/.test(marker ?? "") }).toEqual({ payload, wild: null, tags: [], references: null, messages: [], marker: true });
      expect(JSON.parse(sarifText(impactSarif(same, analysis, sampleRules)))).toBeTruthy();
    }
  }
});

test("[IDT-8] a rename that is only probable is told with the command that confirms it, wherever an impact is told", () => {
  const impact = { ...sampleImpact, renames: [{ map: "elements", from: "orders-db", to: "order-store", title: "Order store", score: 0.87, decisions: ["open-store@orders-db"] }] } as const;
  const said = ["Probably renamed", "element `orders-db` → `order-store` (0.87)", "open-store@orders-db", "`merlon rename orders-db order-store --confirm`"];
  for (const text of [impactText(impact, page), impactMarkdown(impact)]) expect(said.filter((words) => !text.replaceAll("`", "").includes(words.replaceAll("`", "")))).toEqual([]);
});
