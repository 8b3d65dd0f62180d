// What reads the same of several places is told once, with all of them: one change may bring one threat to many flows.
import { grouped, parted } from "./grouped.ts";
import { AT, CLEARS, type Detail, type StoryItem } from "./story.ts";

export function toldTogether(items: readonly StoryItem[]): readonly StoryItem[] {
  return grouped(items, ({ like }, index) => like ?? index).flatMap(parted).map(together);
}

/** How many changes the items tell. */
export function changesOf(items: readonly StoryItem[]): number {
  return items.reduce((sum, { count = 1 }) => sum + count, 0);
}

function together(items: readonly StoryItem[]): StoryItem {
  const [first] = items;
  if (first === undefined || items.length === 1) return first!;
  const { id: _, threat: __, ...rest } = first;
  const places = items.map(({ id = "", details }) => `${details.find(({ label }) => label === AT)?.lines.join() ?? ""} \`${id}\``);
  const others = first.details.filter(({ label }) => label !== AT && label !== CLEARS);
  return { ...rest, title: `${first.title}, ${items.length} times`, count: changesOf(items), details: [{ label: AT, lines: places }, ...others, ...clearing(items)] };
}

/** Where the fixes name their places, the first stands for all. */
function clearing(items: readonly StoryItem[]): readonly Detail[] {
  const [first] = items.map(({ details }) => details.filter(({ label }) => label === CLEARS));
  const isSame = new Set(items.map(({ details }) => details.find(({ label }) => label === CLEARS)?.lines.join("\n"))).size === 1;
  return (first ?? []).map((detail) => (isSame ? detail : { ...detail, lines: [...detail.lines, "and likewise at the other places"] }));
}
