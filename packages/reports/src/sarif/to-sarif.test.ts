import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { counted, threat } from "../testing/sample-parts.ts";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { sampleRules } from "../testing/sample-rules.ts";
import { toJson } from "../json/to-json.ts";
import { sarifText, toSarif } from "./to-sarif.ts";

const official = join(import.meta.dirname, "../../../../../shared/corpus/findings/sarif-schema/sarif-2.1__schema__sarif-schema-2.1.0.json");
const log = toSarif(sampleAnalysis, sampleRules, { version: "0.1.0", root: "examples/shop" });

test("every status, the rules that ran, taxonomies and places", async () => {
  await expect(sarifText(log)).toMatchFileSnapshot("golden/shop.sarif");
});

test.runIf(existsSync(official))("it validates against the official schema (needs ../shared)", () => {
  const validate = validator();
  for (const one of [log, toSarif(counted({ ...sampleAnalysis, threats: [], rules: [] }), [])]) {
    validate(JSON.parse(toJson(one)));
    expect(validate.errors ?? []).toEqual([]);
  }
});

test.runIf(existsSync(official))("the validator would notice (needs ../shared)", () => {
  const validate = validator();
  validate({ ...log, runs: [{ ...log.runs[0], results: [{ level: "terrible" }] }] });
  expect(validate.errors?.length).toBeGreaterThan(0);
});

test("code scanning's limit keeps the first and says how many are left out", () => {
  const threats = Array.from({ length: 25_002 }, (_, n) => threat({ id: `rule@flow-${n}`, title: "Rule", target: { kind: "flow", id: `flow-${n}`, title: "Flow" } }));
  const [run] = toSarif(counted({ ...sampleAnalysis, threats }), sampleRules).runs;
  expect([run?.results.length, run?.results[0]?.partialFingerprints["merlonThreatId/v1"], run?.invocations[0]?.toolExecutionNotifications])
    .toEqual([25_000, "rule@flow-0", [{ level: "warning", message: { text: "2 threats left out: at most 25000 results fit." } }]]);
});

/** The schema is draft 4; apart from the name of its id it uses nothing that draft 7 reads differently. */
function validator(): ReturnType<Ajv["compile"]> {
  const { id, $schema: _, ...schema } = JSON.parse(readFileSync(official, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile({ ...schema, $id: String(id) });
}
