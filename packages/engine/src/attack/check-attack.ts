// Judges every reference to ATT&CK in the release that the model names: is it known, live, of the right matrix, of its tactic, and possible on the platform?
import { nearest, type Model } from "@merlon/core";
import type { AttackDomain, AttackTactic, AttackTechnique, Diagnostic, Where } from "@merlon/schema";
import { engineDiagnostic, type EngineCodeId } from "../codes.ts";
import { attackRelease, attackVersion, catalogueAt, domainNames, matrixDomains, newestVersion, type AttackKnowledge, type AttackRelease } from "./attack-knowledge.ts";
import type { AttackReference } from "./attack-references.ts";
import { contradicts, elementPlatforms, elementsAt } from "./element-platforms.ts";
import { tacticOf, tacticWords } from "./tactics.ts";

export interface AttackCheck {
  readonly knowledge: AttackKnowledge;
  readonly model: Model;
  /** Where `attack-version` stands, or the model file. */
  readonly versionWhere: Where;
}

interface Judge extends AttackCheck {
  readonly version: string;
  readonly releases: readonly AttackRelease[];
}

export function checkAttack(references: readonly AttackReference[], check: AttackCheck): readonly Diagnostic[] {
  const { knowledge, model } = check;
  const said = model.header["attack-version"];
  const newest = newestVersion(knowledge);
  const version = said === undefined ? newest : attackVersion(knowledge, said);
  const pinned = versionProblems(check, said, version);
  const judge: Judge = { ...check, version: version ?? newest, releases: allReleases(knowledge, version ?? newest) };
  return [...(references.length > 0 || said !== undefined ? pinned : []), ...references.flatMap((reference) => judgeReference(reference, judge))];
}

/** All three matrices as they were, and ATLAS. */
export function allReleases(knowledge: AttackKnowledge, version: string): readonly AttackRelease[] {
  const atlas = knowledge.catalogues.find(({ domain }) => domain === "atlas");
  const matrices = matrixDomains.map((domain) => attackRelease(knowledge, domain, version));
  return atlas ? [...matrices, { domain: "atlas", version: atlas.version, tactics: atlas.tactics, techniques: new Map(atlas.techniques.map((technique) => [technique.id, technique])) }] : matrices;
}

function versionProblems({ knowledge, versionWhere }: AttackCheck, said: string | undefined, version: string | undefined): readonly Diagnostic[] {
  const newest = newestVersion(knowledge);
  if (said === undefined) return [engineDiagnostic("E3109", `The model does not say which ATT&CK release its references are of; they are judged by ${newest}.`, versionWhere, { newest })];
  if (version === undefined) return [problem("E3107", `There is no ATT&CK release ${said}; references are judged by ${newest}.`, versionWhere, nearest(said, knowledge.history.versions))];
  return version === newest ? [] : [engineDiagnostic("E3108", `The model speaks ATT&CK ${version}; ${newest} is known.`, versionWhere, { version, newest })];
}

function judgeReference(reference: AttackReference, judge: Judge): readonly Diagnostic[] {
  if (reference.kind !== "technique") return judgeOther(reference, judge);
  const release = releaseOf(judge.releases, reference.id);
  const technique = release?.techniques.get(reference.id);
  if (!release || !technique) return [unknown(reference, judge, judge.releases.flatMap(({ techniques }) => [...techniques.keys()]))];
  if (technique.status !== undefined) return [retired(reference, technique, release.version, (id) => release.techniques.get(id)?.name)];
  return [...judgeTactic(reference, technique, release), ...judgePlace(reference, technique, release.domain, judge)];
}

/** The matrix that an id is of: where it is live, else where it is known. */
export function releaseOf(releases: readonly AttackRelease[], id: string): AttackRelease | undefined {
  const known = releases.filter(({ techniques }) => techniques.has(id));
  return known.find(({ techniques }) => techniques.get(id)?.status === undefined) ?? known[0];
}

/** Mitigations and groups are known for the releases that come as catalogues. */
function judgeOther(reference: AttackReference, judge: Judge): readonly Diagnostic[] {
  const domains: readonly AttackDomain[] = ["enterprise-attack", "mobile-attack", "ics-attack", "atlas"];
  const catalogues = domains.flatMap((domain) => catalogueAt(judge.knowledge, domain, judge.version) ?? []);
  const records = catalogues.flatMap((catalogue) => (reference.kind === "group" ? catalogue.groups : catalogue.mitigations));
  const found = records.find(({ id, status }) => id === reference.id && status === undefined) ?? records.find(({ id }) => id === reference.id);
  if (!found) return [unknown(reference, judge, records.map(({ id }) => id))];
  return found.status === undefined ? [] : [retired(reference, found, judge.version, (id) => records.find((record) => record.id === id)?.name)];
}

