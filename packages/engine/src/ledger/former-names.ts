// What a threat may have been called before: with the old names of its objects, and of rules that its rule took over from.
import type { LibraryRule } from "@merlon/schema";
import { parseKey, printKey } from "./threat-key.ts";

/** The name itself first. `formerly`: old id to live id. */
export function formerNames(id: string, formerly: ReadonlyMap<string, string>, rules: Iterable<LibraryRule>): readonly string[] {
  const key = parseKey(id);
  const before = (live: string): readonly string[] => {
    const goal = live.includes("..") ? live.indexOf("..") + 2 : 0;
    return [live, ...[...formerly].filter(([, now]) => now === live.slice(goal)).map(([old]) => live.slice(0, goal) + old)];
  };
  switch (key.kind) {
    case "human": return before(key.id);
    case "cell": return before(key.target).map((target) => printKey({ ...key, target }));
    case "threat": {
      const superseded = [...rules].find((rule) => rule.id === key.rule)?.supersedes ?? [];
      const abouts = key.about === undefined ? [undefined] : before(key.about);
      return [key.rule, ...superseded].flatMap((rule) => before(key.target).flatMap((target) => abouts.map((about) => printKey({ ...key, rule, target, about }))));
    }
  }
}
