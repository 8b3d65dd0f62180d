// `merlon rules show` for people: the rule's page, with its marks of Markdown turned into emphasis where the terminal shows it.
import type { RuleDocumentation } from "@merlon/app";
import { printYaml } from "@merlon/core";
import { ink, line, renderLines, ruleMarkdown, type Line, type Page, type Piece } from "@merlon/reports";
import type { RuleTest } from "@merlon/schema";

export function ruleText({ rule, avoid, prefer }: RuleDocumentation, page: Page): string {
  const markdown = ruleMarkdown({ rule, avoid: exampleOf(avoid), prefer: exampleOf(prefer) });
  return renderLines(markdown.trimEnd().split("\n").filter((text) => !text.startsWith("```")).map(lineOf), page);
}

function exampleOf(test: RuleTest | null) {
  return test === null ? undefined : { test, yaml: printYaml(test.model) };
}

function lineOf(text: string): Line {
  const heading = /^#+ (.*)$/.exec(text)?.[1];
  if (heading !== undefined) return line(ink("bold", heading));
  const inner = text.trimStart();
  const indent = text.length - inner.length;
  return line(piecesOf(inner.replace(/^> /, "")), indent, indent + (inner.startsWith("- ") ? 2 : 0));
}

/** `**strong**` becomes bold, `` `code` `` and links their plain text. */
function piecesOf(text: string): readonly Piece[] {
  const plain = text.replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, (_, title: string, url: string) => (title === url ? url : `${title} ${url}`)).replaceAll("`", "");
  return plain.split("**").map((part, index) => (index % 2 === 1 ? ink("bold", part) : part));
}
