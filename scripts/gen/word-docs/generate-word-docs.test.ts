// Every word of the library that a model may use stands on a page, and the README leads there.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInLibrary } from "@merlon/testkit";
import { generateWordDocs } from "./generate-word-docs.ts";

test("every word of the library is on a page that the index and the README lead to", () => {
  const pages = generateWordDocs();
  const { types, technologies, protocols, dataKinds, controls, scales, characteristics } = builtInLibrary();
  const text = [...pages.values()].join("\n");
  const words = [types, technologies, protocols, dataKinds, controls, scales, characteristics].flat();
  expect(words.filter(({ id }) => !text.includes(`| \`${id}\` |`)).map(({ id }) => id)).toEqual([]);
  const names = [...pages.keys()].map((path) => path.replace(/^.*\//, "")).filter((name) => name !== "README.md");
  expect(names.filter((name) => !pages.get("docs/reference/words/README.md")?.includes(`](${name})`))).toEqual([]);
  expect(readFileSync(new URL("../../../README.md", import.meta.url), "utf8")).toContain("](docs/reference/words/README.md)");
});
