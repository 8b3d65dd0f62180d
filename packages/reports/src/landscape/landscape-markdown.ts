// A landscape as Markdown: for each type a table with how each thing hangs together with what the landscape is of.
import type { Landscape, LandscapeObject } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, withCode, type Markdown } from "../escape/markdown.ts";
import { sentence } from "../wording/counted.ts";
import { placeWords } from "../wording/titles.ts";
import { viewSentence } from "../wording/view-words.ts";
import { chainsOf } from "./landscape-chains.ts";
import { headingOf } from "./landscape-graph.ts";
import { byType, chainWords, countsOf, levelOf } from "./landscape-text.ts";
import { countedType, ownId, stateWords } from "./landscape-words.ts";
import { rollUpWords } from "./roll-up-words.ts";

export function landscapeMarkdown(landscape: Landscape): string {
  const chain = chainsOf(landscape);
  const head: readonly Markdown[] = [markdown`## ${landscape.model.title}`, markdown`${headingOf(landscape)}.`, ...(landscape.view ? [markdown`${viewSentence(landscape.view)}`] : []), markdown`${sentence(countsOf(landscape))}`];
  const rolled = new Map(landscape.rollUp?.map((risk) => [risk.id, risk]));
  const sections = byType(landscape).flatMap(({ type, objects }) => {
    const isRisks = type === "risk" && rolled.size > 0;
    const head = ["what", "state", ...(isRisks ? ["what it adds up to"] : []), "how it hangs together", "where"];
    return [markdown`### ${countedType(objects.length, type)}`, markdownTable(head, objects.map((object) => [
      joinMarkdown([withCode(object.title), ...codesOf(object)], "<br>"), [levelOf(object), stateWords(object)].filter((part) => part !== undefined && part !== "").join(", "),
      ...(isRisks ? [rolled.has(object.id) ? rollUpWords(rolled.get(object.id)!) : ""] : []), chainWords(chain(object)), object.where === undefined ? "" : placeWords(object.where),
    ]))];
  });
  return `${joinMarkdown([...head, ...sections], "\n\n").source}\n`;
}

function codesOf(object: LandscapeObject): readonly Markdown[] {
  const own = ownId(object);
  return own === undefined ? [] : [code(own)];
}
