// Section (e): the techniques that `attack suggest` proposes for the weaknesses of IriusRisk's published threats, against the techniques their authors gave.
// That key is in nothing that is scored; what its own frequencies would propose, learnt from the other half of its libraries, is printed beside it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Session } from "@merlon/app";
import { techniqueSuggester } from "@merlon/engine";
import type { AttackCatalogue, WeaknessCatalogue } from "@merlon/schema";
import { readShared } from "./corpus.ts";
import type { Section } from "./section.ts";
import { countsAtTop, percent, type TopCounts } from "./top-counts.ts";

interface KeyThreat {
  readonly name: string;
  readonly library: string;
  readonly attack: readonly string[];
  readonly cwe: readonly string[];
}

interface Case extends KeyThreat {
  /** Techniques of today. */
  readonly key: readonly string[];
}

const catalogues = fileURLToPath(new URL("../../library/catalogues/", import.meta.url));

export function weaknessScores(session: Session): Section {
  const weaknesses = catalogue<WeaknessCatalogue>("cwe-to-attack");
  const names = new Map(catalogue<AttackCatalogue>("attack-enterprise-19.1").techniques.filter(({ status }) => status === undefined).map(({ id, name }) => [id, name]));
  const cases = keyCases(names);
  const suggest = techniqueSuggester({ catalogue: weaknesses, rules: session.builtIn.library.rules, names });
  const proposed = (words: (one: Case) => string) => (one: Case): readonly string[] => suggest(one.cwe, words(one)).map(({ id }) => id);
  const rows: readonly (readonly [string, string, TopCounts])[] = [
    ["weakness alone", "weakness", countsAtTop(cases, proposed(() => ""))],
    ["weakness and the threat's name", "weakness-and-name", countsAtTop(cases, proposed(({ name }) => name))],
    ["(for comparison) the key's own commonest techniques for the weakness", "frequency", countsAtTop(cases, byFrequency(cases))],
  ];
  return {
    title: "(e) Techniques proposed for a weakness: the key of IriusRisk",
    lines: [
      `${cases.length} threats of IriusRisk's public templates state a weakness and a technique of ATT&CK Enterprise. A hit is one of their techniques among the first 1, 3 or 5 proposed; *family* counts a technique and its sub-techniques as one.`, "",
      "| proposed from | top 1 | top 3 | top 5 | family, top 1 | top 3 | top 5 |", "|---|---|---|---|---|---|---|",
      ...rows.map(([what, , { exact, family }]) => `| ${what} | ${[...exact, ...family].map(percent).join(" | ")} |`), "",
      "The facts and rules behind the proposals owe nothing to the key; the five weights that combine them were chosen among more than a hundred combinations on half of its libraries, which moved top 5 by a few points.", "",
      "The last row learns from the other half of the key's libraries and is no part of Merlon; it shows how far the weakness alone says what the authors had in mind: they often gave one of many techniques that fit.",
    ],
    figures: Object.fromEntries(rows.flatMap(([, id, { exact }]) => exact.map((share, at) => [`${id} top ${[1, 3, 5][at]}`, share]))),
  };
}

function catalogue<T>(name: string): T {
  return JSON.parse(readFileSync(`${catalogues}${name}.json`, "utf8")) as T;
}

function keyCases(names: ReadonlyMap<string, string>): readonly Case[] {
  const { threats } = readShared("data/attack/app-threats/iriusrisk-central-threat-to-attack.json") as { readonly threats: readonly KeyThreat[] };
  const retired = (readShared("data/attack/history/retired-ids.json") as { readonly "enterprise-attack": Readonly<Record<string, { readonly now: readonly string[] }>> })["enterprise-attack"];
  const now = (id: string): readonly string[] => retired[id]?.now ?? [id];
  return threats.map((threat) => ({ ...threat, key: threat.attack.flatMap(now).filter((id) => names.has(id)) })).filter(({ key, cwe }) => key.length > 0 && cwe.length > 0);
}

/** Halves by library, in the order of their names, so that threats of one library are never on both sides. */
function byFrequency(cases: readonly Case[]): (one: Case) => readonly string[] {
  const libraries = [...new Set(cases.map(({ library }) => library))].sort();
  const half = (one: Case): number => libraries.indexOf(one.library) % 2;
  const learn = (side: number): ReadonlyMap<string, Map<string, number>> => {
    const counts = new Map<string, Map<string, number>>();
    for (const one of cases) {
      if (half(one) !== side) continue;
      for (const cwe of [...one.cwe, "any"]) {
        const own = counts.get(cwe) ?? new Map<string, number>();
        for (const id of one.key) own.set(id, (own.get(id) ?? 0) + (cwe === "any" ? 0.001 : 1));
        counts.set(cwe, own);
      }
    }
    return counts;
  };
  const learnt = [learn(1), learn(0)] as const;
  return (one) => {
    const total = new Map<string, number>();
    for (const cwe of [...one.cwe, "any"]) for (const [id, count] of learnt[half(one) === 0 ? 0 : 1].get(cwe) ?? []) total.set(id, (total.get(id) ?? 0) + count);
    return [...total].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([id]) => id);
  };
}
