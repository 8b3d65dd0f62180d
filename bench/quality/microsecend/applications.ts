// Finds the applications in the folder of the data set, whose files carry their path in their name: diagram, verdicts with the items blamed, variants.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Label {
  readonly violated: boolean;
  /** Names of services, or `sender -> receiver`. For a satisfied rule these are what satisfies it. */
  readonly items: readonly string[];
}

export interface Application {
  readonly name: string;
  readonly diagram: string;
  readonly labels: ReadonlyMap<string, Label>;
  /** The text form that the variants were made from. */
  readonly base: string | undefined;
  readonly variants: readonly { readonly number: number; readonly text: string }[];
}

export function applicationsIn(folder: string): readonly Application[] {
  const files = readdirSync(folder).sort();
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  return files.flatMap((file) => {
    const [, name = ""] = /^dataset__(.+)__\1_rules_model_items\.json$/.exec(file) ?? [];
    if (name === "") return [];
    const start = `dataset__${name}__`;
    const base = `${start}${name}.txt`;
    const variants = files.flatMap((other) => {
      const number = other.startsWith(start) ? /__model_variants__(\d+)\.txt$/.exec(other)?.[1] : undefined;
      return number === undefined ? [] : [{ number: Number(number), text: read(other) }];
    }).sort((a, b) => a.number - b.number);
    return [{ name, diagram: read(`${start}${name}.json`), labels: labelsOf(JSON.parse(read(file)) as LabelFile), base: files.includes(base) ? read(base) : undefined, variants }];
  });
}

interface LabelFile {
  readonly rules: Readonly<Record<string, { readonly verdict: boolean; readonly related_model_items: readonly string[] }>>;
}

function labelsOf({ rules }: LabelFile): ReadonlyMap<string, Label> {
  return new Map(Object.entries(rules).map(([rule, { verdict, related_model_items: items }]) => [rule, { violated: !verdict, items: mended(items) }]));
}

/** Some flows fell apart into two entries where a line was broken; nothing else is touched. */
function mended(items: readonly string[]): readonly string[] {
  return [...new Set(items.flatMap((item, at) => {
    if (at > 0 && items[at - 1]!.trim().endsWith("->")) return [];
    const whole = item.trim().endsWith("->") ? `${item} ${items[at + 1] ?? ""}` : item;
    return [whole.trim().replace(/\s+/g, " ")];
  }))];
}
