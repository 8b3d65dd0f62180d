// A reader for a foreign format that already passes: it knows a title and a list of parts, and accounts for the rest.
import { camel, pascal, requireId, sentence } from "./names.ts";
import type { Scaffold } from "./scaffold.ts";

export function newFormat(what: string): Scaffold {
  const id = requireId(what);
  const folder = `packages/formats/src/${id}`;
  return {
    files: { [`${folder}/${id}.ts`]: formatText(id), [`${folder}/read-${id}.ts`]: readerText(id), [`${folder}/read-${id}.test.ts`]: testText(id) },
    edits: [
      { path: "packages/formats/src/formats.ts", change: (text) => listed(text, id) },
    ],
    after: [],
    next: [
      `Say in ${folder}/${id}.ts how a file of this format is recognised.`,
      `Read it in ${folder}/read-${id}.ts: every value is carried, layout, computed, or a loss with its reason.`,
      `Run npx vitest run ${folder} and npm run gen.`,
    ],
  };
}

function listed(text: string, id: string): string {
  const lastImport = text.lastIndexOf("\nimport ") + 1;
  const end = text.indexOf("\n", lastImport) + 1;
  const line = `import { ${camel(id)} } from "./${id}/${id}.ts";\n`;
  return `${text.slice(0, end)}${line}${text.slice(end)}`.replace(/(formats: readonly Format\[\] = \[[^\]]*?),?(\s*\];)/, `$1, ${camel(id)}$2`);
}

function formatText(id: string): string {
  return `// ${sentence(id)}: how its files are recognised and read.
import type { Format } from "../format.ts";
import { isMap } from "../foreign/place.ts";
import { read${pascal(id)} } from "./read-${id}.ts";

export const ${camel(id)}: Format = {
  id: "${id}",
  title: "${sentence(id)}",
  extensions: [".json", ".yaml"],
  recognises: ({ value }) => isMap(value) && "${id}-version" in value,
  read: read${pascal(id)},
};
`;
}

function readerText(id: string): string {
  return `// Reads ${sentence(id).toLowerCase()} files: parts become processes; what the reader does not claim is listed as a loss.
import { closeDraft, countDraft, openDraft } from "../document-draft.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { closeAccount } from "../foreign/account.ts";
import { openIntake, takeLine, takeMaps } from "../foreign/intake.ts";
import { readForeign } from "../foreign/read-foreign.ts";
import { assignIds } from "../ids/assign-ids.ts";
import { slug, titleId } from "../ids/slug.ts";
import { nothingRead } from "../open-file.ts";

const system = "${id}";

export function read${pascal(id)}(text: string, options: ReadOptions): ReadResult {
  const { parsed, diagnostics } = readForeign(text, options.path, options.limits);
  if (parsed.value === undefined) return nothingRead(system, diagnostics);
  const intake = openIntake(parsed, options.path);
  const root = { at: "", value: parsed.value };
  const title = takeLine(intake, root, "title") ?? "Imported model";
  const version = takeLine(intake, root, "${id}-version") ?? "unknown";
  const parts = takeMaps(intake, root, "parts").map((place) => ({ source: takeLine(intake, place, "id") ?? "", name: takeLine(intake, place, "name") ?? "" }));
  const wishes = parts.map(({ source, name }) => ({ key: source, map: "elements" as const, sources: [source], kind: "part", names: () => [titleId(name, "part")].filter((id) => id !== undefined) }));
  const { ids } = assignIds([wishes], system, options.previous);
  const draft = openDraft();
  for (const { source, name } of parts) draft.elements.set(ids.get(source) ?? source, { kind: "process", title: name, sources: [{ system, id: source }] });
  const document = closeDraft(draft, { merlon: 1, id: slug(title) || "imported", title });
  return { format: system, formatVersion: version, document, losses: closeAccount(intake.account, root), diagnostics: intake.diagnostics, counts: countDraft(draft) };
}
`;
}

function testText(id: string): string {
  return `// A small file, whole: what is carried, and what is listed as lost.
import { expect, test } from "vitest";
import { detectFormat } from "../index.ts";
import { read${pascal(id)} } from "./read-${id}.ts";

const text = '{"${id}-version": "1", "title": "Shop", "parts": [{"id": "p1", "name": "Web"}], "mood": "sunny"}';

test("a file is found out to be of this format", () => {
  expect(detectFormat("shop.json", text).format?.id).toBe("${id}");
});

test("parts become processes, an unknown field is a loss", () => {
  expect(read${pascal(id)}(text, { path: "shop.json" })).toEqual({
    format: "${id}",
    formatVersion: "1",
    document: { merlon: 1, id: "shop", title: "Shop", elements: { web: { kind: "process", title: "Web", sources: [{ system: "${id}", id: "p1" }] } } },
    losses: [{ kind: "dropped", at: "/mood", what: "\`mood\`: sunny", why: "The reader does not know this field." }],
    diagnostics: [],
    counts: { boundaries: 0, elements: 1, flows: 0, threats: 0 },
  });
});
`;
}
