// `merlon words` for people: a table per kind, and where its words are written.
import { wordKinds, type FoundWords, type WordKind } from "@merlon/app";
import { blank, ink, line, renderLines, renderTable, type Page } from "@merlon/reports";

const columns = [{ title: "word" }, { title: "is called", max: 36 }, { title: "also", max: 36 }, { title: "says", max: 60 }];

export function wordsText({ words, nearest }: FoundWords, page: Page): string {
  if (words.length === 0) return `No word fits.${nearest === undefined ? "" : ` The nearest is \`${nearest}\`.`}\n`;
  const kinds = (Object.keys(wordKinds) as WordKind[]).filter((kind) => words.some((word) => word.kind === kind)); // the record's own keys
  return kinds.map((kind) => {
    const rows = words.filter((word) => word.kind === kind).map(({ id, title, also, says }) => ({ cells: [[ink("bold", id)], [title], [ink("dim", also.join(", "))], [says.join("; ")]] }));
    const { title, where } = wordKinds[kind];
    return `${renderLines([line([ink("bold", title), ink("dim", `  ${where.replaceAll("`", "")}`)])], page)}${renderTable(columns, rows, page)}${renderLines([blank], page)}`;
  }).join("");
}
