// One random edit of a model document, of any kind there is: a key set or cleared, an object added or removed, moved, rewired, retired, protected by a control.
// Values come from a second random document, so that whatever can be written can be an edit. References may come to lead nowhere: reading leaves those out.
import type { Library, ModelDocument } from "@merlon/schema";
import { randomDocument } from "./random-document.ts";

type Values = Readonly<Record<string, unknown>>;
type Objects = Readonly<Record<string, Values>>;
type Maps = Record<string, Objects>;

const MAPS = ["elements", "elements", "flows", "flows", "flows", "boundaries", "data", "controls"] as const;

const DONORS = 256;
const donors = new WeakMap<Library, Map<number, Maps>>();

function donorOf(seed: number, library: Library): Maps {
  let known = donors.get(library);
  if (!known) donors.set(library, (known = new Map<number, Maps>()));
  let donor = known.get(seed);
  if (!donor) known.set(seed, (donor = randomDocument(900_000 + seed, library) as unknown as Maps)); // of the same form
  return donor;
}

/** A changed copy. `at` numbers the edits, for new ids. */
export function everyEdit(document: ModelDocument, random: () => number, library: Library, at: number): ModelDocument {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const edited = { ...document } as unknown as Maps; // put back below
  const donor = donorOf(Math.floor(random() * DONORS), library);
  const map = pick(MAPS)!;
  const objects = edited[map] ?? {};
  const id = pick(Object.keys(objects));
  const names = (of: string): readonly string[] => Object.keys(edited[of] ?? {});
  const dice = random();
  if (map === "controls") edited[map] = { ...objects, ...controlEdit(id, at) };
  else if (dice < 0.12) edited[map] = { ...objects, [`new-${map}-${at}`]: joined(pick(Object.values(donor[map] ?? {})) ?? { kind: "process", type: "network" }) };
  else if (dice < 0.24 || id === undefined) edited[map] = Object.fromEntries(Object.entries(objects).filter(([name]) => name !== id));
  else if (dice < 0.45) edited[map] = { ...objects, [id]: { ...objects[id], ...structural() } };
  else {
    const source = pick(Object.values(donor[map] ?? {})) ?? {};
    const key = pick([...Object.keys(source), ...Object.keys(objects[id] ?? {})].filter((name) => !FIXED.has(name)));
    edited[map] = { ...objects, [id]: withKey(objects[id] ?? {}, key, random() < 0.6 ? source[key ?? ""] : undefined) };
  }
  return edited as unknown as ModelDocument; // the same maps with the same kinds of values

  /** Ends that are here, not those of the donor. */
  function joined(object: Values): Values {
    return map === "flows" ? { ...object, from: pick(names("elements")) ?? "nowhere", to: pick(names("elements")) ?? "nowhere" } : object;
  }

  function structural(): Values {
    const some = (of: string): readonly string[] => names(of).filter(() => random() < 0.4);
    const retired = { lifecycle: { state: pick(["retired", "live", "planned"]) } };
    const options: Readonly<Record<string, readonly Values[]>> = {
      elements: [{ in: pick(names("boundaries")) ?? [] }, { in: [] }, retired, { holds: some("data") }, { handles: some("data") }, { levels: { confidentiality: pick(["public", "secret"]), availability: pick(["low", "high"]) } }, { kind: pick(["process", "store", "external"]) }, { actor: pick(["anonymous", "customer", "employee", "insider", "partner"]) }, { "internet-facing": pick(["yes", "no"]) }, { "out-of-scope": "not ours" }],
      flows: [{ from: pick(names("elements")) }, { to: pick(names("elements")) }, { via: some("elements").slice(0, 2) }, retired, { carries: some("data") }, { response: some("data") }, { authentication: pick(["no", "token", "password"]) }, { "out-of-scope": "not ours" }, { "end-to-end-encryption": pick(["yes", "no"]) }],
      boundaries: [{ in: pick(names("boundaries")) }, { trust: pick(["untrusted", "internal", "restricted"]) }, { type: pick(["network", "host", "tenant"]) }, { policy: { in: pick(["any", "listed", "none"]), flows: some("flows") } }, { inside: { "audit-logging": pick(["yes", "no"]), "encryption-in-transit": pick(["yes", "no"]) } }],
      data: [{ "derived-from": [{ data: pick(names("data")), by: pick(["tokenised", "encrypted", "anonymised"]) }] }, { levels: { confidentiality: pick(["public", "secret"]), integrity: pick(["low", "high"]), availability: pick(["low", "high"]) } }, { personal: { recipients: some("elements") } }, { personal: pick(["yes", "no"]) }, { credential: { opens: some("elements").map((one) => ({ at: one, as: pick(["read", "write", "invoke", "deploy", "administer"]) })) } }, { credential: pick(["yes", "no"]) }],
    };
    return pick(options[map] ?? []) ?? {};
  }

  function controlEdit(control: string | undefined, number: number): Objects {
    const places = [...names("elements"), ...names("flows"), ...names("boundaries")];
    const made = { type: pick(library.controls)!.id, at: [pick(places), pick(places)].filter((place) => place !== undefined), state: pick(["implemented", "planned", "retired", "verified"]), ...(random() < 0.5 ? { covers: "inside" } : {}) };
    return { [control !== undefined && random() < 0.6 ? control : `new-control-${number}`]: made };
  }
}

/** Keys that every object has to keep. */
const FIXED = new Set(["kind", "type", "from", "to", "in"]);

function withKey(object: Values, key: string | undefined, value: unknown): Values {
  if (key === undefined) return object;
  return Object.fromEntries([...Object.entries(object).filter(([name]) => name !== key), ...(value === undefined ? [] : [[key, value]])]);
}
