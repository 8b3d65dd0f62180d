// Types, technologies, protocols, data kinds and control types should be known to a loaded pack, and fit what they are written on.
import type { CharacteristicTarget, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { orList } from "../model/explain-issue.ts";
import { lineage } from "../model/library-index.ts";
import { characteristicTargets, describePath, withArticle } from "../model/maps.ts";
import { whereEntry, whereEntryValue } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import { asList } from "../model/structure.ts";
import { similarTerms } from "../text/similar-terms.ts";
import type { Term } from "../text/similar-terms.ts";
import type { Path } from "../text/tree.ts";
import type { CheckContext } from "./check-context.ts";

export function checkCatalogueWords(context: CheckContext): readonly Diagnostic[] {
  const { index, maps } = context;
  const diagnostics: Diagnostic[] = [];
  const suggest = remembering();
  const expectKnown = (entry: Entry<unknown>, catalogue: Catalogue, field: Path, value: string | undefined): void => {
    if (value === undefined || catalogue.terms.has(value)) return;
    diagnostics.push(diagnose("C1050", whereEntryValue(entry, ...field), {
      value, object: describePath([entry.map, entry.id]), catalogue: catalogue.word, nearest: suggest(value, catalogue),
    }));
  };
  const types = { word: "element type", terms: index.types };
  const technologies = { word: "technology", terms: index.technologies };
  const protocols = { word: "protocol", terms: index.protocols };
  for (const entry of maps.elements.values()) {
    expectKnown(entry, types, ["type"], entry.value.type);
    if (typeof entry.value.technology === "object") {
      entry.value.technology.forEach((technology, at) => expectKnown(entry, technologies, ["technology", at], technology));
    }
  }
  for (const entry of maps.flows.values()) expectKnown(entry, protocols, ["protocol"], entry.value.protocol);
  for (const entry of maps.boundaries.values()) {
    entry.value.policy?.protocols?.forEach((protocol, at) => expectKnown(entry, protocols, ["policy", "protocols", at], protocol));
  }
  for (const entry of maps.data.values()) expectKnown(entry, { word: "kind of data", terms: index.dataKinds }, ["kind"], entry.value.kind);
  for (const entry of maps.controls.values()) expectKnown(entry, { word: "control type", terms: index.controls }, ["type"], entry.value.type);
  return [...diagnostics, ...misfits(context)];
}

interface Catalogue {
  readonly word: string;
  readonly terms: ReadonlyMap<string, Term>;
}

/** The same unknown word often stands at many objects; and after many different ones suggestions help nobody. */
function remembering(): (value: string, catalogue: Catalogue) => readonly string[] | undefined {
  const known = new Map<string, readonly string[]>();
  return function suggest(value, { word, terms }) {
    const key = `${word} ${value}`;
    if (!known.has(key) && known.size < 500) known.set(key, similarTerms(value, terms.values()));
    return known.get(key);
  };
}

function misfits(context: CheckContext): readonly Diagnostic[] {
  return [...typeMisfits(context), ...characteristicMisfits(context), ...controlMisfits(context)];
}

function typeMisfits({ index, maps }: CheckContext): readonly Diagnostic[] {
  return [...maps.elements.values()].flatMap(function judge(entry) {
    const { type, kind } = entry.value;
    const kinds = type === undefined ? undefined : lineage(type).map((key) => index.types.get(key)?.kinds).find((found) => found !== undefined);
    if (type === undefined || kinds === undefined || kinds.includes(kind)) return [];
    return [diagnose("C1054", whereEntryValue(entry, "type"), { value: type, object: describePath(["elements", entry.id]), expected: orList(kinds), found: withArticle(kind) })];
  });
}

function characteristicMisfits({ index, maps }: CheckContext): readonly Diagnostic[] {
  const limited = index.library.characteristics.filter((characteristic) => characteristic["element-kinds"] !== undefined);
  const kindsOf = new Map(limited.map((characteristic) => [characteristic.id, characteristic["element-kinds"] ?? []]));
  return [...maps.elements.values()].flatMap((entry) => entry.layers.flatMap(({ raw }) => Object.keys(raw)).flatMap(function judge(key) {
    const kinds = kindsOf.get(key);
    if (kinds === undefined || kinds.includes(entry.value.kind)) return [];
    return [diagnose("C1054", whereEntry(entry, key), { value: key, object: describePath(["elements", entry.id]), expected: orList(kinds), found: withArticle(entry.value.kind) })];
  }));
}

function controlMisfits({ index, maps, owners }: CheckContext): readonly Diagnostic[] {
  return [...maps.controls.values()].flatMap(function judge(entry) {
    const takes = lineage(entry.value.type).map((key) => index.controls.get(key)?.at).find((found) => found !== undefined);
    if (takes === undefined) return [];
    return asList(entry.value.at).flatMap(function judgePlace(id): readonly Diagnostic[] {
      const owner = owners.get(id);
      const target: CharacteristicTarget | undefined = owner === undefined ? undefined : characteristicTargets[owner];
      if (target === undefined || takes.includes(target)) return [];
      return [diagnose("C1054", whereEntryValue(entry, "at"), { value: entry.value.type, object: describePath(["controls", entry.id]), expected: orList(takes), found: withArticle(target) })];
    });
  });
}
