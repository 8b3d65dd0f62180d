// Writes library/catalogues from the facts collected in ../shared/data: ids, names and relations, no texts; one record per line.
// Run by hand when a catalogue gets a new version: npx tsx scripts/catalogues/catalogues.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printCatalogue } from "@merlon/formats";
import type { AttackDomain, Catalogue, CatalogueEntry } from "@merlon/schema";
import { artefactsOf, byId, countermeasures, crosswalk, nistBesides, type SourceArtefacts, type SourceCountermeasure, type SourceMapping } from "./crosswalks.ts";
import { attackCatalogue, attackHistory, type SourceIndex, type SourceTransition, type SourceVersion } from "./attack-catalogues.ts";
import { weaknessCatalogue, type SourceClass, type SourcePattern, type SourceWeakness } from "./weakness-catalogue.ts";

interface SourceRecord {
  readonly id: string;
  readonly name: string;
  readonly status?: string;
}

const root = join(import.meta.dirname, "..", "..");
const source = join(root, "..", "shared", "data", "attack");
const atlasNotice = "© The MITRE Corporation. MITRE ATLAS data, Apache License 2.0. ATLAS and MITRE ATLAS are trademarks of The MITRE Corporation.";
const capecNotice = "Copyright © 2007 - 2023, The MITRE Corporation. CAPEC and the CAPEC logo are trademarks of The MITRE Corporation. "
  + "Reproduced with permission; terms of use: https://capec.mitre.org/about/termsofuse.html";
const cweNotice = "© 2006-2026 The MITRE Corporation. CWE and the CWE logo are trademarks of The MITRE Corporation. "
  + "Reproduced with permission; terms of use: https://cwe.mitre.org/about/termsofuse.html";

const ctidNotice = "Counts of exploited vulnerabilities after the Mappings Explorer of the Center for Threat-Informed Defense, Apache License 2.0.";

const d3fendNotice = "D3FEND: Copyright © 2022 The MITRE Corporation, MIT License. D3FEND is a trademark of The MITRE Corporation.";
const asvsNotice = "OWASP Application Security Verification Standard 5.0.0, © The OWASP Foundation, CC BY-SA 4.0: numbers and titles of sections only.";

function attackNotice(year: number): string {
  return `© ${year} The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. `
    + "MITRE ATT&CK and ATT&CK are registered trademarks of The MITRE Corporation. Terms of use: https://attack.mitre.org/resources/legal-and-branding/terms-of-use/";
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(source, path), "utf8")) as T;
}

function write(name: string, document: object): void {
  writeFileSync(join(root, "library", "catalogues", `${name}.json`), printCatalogue(document));
}

function entry({ id, name, status: said = "live" }: SourceRecord): CatalogueEntry {
  const status = said.toLowerCase();
  return { id, name, status: status === "revoked" ? "revoked" : status === "deprecated" || status === "obsolete" ? "deprecated" : "live" };
}

function byNumber(a: CatalogueEntry, b: CatalogueEntry): number {
  return Number(a.id.replace(/\D+/g, "")) - Number(b.id.replace(/\D+/g, ""));
}

function plain(id: string, path: string, key: string, notice: string): void {
  const file = read<Readonly<Record<string, unknown>>>(path);
  const catalogue: Catalogue = { id, version: String(file["version"]), notice, entries: (file[key] as readonly SourceRecord[]).map(entry).sort(byNumber) };
  write(id, catalogue);
}

const d3fend = read<{ readonly version: string; readonly techniques: readonly SourceCountermeasure[]; readonly attackArtifacts: readonly SourceArtefacts[] }>("d3fend/d3fend-1.2.0.json");
const { "enterprise-attack": retired } = read<{ readonly "enterprise-attack": Readonly<Record<string, { readonly now: readonly string[] }>> }>("history/retired-ids.json");
const artefacts = artefactsOf(d3fend.attackArtifacts, retired);

const domains: readonly (readonly [domain: AttackDomain, newest: string])[] = [["enterprise-attack", "19.1"], ["mobile-attack", "19.0"], ["ics-attack", "19.1"]];
for (const [domain, newest] of domains) {
  for (const version of [newest, "18.1"]) {
    const id = `attack-${domain.replace("-attack", "")}`;
    const touched = domain === "enterprise-attack" ? artefacts : new Map<string, readonly string[]>();
    const head = { id, domain, version, notice: `${attackNotice(version === "18.1" ? 2025 : 2026)}${touched.size > 0 ? ` Artefacts: ${d3fendNotice}` : ""}` };
    write(`${id}-${version}`, attackCatalogue(head, read<SourceIndex>(`index/${domain}-${version}.json`), touched));
  }
}
write("atlas-2026-04", attackCatalogue({ id: "atlas", domain: "atlas", version: "2026-04", notice: atlasNotice }, read<SourceIndex>("atlas/atlas-2026-04.json")));

const pairs = domains.map(([domain, newest]) => ({ domain, before: read<SourceIndex>(`index/${domain}-18.1.json`), after: read<SourceIndex>(`index/${domain}-${newest}.json`) }));
write("attack-history", attackHistory(attackNotice(2026), read<readonly SourceVersion[]>("history/versions.json"), read<readonly SourceTransition[]>("history/transitions.json"), pairs));

plain("capec", "capec-cwe/capec-3.9.json", "patterns", capecNotice);
plain("cwe", "capec-cwe/cwe-4.19.1.json", "weaknesses", cweNotice);

const { weaknesses } = read<{ readonly weaknesses: readonly SourceWeakness[] }>("capec-cwe/cwe-4.19.1.json");
const { patterns } = read<{ readonly patterns: readonly SourcePattern[] }>("capec-cwe/capec-3.9.json");
const { kevClassToCwe } = read<{ readonly kevClassToCwe: Readonly<Record<string, readonly number[]>> }>("capec-cwe/cwe-to-attack.merged.json");
write("cwe-to-attack", weaknessCatalogue({ id: "cwe-to-attack", version: "19.1", notice: `${attackNotice(2026)} ${cweNotice} ${capecNotice} ${ctidNotice}` }, {
  weaknesses, patterns, classes: read<Readonly<Record<string, SourceClass>>>("ctid-mappings/vuln-class-to-attack.derived.json"), weaknessesOfClass: kevClassToCwe, retired,
}));

const { version: asvsVersion, sections } = read<{ readonly version: string; readonly sections: readonly { readonly id: string; readonly name: string; readonly chapter: string }[] }>("owasp/asvs-5.0.0.json");
write("asvs", { id: "asvs", version: asvsVersion, notice: asvsNotice, entries: sections.map(({ id, name, chapter }) => ({ id, name, group: chapter })) } satisfies Catalogue);
write("d3fend", { id: "d3fend", version: d3fend.version, notice: d3fendNotice, entries: countermeasures(d3fend.techniques, retired) } satisfies Catalogue);
const bodies = [["nist-800-53", "nist_800_53-rev5_attack-16.1", "NIST SP 800-53 is a work of the United States government."], ["csa-ccm", "csa_ccm-4.1_attack-17.1", "Cloud Controls Matrix, © Cloud Security Alliance: numbers and titles only."]] as const;
for (const [id, path, owner] of bodies) {
  const source = read<SourceMapping>(`ctid-mappings/${path}-enterprise.json`);
  write(id, { id, version: source.frameworkVersion, notice: `${owner} Techniques after the Mappings Explorer of the Center for Threat-Informed Defense, Apache License 2.0.`, entries: [...crosswalk(source), ...(id === "nist-800-53" ? nistBesides : [])].sort(byId) } satisfies Catalogue);
}
