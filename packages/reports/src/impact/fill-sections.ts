// Fits sections of Markdown into a number of characters: first what each shows, in order, then what each folds; what does not fit is counted, never left out silently.

/** Finished Markdown, and how many things it tells. */
export interface Written {
  readonly text: string;
  readonly count: number;
}

/** A section: its title, what is shown and what is folded away. */
export interface Block {
  readonly title: string;
  /** Of the section, for the sentence about what did not fit. */
  readonly name: string;
  /** What the fold is called that tells of so many. */
  readonly folded: (count: number) => string;
  readonly shown: readonly Written[];
  readonly rest: readonly Written[];
}

export interface FillOptions {
  readonly room: number;
  /** How to see everything, as Markdown. */
  readonly command: string;
}

interface Filled extends Block {
  shownFit: number;
  restFit: number;
}

export function fillSections(blocks: readonly Block[], { room, command }: FillOptions): readonly string[] {
  const filled: Filled[] = blocks.map((block) => ({ ...block, shownFit: 0, restFit: 0 }));
  const closing = (): string => missing(filled, command);
  let left = room - longestClosing(blocks, command);
  for (const block of filled) {
    left -= block.title.length + 2;
    [block.shownFit, left] = fit(block.shown, left);
    if (block.shownFit === 0) left += block.title.length + 2;
  }
  for (const block of filled) {
    if (block.rest.length === 0 || block.shownFit < block.shown.length) continue;
    const frame = block.title.length + foldOf(block, []).length + 10;
    [block.restFit, left] = fit(block.rest, left - frame);
    left = block.restFit === 0 ? left + frame : left;
  }
  return [...filled.flatMap(written), closing()].filter((text) => text !== "");
}

/** How many of them fit, one after the other, and what room is left then. */
function fit(items: readonly Written[], room: number): [number, number] {
  let left = room;
  for (const [index, item] of items.entries()) {
    if (item.text.length + 1 > left) return [index, left];
    left -= item.text.length + 1;
  }
  return [items.length, left];
}

function written({ title, shown, rest, shownFit, restFit, ...block }: Filled): readonly string[] {
  if (shownFit + restFit === 0) return [];
  const top = shown.slice(0, shownFit).map(({ text }) => text).join("\n");
  return [title, ...(top === "" ? [] : [top]), ...(restFit === 0 ? [] : [foldOf(block, rest.slice(0, restFit))])];
}

function foldOf({ folded }: Pick<Block, "folded">, items: readonly Written[]): string {
  return `<details><summary>${folded(countOf(items))}</summary>\n\n${items.map(({ text }) => text).join("\n")}\n\n</details>`;
}

function countOf(items: readonly Written[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}

function missing(filled: readonly Filled[], command: string): string {
  const parts = filled.flatMap(({ name, shown, rest, shownFit, restFit }) => {
    const more = countOf([...shown.slice(shownFit), ...rest.slice(restFit)]);
    return more === 0 ? [] : [`${more} of “${name}”`];
  });
  return parts.length === 0 ? "" : closingOf(parts, command);
}

function longestClosing(blocks: readonly Block[], command: string): number {
  return closingOf(blocks.map(({ name }) => `000000 of “${name}”`), command).length + 2;
}

function closingOf(parts: readonly string[], command: string): string {
  return `Not shown, because a comment has an end: ${parts.join(", ")}. To see everything: ${command}`;
}
