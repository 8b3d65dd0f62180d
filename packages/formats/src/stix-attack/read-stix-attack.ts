// From a STIX 2.0 or 2.1 bundle of one domain of ATT&CK, or of ATLAS, to a catalogue of facts: ids, names and relations. Texts are left out.
import type { AttackCatalogue, AttackDomain, AttackGroup, AttackMitigation, AttackTactic, AttackTechnique, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { holds, isRecord, listOf, mitreId, stixBundle, textOf, textsOf, type StixBundle, type StixObject } from "./stix-objects.ts";

export interface StixOptions {
  /** The path that diagnostics show. */
  readonly path: string;
  /** For bundles that do not state it. */
  readonly version?: string;
}

/** Without a catalogue when the file could not be used; then a diagnostic says why. */
export interface StixRead {
  readonly catalogue?: AttackCatalogue;
  readonly diagnostics: readonly Diagnostic[];
}

interface Retirable {
  readonly id: string;
  readonly name: string;
  readonly status?: "deprecated" | "revoked";
  readonly revokedBy?: readonly string[];
}

const forms = {
  "attack-pattern": /^(?:AML\.)?T\d{4}(?:\.\d{3})?$/, "course-of-action": /^(?:AML\.)?M\d{4}$/, "intrusion-set": /^G\d{4}$/, "x-mitre-tactic": /^(?:AML\.)?TA\d{4}$/,
} as const;

const domains: readonly AttackDomain[] = ["enterprise-attack", "mobile-attack", "ics-attack"];

/** Never throws because of the text. */
export function readStixAttack(text: string, options: StixOptions): StixRead {
  const refused = (why: string): StixRead => ({ diagnostics: [diagnose("F2050", fileStart(options.path), { why })] });
  const value = parsed(text);
  if (value === undefined) return refused("it is not JSON");
  const bundle = stixBundle(value);
  if (!bundle) return refused("it holds no list of objects");
  if (!bundle.ofType("attack-pattern").some((object) => mitreId(object, forms["attack-pattern"]) !== undefined)) return refused("it holds no technique");
  const domain = domainOf(bundle);
  if (!domain) return refused("it does not say which domain it is of, or is of several");
  const version = textOf(bundle.ofType("x-mitre-collection")[0]?.fields["x_mitre_version"]) ?? options.version;
  if (version === undefined) return { diagnostics: [diagnose("F2051", fileStart(options.path))] };
  const catalogue = catalogueOf(bundle, domain, version);
  return { catalogue, diagnostics: strangeTactics(catalogue, options) };
}

function catalogueOf(bundle: StixBundle, domain: AttackDomain, version: string): AttackCatalogue {
  const id = domain === "atlas" ? "atlas" : `attack-${domain.replace("-attack", "")}`;
  const marking = bundle.ofType("marking-definition").map(({ fields }) => (isRecord(fields["definition"]) ? textOf(fields["definition"]["statement"]) : undefined)).find((statement) => statement !== undefined);
  return {
    id, domain, version, notice: marking ?? "© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.",
    tactics: tacticsOf(bundle), techniques: techniquesOf(bundle), mitigations: retirables(bundle, "course-of-action") satisfies readonly AttackMitigation[], groups: groupsOf(bundle),
  };
}

function domainOf(bundle: StixBundle): AttackDomain | undefined {
  const techniques = bundle.ofType("attack-pattern");
  if (techniques.some((object) => mitreId(object, /^AML\./) !== undefined)) return "atlas";
  const matrices = bundle.ofType("x-mitre-matrix").filter(holds).flatMap((object) => mitreId(object, /-attack$/) ?? []);
  const stated = matrices.length > 0 ? matrices : techniques.filter(holds).flatMap(({ fields }) => textsOf(fields["x_mitre_domains"]));
  const found = domains.filter((domain) => stated.includes(domain));
  return found.length === 1 ? found[0] : undefined;
}

/** In the order of the matrix, where it says one. */
function tacticsOf(bundle: StixBundle): readonly AttackTactic[] {
  const order = bundle.ofType("x-mitre-matrix").filter(holds).flatMap(({ fields }) => textsOf(fields["tactic_refs"]));
  const tactics = bundle.ofType("x-mitre-tactic").filter(holds).flatMap((object) => {
    const [id, shortname] = [mitreId(object, forms["x-mitre-tactic"]), textOf(object.fields["x_mitre_shortname"])];
    return id !== undefined && shortname !== undefined ? [{ at: order.indexOf(object.stix), tactic: { id, shortname, name: textOf(object.fields["name"]) ?? shortname } }] : [];
  });
  return tactics.sort((a, b) => a.at - b.at || compare(a.tactic.id, b.tactic.id)).map(({ tactic }) => tactic);
}

function techniquesOf(bundle: StixBundle): readonly AttackTechnique[] {
  const form = forms["attack-pattern"];
  const parents = ids(bundle.relations("subtechnique-of"), form, form);
  const mitigations = inverse(ids(bundle.relations("mitigates").filter(([from]) => holds(from)), forms["course-of-action"], form));
  const strategies = inverse(ids(bundle.relations("detects").filter(([from]) => from.type === "x-mitre-detection-strategy" && holds(from)), /^DET\d+$/, form));
  const objects = new Map(bundle.ofType("attack-pattern").map((object) => [object.stix, object]));
  return retirableObjects(bundle, "attack-pattern").map(([record, stix]): AttackTechnique => {
    const fields = objects.get(stix)?.fields ?? {};
    const phases = listOf(fields["kill_chain_phases"]).filter(isRecord).filter((phase) => (textOf(phase["kill_chain_name"]) ?? "").startsWith("mitre-"));
    // The relation of a retired one may be gone; its id still says it.
    const parent = parents.get(record.id)?.[0] ?? /^(.*T\d{4})\.\d{3}$/.exec(record.id)?.[1];
    const detections = strategies.get(record.id)?.length ?? 0;
    return {
      ...record, ...filled("tactics", phases.flatMap((phase) => textOf(phase["phase_name"]) ?? [])),
      ...filled("platforms", textsOf(fields["x_mitre_platforms"]).filter((platform) => platform !== "None")), ...(parent === undefined ? {} : { parent }),
      ...filled("mitigations", mitigations.get(record.id) ?? []), ...(detections > 0 ? { detections } : {}),
    };
  });
}

function groupsOf(bundle: StixBundle): readonly AttackGroup[] {
  const uses = ids(bundle.relations("uses").filter(([from, to]) => from.type === "intrusion-set" && to.type === "attack-pattern" && holds(to)), forms["intrusion-set"], forms["attack-pattern"]);
  return retirables(bundle, "intrusion-set").map((record) => ({ ...record, ...filled("techniques", record.status === undefined ? uses.get(record.id) ?? [] : []) }));
}

function retirables(bundle: StixBundle, type: keyof typeof forms): readonly Retirable[] {
  return retirableObjects(bundle, type).map(([record]) => record);
}

/** Each id once, the live object before a retired one, sorted; with the object's own id. */
function retirableObjects(bundle: StixBundle, type: keyof typeof forms): readonly (readonly [Retirable, string])[] {
  const revoked = ids(bundle.relations("revoked-by"), forms[type], forms[type]);
  const found = new Map<string, readonly [Retirable, string]>();
  for (const object of bundle.ofType(type)) {
    const id = mitreId(object, forms[type]);
    if (id === undefined || (found.has(id) && !holds(object))) continue;
    found.set(id, [{ id, name: textOf(object.fields["name"]) ?? id, ...statusOf(object, revoked.get(id) ?? []) }, object.stix]);
  }
  return [...found.values()].sort(([a], [b]) => compare(a.id, b.id));
}

function statusOf({ fields }: StixObject, by: readonly string[]): Partial<Retirable> {
  if (fields["revoked"] === true) return { status: "revoked", ...filled("revokedBy", by) };
  return fields["x_mitre_deprecated"] === true ? { status: "deprecated" } : {};
}

function ids(relations: readonly (readonly [StixObject, StixObject])[], from: RegExp, to: RegExp): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [source, target] of relations) {
    const [a, b] = [mitreId(source, from), mitreId(target, to)];
    if (a !== undefined && b !== undefined) found.set(a, [...found.get(a) ?? [], b]);
  }
  return found;
}

function inverse(relation: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [from, targets] of relation) for (const to of targets) found.set(to, [...found.get(to) ?? [], from]);
  return found;
}

function strangeTactics({ tactics, techniques }: AttackCatalogue, { path }: StixOptions): readonly Diagnostic[] {
  const known = new Set(tactics.map(({ shortname }) => shortname));
  const strange = techniques.filter(({ status, tactics: served = [] }) => status === undefined && served.some((word) => !known.has(word)));
  const words = [...new Set(strange.flatMap(({ tactics: served = [] }) => served.filter((word) => !known.has(word))))].sort().join(", ");
  return strange.length === 0 ? [] : [diagnose("F2052", fileStart(path), { count: strange.length, words })];
}

/** Nothing is said for an empty list. */
function filled<K extends string>(key: K, list: readonly string[]): { readonly [P in K]?: readonly string[] } {
  return list.length === 0 ? {} : { [key]: [...new Set(list)].sort() } as unknown as { readonly [P in K]?: readonly string[] }; // one key
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function fileStart(file: string) {
  return { file, line: 1, column: 1 };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
