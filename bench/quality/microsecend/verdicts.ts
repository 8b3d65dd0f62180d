// Our verdicts on one diagram: imported as anybody would, analysed with the pack's rules, each violated rule with the objects responsible by their names in the file.
import { readModel, type Model } from "@merlon/core";
import { analyze, assembleLibrary, explain } from "@merlon/engine";
import { formats } from "@merlon/formats";
import type { Analysis, Described, Library, ModelDocument, Target, Threat } from "@merlon/schema";
import { builtInPacks } from "@merlon/testkit";
import { rulesByVerdict } from "./rules.ts";

export interface Diagnosed {
  readonly document: ModelDocument;
  readonly model: Model;
  readonly analysis: Analysis;
  /** By verdict: the threats, none where the rule is satisfied. */
  readonly threats: ReadonlyMap<string, readonly Threat[]>;
  /** Verdicts that a question holds open. */
  readonly open: readonly string[];
}

const at = "2026-01-01";

/** Only the pack's rules: those of other packs have no say here. */
export function rulesAlone(): Library {
  const { library } = assembleLibrary(builtInPacks());
  return { ...library, rules: library.rules.filter(({ pack }) => pack === "microsecend") };
}

export function documentOf(text: string, name: string): ModelDocument {
  const format = formats.find(({ id }) => id === "microsecend");
  const { document, diagnostics } = format!.read(text, { path: name });
  if (document === undefined) throw new Error(`${name} cannot be read: ${diagnostics.map(({ message }) => message).join(" ")}`);
  return document;
}

export function diagnosed(text: string, name: string, library: Library): Diagnosed {
  const document = documentOf(text, name);
  const { model } = readModel([{ path: "model.json", text: JSON.stringify(document) }], library);
  const { analysis } = analyze(model, library, { at });
  const threats = new Map(Object.entries(rulesByVerdict).map(([verdict, rule]) => [verdict, analysis.threats.filter((threat) => threat.rule?.id === rule)]));
  const asked = new Set(analysis.questions.flatMap(({ decides }) => decides.map((id) => id.split("@")[0])));
  return { document, model, analysis, threats, open: Object.entries(rulesByVerdict).flatMap(([verdict, rule]) => (asked.has(rule) ? [verdict] : [])) };
}

/** Names of services and flows as the file writes them. */
export function blamedBy(verdict: string, { threats, document }: Diagnosed): ReadonlySet<string> {
  const targets = (threats.get(verdict) ?? []).flatMap(({ target, responsible }): readonly Target[] => [target, ...(responsible ?? [])]);
  return new Set(targets.flatMap(({ id }) => nameOf(id, document) ?? []));
}

function nameOf(id: string, document: ModelDocument): string | undefined {
  const object: Described | undefined = document.elements?.[id] ?? document.flows?.[id];
  return object?.sources?.[0]?.id?.replace(/\/[0-9a-f]{8}$/, "");
}

/** Ids that the outcomes of a rule rest on: what its threats are about, and every object whose facts decide. */
export function objectsBehind(keys: readonly string[], { model }: Diagnosed, library: Library): ReadonlySet<string> {
  return new Set(keys.flatMap((key) => {
    const found = explain(key, model, library, { at, sideEffects: "none" });
    const target = key.split("@")[1] ?? "";
    const facts = Object.keys(found?.witness ?? {}).flatMap((fact) => [...fact.matchAll(/\[([^\]]+)\]/g)].map(([, id]) => id!));
    return [target, ...facts, ...(found?.threat?.responsible ?? []).map(({ id }) => id)];
  }));
}
