// What reads the same of several places is told once, with all of them: one change may bring one threat to many flows.
import { grouped, parted } from "./grouped.ts";
import { AT, causeInLine, CLEARS, type Detail, type StoryItem } from "./story.ts";

/** Of many places the first few stand where the item does, and the others after all other items. */
export function toldTogether(items: readonly StoryItem[]): readonly StoryItem[] {
  const groups = grouped(items, ({ like }, index) => like ?? index).map((group) => ({ whole: group.length, parts: parted(group) }));
  const firsts = groups.map(({ whole, parts: [first = []] }) => together(first, whole));
  return [...firsts, ...groups.flatMap(({ parts }) => parts.slice(1).map((part) => together(part)))];
}

/** How many changes the items tell. */
export function changesOf(items: readonly StoryItem[]): number {
  return items.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** `whole`: of how many places these are the first. */
function together(items: readonly StoryItem[], whole?: number): StoryItem {
  const [first] = items;
  if (first === undefined || (items.length === 1 && whole === 1)) return first!;
  const { id: _, threat: __, ...rest } = first;
  const isOneCause = new Set(items.map(({ details }) => causeInLine(details))).size === 1;
  const places = items.map(({ id = "", details }) => `${linesAt(AT, details)} \`${id}\`${isOneCause ? "" : causeInLine(details)}`);
  const others = first.details.filter(({ label, operations }) => label !== AT && label !== CLEARS && (isOneCause || operations === undefined));
  return { ...rest, title: `${first.title}, ${whole === undefined ? `${items.length} more` : `${whole} times`}`, count: changesOf(items), details: [{ label: AT, lines: [...places, ...leftOf(items, whole)] }, ...others, ...(whole === undefined ? [] : clearing(items))] };
}

function leftOf(items: readonly StoryItem[], whole = items.length): readonly string[] {
  return whole > items.length ? [`and ${whole - items.length} more, told further down`] : [];
}

/** Where the fixes name their places, the first stands for all. */
function clearing(items: readonly StoryItem[]): readonly Detail[] {
  const isSame = new Set(items.map(({ details }) => linesAt(CLEARS, details))).size === 1;
  return items[0]!.details.filter(({ label }) => label === CLEARS).map((detail) => (isSame ? detail : { ...detail, lines: [...detail.lines, "and likewise at the other places"] }));
}

function linesAt(wanted: string, details: readonly Detail[]): string {
  return details.filter(({ label }) => label === wanted).flatMap(({ lines }) => lines).join();
}
