// The public catalogues that rules and threats refer to, with just the entries that occur.
import { referenceUrl } from "@merlon/core";
import type { AttackRef } from "@merlon/schema";
import type { SarifTaxonomy, SarifTaxonRef } from "./sarif-log.ts";

export interface Classified {
  readonly cwe?: readonly string[];
  readonly capec?: readonly string[];
  readonly attack?: readonly AttackRef[];
}

const TAXONOMIES = [
  { name: "CWE", text: "Common Weakness Enumeration", uri: "https://cwe.mitre.org/", test: /^CWE-\d+$/ },
  { name: "CAPEC", text: "Common Attack Pattern Enumeration and Classification", uri: "https://capec.mitre.org/", test: /^CAPEC-\d+$/ },
  { name: "ATT&CK", text: "Adversarial Tactics, Techniques and Common Knowledge", uri: "https://attack.mitre.org/", test: /^T\d{4}/ },
  { name: "ATLAS", text: "Adversarial Threat Landscape for Artificial-Intelligence Systems", uri: "https://atlas.mitre.org/", test: /^AML\./ },
] as const;

export function taxonRefs({ cwe = [], capec = [], attack = [] }: Classified): readonly SarifTaxonRef[] {
  const ids = [...new Set([...cwe, ...capec, ...attack.map(({ id }) => id)])].sort();
  return ids.flatMap((id) => {
    const taxonomy = TAXONOMIES.find(({ test }) => test.test(id));
    return taxonomy && referenceUrl(id) !== undefined ? [{ id, toolComponent: { name: taxonomy.name } }] : [];
  });
}

export function sarifTaxonomies(all: readonly Classified[]): readonly SarifTaxonomy[] {
  const used = new Map<string, Set<string>>();
  for (const { id, toolComponent } of all.flatMap(taxonRefs)) used.set(toolComponent.name, (used.get(toolComponent.name) ?? new Set()).add(id));
  return TAXONOMIES.flatMap(({ name, text, uri }) => {
    const ids = [...(used.get(name) ?? [])].sort();
    if (ids.length === 0) return [];
    const taxa = ids.map((id) => ({ id, helpUri: referenceUrl(id) ?? uri }));
    return [{ name, organization: "MITRE", shortDescription: { text }, informationUri: uri, isComprehensive: false as const, taxa }];
  });
}
