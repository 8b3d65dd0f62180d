// Where personal data is at systems that are trusted less than a level. People may see what is theirs; what is not known is asked, not stopped.
import { placesOf } from "../facts/data-at.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { DataSubject, ElementSubject } from "../facts/subject.ts";

export interface LowPlace {
  readonly data: DataSubject;
  readonly element: ElementSubject;
}

/** By data and element, as keys of an observation name them: `at:<data>:<element>`. */
export function personalDataBelow(base: FactBase, level: string): ReadonlyMap<string, LowPlace> {
  const { trustLevels } = base.model;
  const least = trustLevels.indexOf(level);
  const personal = [...base.subjects.data.values()].filter((data) => base.fact(data, "personal-data").value === "yes");
  const low = (element: ElementSubject): boolean => {
    const at = trustLevels.indexOf(String(base.fact(element, "trust").value));
    return at >= 0 && at < least && !isPerson(element);
  };
  return new Map(personal.flatMap((data) => [...placesOf(data)].filter(low).map((element) => [`at:${data.id}:${element.id}`, { data, element }] as const)));
}

function isPerson({ source }: ElementSubject): boolean {
  return source.kind === "external" && (source.type === undefined || source.type === "human" || source.type.startsWith("human."));
}

/** `Card number and address in Mail provider`. */
export function placesWords(places: Iterable<LowPlace>): { readonly data: string; readonly ids: readonly string[] } {
  const all = [...places];
  const titles = [...new Set(all.map(({ data }) => data.title))].sort();
  return { data: titles.length <= 3 ? titles.join(", ") : `${titles.slice(0, 3).join(", ")} and ${titles.length - 3} more`, ids: [...new Set(all.map(({ element }) => element.id))].sort() };
}
