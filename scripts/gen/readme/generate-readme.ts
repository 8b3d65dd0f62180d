// The table of commands in README.md, between its two markers, from the list that the command itself is made of.
import { readFileSync } from "node:fs";
import { registry } from "merlon";

const start = "<!-- commands: written by npm run gen -->";
const end = "<!-- /commands -->";

export function generateReadme(): ReadonlyMap<string, string> {
  return new Map([["README.md", withTable(readFileSync(new URL("../../../README.md", import.meta.url), "utf8"), commandTable())]]);
}

export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has lost its markers ${start} and ${end}.`);
  return `${text.slice(0, from + start.length)}\n\n${table}\n${text.slice(to)}`;
}

function commandTable(): string {
  const rows = registry.map(({ name, summary }) => `| [\`${name}\`](docs/reference/cli.md#merlon-${name}) | ${summary} |\n`);
  return `| command | what it does |\n|---|---|\n${rows.join("")}`;
}
