// The file of results: sections of lines, and all figures in one table at its end. It is read again so that a part can be measured alone.
import type { Section } from "./section.ts";

const figuresTitle = "Figures";

export function printResults(sections: readonly Section[], rules: number): string {
  return [
    "# Quality", "", `Measured by \`npm run bench:quality\` with ${rules} stable rules; redo it with the same command. The samples lie beside the repository; none of them was made here.`, "",
    ...sections.flatMap(({ title, lines: body }) => [`## ${title}`, "", ...body, ""]),
    `## ${figuresTitle}`, "", "| section | figure | value |", "|---|---|---|",
    ...sections.flatMap(({ title, figures }) => Object.entries(figures).map(([name, value]) => `| ${title.slice(0, 3)} | ${name} | ${Number.isInteger(value) ? value : value.toFixed(3)} |`)), "",
  ].join("\n");
}

export function readResults(text: string): readonly Section[] {
  const parts = text.split(/^## /m).slice(1).map((part) => part.trimEnd().split("\n"));
  const figures = parts.find(([title]) => title === figuresTitle) ?? [];
  return parts.filter(([title]) => title !== figuresTitle).map(([title = "", , ...lines]) => ({
    title, lines, figures: Object.fromEntries(figures.flatMap((row) => {
      const [, section, name, value] = /^\| (\(\w\)) \| (.*) \| ([-\d.]+) \|$/.exec(row) ?? [];
      return section === title.slice(0, 3) && name !== undefined ? [[name, Number(value)]] : [];
    })),
  }));
}
