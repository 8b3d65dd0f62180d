// Every output of attack paths on one small sample; the bundle against the schema of Attack Flow.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AttackPathsSchema } from "@merlon/schema/results";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { samplePaths } from "../testing/sample-paths.ts";
import { attackFlow } from "./attack-flow.ts";
import { attackTree } from "./attack-tree.ts";
import { pathsDot } from "./paths-dot.ts";
import { pathsMarkdown, pathsSection } from "./paths-markdown.ts";
import { pathsMermaid } from "./paths-mermaid.ts";
import { pathsText } from "./paths-text.ts";
import { sha1 } from "./sha1.ts";

const page = { style: plainStyle, width: 100, command: (verb: string) => `merlon ${verb}` };
const flow = { at: "2026-11-01", generator: "Merlon 0.1.0" };
const golden = (name: string) => fileURLToPath(new URL(`./golden/${name}`, import.meta.url));

test("the sample is what the engine could have given", () => {
  expect(AttackPathsSchema.safeParse(samplePaths).error?.issues ?? []).toEqual([]);
});

test("[PTH-9] every output tells the hops, what must come together, and that the result is partial", async () => {
  await expect(pathsText(samplePaths, { ...page, all: true })).toMatchFileSnapshot(golden("paths.txt"));
  await expect(pathsText(samplePaths, { ...page, all: false })).toMatchFileSnapshot(golden("paths-short.txt"));
  await expect(pathsMarkdown(samplePaths)).toMatchFileSnapshot(golden("paths.md"));
  await expect(pathsSection(samplePaths, 3).map(({ source }) => source).join("\n\n")).toMatchFileSnapshot(golden("section.md"));
  await expect(attackTree(samplePaths)).toMatchFileSnapshot(golden("tree.txt"));
  await expect(pathsMermaid(samplePaths)).toMatchFileSnapshot(golden("paths.mmd"));
  await expect(pathsDot(samplePaths)).toMatchFileSnapshot(golden("paths.dot"));
  await expect(`${JSON.stringify(attackFlow(samplePaths, flow), null, 1)}\n`).toMatchFileSnapshot(golden("flow.json"));
});

test("[PTH-9] whose cheapest path is what anybody can do is told in a line; a class that is none is left out", () => {
  const [path] = samplePaths.paths;
  const supplier = { ...path!, id: "supplier..card+confidentiality", entry: "supplier" };
  const paths = { ...samplePaths, attackers: [...samplePaths.attackers, { id: "supplier", title: "A supplier", starts: [] }], jewels: [{ ...samplePaths.jewels[0]!, class: "none" as const }], paths: [path!, supplier] };
  const lines = pathsText(paths, { ...page, all: true }).split("\n");
  expect(lines.filter((line) => line.includes("A supplier") || line.includes("becomes known"))).toEqual(["Card number becomes known  card, confidentiality", "  as anybody: A supplier"]);
  expect([pathsMarkdown(paths).includes("As anybody: A supplier."), attackTree(paths).includes("  As anybody: A supplier")]).toEqual([true, true]);
});

test("[PTH-10] the bundle keeps the schema of Attack Flow 2.0, holds one flow, and names only what it holds", () => {
  const { objects } = attackFlow(samplePaths, flow);
  const ids = new Set(objects.map(({ id }) => id));
  const named = objects.flatMap((object) => Object.entries(object).filter(([key]) => key.endsWith("_refs") || key === "created_by_ref").flatMap(([, value]) => value as string | readonly string[]));
  expect([objects.filter(({ type }) => type === "attack-flow").length, ids.size === objects.length, named.filter((id) => !ids.has(id))]).toEqual([1, true, []]);
  const wrong = validator();
  expect(objects.filter(({ type }) => type.startsWith("attack-")).flatMap((object) => wrong(object))).toEqual([]);
});

/** The schema lies beside the repository; without it nothing is checked, and that is said. */
function validator(): (object: unknown) => readonly string[] {
  const file = fileURLToPath(new URL("../../../../../shared/data/attack/attack-flow/attack-flow-schema-2.0.0.json", import.meta.url));
  if (!existsSync(file)) {
    console.warn("Not checked: the schema of Attack Flow is not here.");
    return () => [];
  }
  const text = readFileSync(file, "utf8");
  const ajv = new Ajv2020({ strict: false, formats: { "date-time": true } });
  // What the schema refers to of STIX itself, in the parts that matter here.
  const references = new Set([...text.matchAll(/"\$ref": "(https?:[^"]+)"/g)].map(([, url]) => url!));
  const core = [...references].find((url) => url.endsWith("/core.json"))!;
  for (const url of references) if (url !== core) ajv.addSchema({ $id: url, type: "string" });
  ajv.addSchema({ $id: core, type: "object", properties: { type: {}, spec_version: {}, id: { pattern: "^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }, created_by_ref: {}, created: {}, modified: {} }, required: ["type", "id", "created", "modified"] });
  const validate = ajv.compile(JSON.parse(text) as object);
  return (object) => (validate(object) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""} ${JSON.stringify(error.params)}`));
}

test("[PTH-10] the same paths give the same ids, another day the same ids with other dates", () => {
  const one = attackFlow(samplePaths, flow);
  const later = attackFlow(samplePaths, { ...flow, at: "2026-12-01" });
  expect(attackFlow(samplePaths, flow)).toEqual(one);
  expect(later.objects.map(({ id }) => id)).toEqual(one.objects.map(({ id }) => id));
});

test("SHA-1 is that of everybody else", () => {
  for (const length of [0, 1, 55, 56, 63, 64, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
    expect(Buffer.from(sha1(bytes)).toString("hex")).toBe(createHash("sha1").update(bytes).digest("hex"));
  }
});
