// Writes library/catalogues from the facts collected in ../shared/data: ids, names and relations, no texts; one record per line.
// Run by hand when a catalogue gets a new version: npx tsx scripts/catalogues/catalogues.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printCatalogue } from "@merlon/formats";
import type { AttackDomain, Catalogue, CatalogueEntry } from "@merlon/schema";
import { attackCatalogue, attackHistory, type SourceIndex, type SourceTransition, type SourceVersion } from "./attack-catalogues.ts";

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

const domains: readonly (readonly [domain: AttackDomain, newest: string])[] = [["enterprise-attack", "19.1"], ["mobile-attack", "19.0"], ["ics-attack", "19.1"]];
for (const [domain, newest] of domains) {
  for (const version of [newest, "18.1"]) {
    const id = `attack-${domain.replace("-attack", "")}`;
    const head = { id, domain, version, notice: attackNotice(version === "18.1" ? 2025 : 2026) };
    write(`${id}-${version}`, attackCatalogue(head, read<SourceIndex>(`index/${domain}-${version}.json`)));
  }
}
write("atlas-2026-04", attackCatalogue({ id: "atlas", domain: "atlas", version: "2026-04", notice: atlasNotice }, read<SourceIndex>("atlas/atlas-2026-04.json")));

const pairs = domains.map(([domain, newest]) => ({ domain, before: read<SourceIndex>(`index/${domain}-18.1.json`), after: read<SourceIndex>(`index/${domain}-${newest}.json`) }));
write("attack-history", attackHistory(attackNotice(2026), read<readonly SourceVersion[]>("history/versions.json"), read<readonly SourceTransition[]>("history/transitions.json"), pairs));

plain("capec", "capec-cwe/capec-3.9.json", "patterns", capecNotice);
plain("cwe", "capec-cwe/cwe-4.19.1.json", "weaknesses", cweNotice);
