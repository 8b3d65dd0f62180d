// The table replaces what stood between the markers and nothing else.
import { expect, test } from "vitest";
import { withTable } from "./generate-readme.ts";

const [start, end] = ["<!-- commands: written by npm run gen -->", "<!-- /commands -->"];

test("only what stands between the markers changes, and twice gives the same", () => {
  const text = `# A\n${start}\nold\n${end}\nmore\n`;
  const once = withTable(text, "| new |\n");
  expect(once).toBe(`# A\n${start}\n\n| new |\n\n${end}\nmore\n`);
  expect(withTable(once, "| new |\n")).toBe(once);
});

test("a page without markers is an error, not silence", () => {
  expect(() => withTable("# A\n", "")).toThrow("README.md has lost its markers");
});
