// What leads from CWE to ATT&CK, from what was collected: CWE's tree, CAPEC's references, and CTID's counts of exploited vulnerabilities. Nothing here writes.
import type { WeaknessEntry, WeaknessCatalogue } from "@merlon/schema";

export interface SourceWeakness {
  readonly id: string;
  readonly name: string;
  readonly status?: string;
  readonly parents?: readonly string[];
}

export interface SourcePattern {
  readonly id: string;
  readonly status?: string;
  readonly cwe?: readonly string[];
  readonly attack?: readonly string[];
  /** Where references had to be taken to the present release. */
  readonly attack_v19?: readonly string[];
}

type Counts = Readonly<Record<string, number>>;

export interface SourceClass {
  readonly exploitation: Counts;
  readonly primaryImpact: Counts;
  readonly secondaryImpact: Counts;
}

export interface CatalogueSources {
  readonly weaknesses: readonly SourceWeakness[];
  readonly patterns: readonly SourcePattern[];
  /** Classes of vulnerabilities with their counts, and the weaknesses that each class stands for. */
  readonly classes: Readonly<Record<string, SourceClass>>;
  readonly weaknessesOfClass: Readonly<Record<string, readonly number[]>>;
  /** Retired technique -> what to use now. */
  readonly retired: Readonly<Record<string, { readonly now: readonly string[] }>>;
}

export function weaknessCatalogue(head: Omit<WeaknessCatalogue, "weaknesses">, sources: CatalogueSources): WeaknessCatalogue {
  const live = sources.weaknesses.filter(({ status }) => isLive(status)).sort((a, b) => numberOf(a.id) - numberOf(b.id));
  return { ...head, weaknesses: live.map((weakness) => entryOf(weakness, sources)) };
}

function entryOf({ id, name, parents = [] }: SourceWeakness, sources: CatalogueSources): WeaknessEntry {
  const patterns = patternsOf(id, sources);
  const exploited = exploitedOf(id, sources);
  return { id, name, ...(parents.length > 0 ? { parents } : {}), ...filled("patterns", patterns), ...filled("exploited", exploited) };
}

function patternsOf(id: string, { patterns }: CatalogueSources): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const pattern of patterns) {
    if (!isLive(pattern.status) || !(pattern.cwe ?? []).includes(id)) continue;
    for (const technique of pattern.attack_v19 ?? pattern.attack ?? []) found.set(technique, [...found.get(technique) ?? [], pattern.id]);
  }
  return sorted(found);
}

function exploitedOf(id: string, { classes, weaknessesOfClass, retired }: CatalogueSources): NonNullable<WeaknessEntry["exploited"]> {
  const own = Object.entries(classes).filter(([key]) => (weaknessesOfClass[key] ?? []).includes(numberOf(id))).map(([, counts]) => counts);
  const sum = (stage: keyof SourceClass): Counts => {
    const total = new Map<string, number>();
    for (const [technique, count] of own.flatMap((one) => Object.entries(one[stage]))) {
      for (const now of retired[technique]?.now ?? [technique]) total.set(now, (total.get(now) ?? 0) + count);
    }
    return sorted(total);
  };
  return { ...filled("exploitation", sum("exploitation")), ...filled("primary-impact", sum("primaryImpact")), ...filled("secondary-impact", sum("secondaryImpact")) };
}

function filled<K extends string, T extends object>(key: K, value: T): { readonly [P in K]?: T } {
  return (Object.keys(value).length > 0 ? { [key]: value } : {}) as { readonly [P in K]?: T }; // a computed key loses its name
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isLive(status: string | undefined): boolean {
  return !["deprecated", "obsolete"].includes((status ?? "").toLowerCase());
}

function numberOf(id: string): number {
  return Number(id.replace(/\D+/g, ""));
}
