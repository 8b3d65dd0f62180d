// What `--json` prints is held to the published JSON Schemas, by a validator that is not ours.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

const folder = join(import.meta.dirname, "../../../spec/v1");
const ajv = new Ajv2020({ strict: false, allErrors: true });
const ids = new Map<string, string>();
for (const name of readdirSync(folder).filter((file) => file.endsWith(".schema.json") && file !== "merlon.schema.json")) {
  const schema = JSON.parse(readFileSync(join(folder, name), "utf8")) as { readonly $id: string };
  ids.set(name.replace(".schema.json", ""), schema.$id);
  ajv.addSchema(schema);
}

function problems(schema: string, value: unknown): readonly string[] {
  ajv.validate(ids.get(schema) ?? schema, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

const cases: readonly (readonly [words: readonly string[], code: number, shape: string, result?: string])[] = [
  [["analyze", "shop"], 0, "merlon/analyze/1", "analysis"],
  [["analyze", "."], 0, "merlon/analyze-set/1", "analysis-set"],
  [["stride", "shop"], 0, "merlon/stride/1", "stride-tables"],
  [["explain", threat, "shop"], 0, "merlon/explain/1", "explanation"],
  [["why-not", threat, "shop"], 0, "merlon/why-not/1", "explanation"],
  [["diff", "shop", "shop"], 0, "merlon/diff/1", "impact"],
  [["diff", "shop", "--view", "live..target"], 0, "merlon/diff/1", "impact"],
  [["impact", "shop", "--set", "visit.protocol=https"], 0, "merlon/impact/1", "impact"],
  [["merge", "shop", "shop", "shop"], 0, "merlon/merge/1"],
  [["check", "shop"], 0, "merlon/check/1"],
  [["landscape", "web", "shop"], 0, "merlon/landscape/1", "landscape"],
  [["landscape", "diff", "shop..shop", "web"], 0, "merlon/landscape-diff/1", "landscape-diff"],
  [["due", "shop"], 0, "merlon/due/1", "due"],
  [["data", "shop"], 0, "merlon/data/1"],
  [["diagram", "shop", "--format", "mermaid"], 0, "merlon/diagram/1"],
  [["report", "shop", "--format", "sarif"], 0, "merlon/report/1"],
  [["rules", "list"], 0, "merlon/rules-list/1"],
  [["rules", "show", "plaintext-flow-across-boundary"], 0, "merlon/rules-show/1"],
  [["words", "protocol"], 0, "merlon/words/1"],
  [["schema"], 0, "merlon/schema/1"],
  [["analyze", "nowhere"], 2, "merlon/analyze/1"],
  [["rules", "shwo"], 2, "merlon/rules/1"],
  [["nonsense"], 2, "merlon/merlon/1"],
];

for (const [words, code, shape, result] of cases) {
  test(`${words.join(" ")} --json prints an envelope as published`, async () => {
    const { json } = await workplace(shop);
    const ran = await json<unknown>(...words);
    expect([ran.code, ran.envelope.schema, ran.envelope.ok, problems("envelope", ran.envelope), result === undefined ? [] : problems(result, ran.envelope.result)]).toEqual([code, shape, code === 0, [], []]);
  });
}