function unknown({ id, kind, by, where }: AttackReference, { version }: Judge, ids: readonly string[]): Diagnostic {
  return problem("E3100", `There is no ${kind} ${id} in ATT&CK ${version}, which ${by} refers to.`, where, nearestId(id, ids));
}

/** A kind of the same technique before anything else. */
function nearestId(id: string, ids: readonly string[]): string | undefined {
  const [technique = id] = id.split(".");
  return nearest(id, ids.filter((other) => other !== technique && other.startsWith(technique))) ?? nearest(id, ids);
}

function retired({ id, by, where }: AttackReference, { name, status, revokedBy = [] }: AttackTechnique, version: string, nameOf: (id: string) => string | undefined): Diagnostic {
  const targets = revokedBy.map((target) => `${target} (${nameOf(target) ?? "unknown"})`).join(", ");
  if (status === "revoked" && targets !== "") return engineDiagnostic("E3101", `${id} (${name}) of ${by} was revoked; in ATT&CK ${version} it is ${targets}.`, where, { id, now: revokedBy });
  return engineDiagnostic("E3102", `${id} (${name}) of ${by} is deprecated in ATT&CK ${version} and nothing replaces it.`, where, { id });
}

function judgeTactic({ id, tactic, by, tacticWhere }: AttackReference, technique: AttackTechnique, { tactics, version }: AttackRelease): readonly Diagnostic[] {
  if (tactic === undefined) return [];
  const words = tacticWords(technique, tactics);
  const found = tacticOf(tactics, tactic);
  if (!found) return [problem("E3104", `There is no tactic ${tactic} in ATT&CK ${version}, which ${by} states for ${id}; it has ${words}.`, tacticWhere, nearest(tactic, shortnames(tactics)))];
  if (technique.tactics?.includes(found.shortname)) return [];
  return [engineDiagnostic("E3105", `${id} does not serve ${found.name} (${found.id}) in ATT&CK ${version}, as ${by} states; it serves ${words}.`, tacticWhere, { id, tactic, tactics: technique.tactics ?? [] })];
}

function shortnames(tactics: readonly AttackTactic[]): readonly string[] {
  return tactics.map(({ shortname }) => shortname);
}

function judgePlace(reference: AttackReference, technique: AttackTechnique, domain: AttackDomain, judge: Judge): readonly Diagnostic[] {
  if (!reference.at) return [];
  const { id, by, where, objects } = reference;
  const elements = elementsAt(judge.model, objects).filter(({ type = "" }) => !type.startsWith("human"));
  if (isElsewhere(domain, elements.map((element) => elementPlatforms(element).domain), judge.model)) {
    const fits = elements.some((element) => elementPlatforms(element).domain === "mobile-attack") ? "mobile-attack" : "enterprise-attack";
    const alike = [...judge.releases.find((release) => release.domain === fits)?.techniques.values() ?? []].find(({ name, status }) => name === technique.name && status === undefined);
    return [problem("E3103", `${id} (${technique.name}) is of ATT&CK ${domainNames[domain]}, and ${by} is at nothing of that matrix.`, where, alike?.id)];
  }
  const [first] = elements;
  if (!first || !elements.every((element) => contradicts(technique, element))) return [];
  const runs = [...new Set(elements.flatMap((element) => elementPlatforms(element).systems))].sort();
  return [engineDiagnostic("E3106", `${id} (${technique.name}) works on ${(technique.platforms ?? []).join(", ")}; what ${by} is at runs on ${runs.join(", ")}.`, where, { id, platforms: technique.platforms ?? [], runs })];
}

/** Techniques of ATLAS fit wherever a model of learning is used; those of ICS, wherever the system has devices. */
function isElsewhere(domain: AttackDomain, domains: readonly AttackDomain[], model: Model): boolean {
  if (domains.length === 0 || domain === "atlas") return false;
  if (domain === "ics-attack") return ![...model.elements.values()].some(({ type = "" }) => type === "device" || type.startsWith("device."));
  return domain === "mobile-attack" ? !domains.includes(domain) : domains.every((here) => here === "mobile-attack");
}

/** `close`: the nearest right word, which is the best hint. */
function problem(code: EngineCodeId, message: string, where: Where | undefined, close: string | undefined): Diagnostic {
  const diagnostic = engineDiagnostic(code, message, where, close === undefined ? {} : { nearest: close });
  return close === undefined ? diagnostic : { ...diagnostic, hint: `Did you mean \`${close}\`?` };
}
