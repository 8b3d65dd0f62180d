// A view in time in words: its name and what it leaves out, with the reasons.
import type { LeftOut, ModelView } from "@merlon/schema";

const words: readonly (readonly [LeftOut["map"], string, string])[] = [
  ["elements", "element", "elements"], ["flows", "flow", "flows"], ["boundaries", "boundary", "boundaries"], ["data", "kind of data", "kinds of data"], ["controls", "control", "controls"],
  ["threats", "threat", "threats"], ["assumptions", "assumption", "assumptions"], ["risks", "risk", "risks"],
];

/** How many and which: the first few of each kind by name. */
export function viewSentence({ name, leftOut }: ModelView): string {
  const parts = words.flatMap(([map, one, many]) => {
    const own = leftOut.filter((gone) => gone.map === map).map(({ id, because }) => `${id}: ${because}`);
    return own.length === 0 ? [] : [`${own.length} ${own.length === 1 ? one : many} (${own.slice(0, MOST_NAMED).join("; ")}${own.length > MOST_NAMED ? "; …" : ""})`];
  });
  return parts.length === 0 ? `View ${name}: everything that is written is in it.` : `View ${name}: without ${parts.join(", ")}.`;
}

const MOST_NAMED = 6;

/** All of it, a line each. */
export function leftOutLines({ leftOut }: ModelView): readonly string[] {
  return leftOut.map(({ title, because }) => `${title}: ${because}`);
}
