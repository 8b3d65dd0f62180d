// Attack paths as Attack Flow 2.0, a bundle of STIX 2.1: an action for each step, an operator where several must come together or one of several
// is enough, an asset for what is attacked. Ids follow from the content, so that the same paths give the same bundle.
import { sha256 } from "@merlon/core";
import type { AttackHop, AttackPath, AttackPaths, Jewel } from "@merlon/schema";
import { barrierWords, directNeeds, lossOf, pathsOf, titleOfAttacker } from "./path-wording.ts";
import { sha1 } from "./sha1.ts";

export interface AttackFlowOptions {
  /** The day that objects are dated with, YYYY-MM-DD. */
  readonly at: string;
  /** Who made it, for the identity. */
  readonly generator: string;
}

type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };
export interface StixBundle { readonly type: "bundle"; readonly id: string; readonly objects: readonly StixObject[] }

const EXTENSION = "extension-definition--fb9c968a-745b-4ade-9b25-c324172197f4";
const MITRE = "identity--d673f8cb-c168-42da-8ed4-0cb26725f86c";
/** The namespace of our ids; a UUID of our own. */
const NAMESPACE = [0x6d, 0x65, 0x72, 0x6c, 0x6f, 0x6e, 0x50, 0x41, 0x8e, 0x11, 0x70, 0x61, 0x74, 0x68, 0x73, 0x31];

export function attackFlow(paths: AttackPaths, { at, generator }: AttackFlowOptions): StixBundle {
  const stamp = `${at}T00:00:00.000Z`;
  const by = objectId("identity", generator);
  const maker = { stamp, by, model: paths.model.id, objects: new Map<string, StixObject>() };
  const starts = new Set<string>();
  for (const jewel of paths.jewels) for (const path of pathsOf(jewel, paths)) addPath(path, jewel, paths, maker, starts);
  const identity: StixObject = { type: "identity", spec_version: "2.1", id: by, created: stamp, modified: stamp, name: generator, identity_class: "system" };
  const flow = common("attack-flow", `flow ${paths.model.id}`, maker, {
    name: `Attack paths of ${paths.model.title}`, scope: "attack-tree", start_refs: [...starts],
    ...(paths.partial ? { description: `Partial: ${paths.reasons.join(" ")}` } : {}),
  });
  const objects = [...definition(), identity, ...(starts.size > 0 ? [flow] : []), ...maker.objects.values()];
  return { type: "bundle", id: objectId("bundle", `${paths.model.id} ${stamp} ${objects.map(({ id }) => id).join()}`), objects };
}

interface Maker { readonly stamp: string; readonly by: string; readonly model: string; readonly objects: Map<string, StixObject> }

/** From the last step back, so that effects exist before what leads to them. */
function addPath(path: AttackPath, jewel: Jewel, paths: AttackPaths, maker: Maker, starts: Set<string>): void {
  const key = (hop: AttackHop): string => `${path.id} ${hop.number}`;
  const asset = put(common("attack-asset", `asset ${maker.model} ${jewel.id}`, maker, { name: jewel.title, description: lossOf(jewel) }), maker);
  const entries = path.hops.map((hop) => ({ hop, needs: directNeeds(hop, path.hops) }));
  const operators = new Map(entries.filter(({ needs }) => needs.length > 1).map(({ hop }) => [hop.number, objectId("attack-operator", `${maker.model} ${key(hop)}`)]));
  for (const { hop, needs } of [...entries].reverse()) {
    const followers = entries.filter((other) => other.needs.includes(hop.number)).map(({ hop: next }) => operators.get(next.number) ?? actionId(key(next), maker));
    const action = put(actionOf(hop, key(hop), { ...(followers.length > 0 ? { effect_refs: followers } : {}), ...(hop.number === path.hops.length ? { asset_refs: [asset] } : {}) }, maker), maker);
    const operator = operators.get(hop.number);
    if (operator) put({ ...common("attack-operator", `${maker.model} ${key(hop)}`, maker, { operator: "AND", effect_refs: [action] }) }, maker);
    if (needs.length === 0) starts.add(startOf(path, paths, action, maker));
  }
}

/** Where an attacker stands is the condition under which the first steps are possible. */
function startOf({ entry }: AttackPath, { attackers }: AttackPaths, action: string, maker: Maker): string {
  const id = objectId("attack-condition", `start ${maker.model} ${entry}`);
  const before = maker.objects.get(id);
  const refs = new Set([...((before?.["on_true_refs"] as readonly string[] | undefined) ?? []), action]); // ours, written just below
  return put(common("attack-condition", `start ${maker.model} ${entry}`, maker, { description: `The attacker is: ${titleOfAttacker(entry, attackers)}`, on_true_refs: [...refs] }), maker);
}

function actionOf(hop: AttackHop, key: string, refs: Readonly<Record<string, unknown>>, maker: Maker): StixObject {
  const [technique] = hop.techniques;
  const why = [...hop.because, ...hop.barriers.map((barrier) => `slowed by ${barrierWords(barrier)}`), ...hop.openings.map((id) => `open threat ${id}`), ...hop.assumed.map((id) => `not stated: ${id}`)];
  return common("attack-action", `action ${maker.model} ${key}`, maker, {
    name: technique?.name ?? hop.tactic.name, tactic_id: hop.tactic.id, ...(technique ? { technique_id: technique.id } : {}),
    description: `${hop.text}.${why.length > 0 ? ` ${why.join("; ")}.` : ""}`, ...refs,
  });
}

function actionId(key: string, { model }: Maker): string {
  return objectId("attack-action", `action ${model} ${key}`);
}

function common(type: string, name: string, { stamp, by }: Maker, rest: Readonly<Record<string, unknown>>): StixObject {
  return { type, spec_version: "2.1", id: objectId(type, name), created_by_ref: by, created: stamp, modified: stamp, ...rest, extensions: { [EXTENSION]: { extension_type: "new-sdo" } } };
}

function put(object: StixObject, { objects }: Maker): string {
  objects.set(object.id, object);
  return object.id;
}

/** Attack Flow's own definition must be in every bundle. */
function definition(): readonly StixObject[] {
  const stamp = "2022-08-02T19:34:35.143Z";
  return [
    {
      type: "extension-definition", id: EXTENSION, spec_version: "2.1", name: "Attack Flow", created: stamp, modified: stamp, created_by_ref: MITRE,
      schema: "https://center-for-threat-informed-defense.github.io/attack-flow/stix/attack-flow-schema-2.0.0.json", version: "2.0.0", extension_types: ["new-sdo"],
    },
    { type: "identity", spec_version: "2.1", id: MITRE, created_by_ref: MITRE, created: stamp, modified: stamp, name: "MITRE Center for Threat-Informed Defense", identity_class: "organization" },
  ];
}

/** A UUID of version 5; its name is the digest of what the object is, so that any text will do. */
function objectId(type: string, name: string): string {
  const digits = [...sha256(`${type} ${name}`)].map((digit) => digit.charCodeAt(0));
  const digest = sha1(new Uint8Array([...NAMESPACE, ...digits])).slice(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
