// Writes library/catalogues from the facts collected in ../shared/data: ids, names and status only, one record per line.
// Run by hand when a catalogue gets a new version: npx tsx scripts/catalogues/catalogues.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface SourceRecord {
  readonly id: string;
  readonly name: string;
  readonly status?: string;
  readonly tactics?: readonly string[];
}
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly status: "live" | "deprecated" | "revoked";
  readonly tactics?: readonly string[];
}
interface Catalogue {
  readonly id: string;
  readonly version: string;
  readonly notice: string;
  readonly entries: readonly Entry[];
}

const root = join(import.meta.dirname, "..", "..");
const source = join(root, "..", "shared", "data", "attack");
const attackNotice = "© 2026 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. "
  + "MITRE ATT&CK and ATT&CK are registered trademarks of The MITRE Corporation. Terms of use: https://attack.mitre.org/resources/legal-and-branding/terms-of-use/";
const capecNotice = "Copyright © 2007 - 2023, The MITRE Corporation. CAPEC and the CAPEC logo are trademarks of The MITRE Corporation. "
  + "Reproduced with permission; terms of use: https://capec.mitre.org/about/termsofuse.html";
const cweNotice = "© 2006-2026 The MITRE Corporation. CWE and the CWE logo are trademarks of The MITRE Corporation. "
  + "Reproduced with permission; terms of use: https://cwe.mitre.org/about/termsofuse.html";

// Own reading of a collected file: the property that holds the records differs by source.
function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(source, path), "utf8")) as Record<string, unknown>;
}

function records(file: Record<string, unknown>, key: string): readonly SourceRecord[] {
  const found = file[key];
  if (!Array.isArray(found)) throw new Error(`no list "${key}" in the collected file`);
  return found as readonly SourceRecord[];
}

function byId(a: Entry, b: Entry): number {
  const [x, y] = [a.id, b.id].map((id) => id.replace(/\d+/g, (digits) => digits.padStart(6, "0")));
  return x! < y! ? -1 : x! > y! ? 1 : 0;
}

function statusOf(record: SourceRecord): Entry["status"] {
  const status = (record.status ?? "live").toLowerCase();
  if (status === "revoked") return "revoked";
  return status === "deprecated" || status === "obsolete" ? "deprecated" : "live";
}

function entry(record: SourceRecord): Entry {
  const { id, name, tactics } = record;
  return { id, name, status: statusOf(record), ...(Array.isArray(tactics) ? { tactics } : {}) };
}

function attack(id: string, path: string): Catalogue {
  const file = read(path);
  const entries = ["tactics", "techniques", "mitigations", "groups"].flatMap((key) => records(file, key).map(entry));
  return { id, version: String(file["version"]), notice: attackNotice, entries: entries.sort(byId) };
}

function plain(id: string, path: string, key: string, notice: string): Catalogue {
  const file = read(path);
  return { id, version: String(file["version"]), notice, entries: records(file, key).map(entry).sort(byId) };
}

function write(catalogue: Catalogue): void {
  const { entries, ...head } = catalogue;
  const start = JSON.stringify(head).slice(0, -1);
  const text = `${start},"entries":[\n${entries.map((e) => JSON.stringify(e)).join(",\n")}\n]}\n`;
  writeFileSync(join(root, "library", "catalogues", `${catalogue.id}.json`), text);
}

write(attack("attack-enterprise", "index/enterprise-attack-19.1.json"));
write(attack("attack-mobile", "index/mobile-attack-19.0.json"));
write(attack("attack-ics", "index/ics-attack-19.1.json"));
write(plain("capec", "capec-cwe/capec-3.9.json", "patterns", capecNotice));
write(plain("cwe", "capec-cwe/cwe-4.19.1.json", "weaknesses", cweNotice));
