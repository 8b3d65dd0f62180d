// Random but valid model documents for property tests: every kind of object, characteristics with values of their catalogue, much left unsaid.
import type { Characteristic, Library, ModelDocument } from "@merlon/schema";

/** A deterministic source of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Values = Record<string, unknown>;

export function randomDocument(seed: number, library: Library): ModelDocument {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[]): readonly T[] => list.filter(() => random() < 0.4);
  const chance = (p: number, value: () => Values): Values => (random() < p ? value() : {});
  const count = 2 + Math.floor(random() * 7);
  const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}-${i}`);
  const dataIds = ids("data", 1 + Math.floor(random() * 4));
  const boundaryIds = ids("zone", Math.floor(random() * 4));
  const elementIds = ids("part", count);
  const characteristics = (target: string): Values => Object.assign({}, ...library.characteristics
    .filter((c) => (c["applies-to"] as readonly string[]).includes(target) && random() < 0.5)
    .map((c) => ({ [c.id]: valueOf(c, pick) }))) as Values;
  const data = (): Values => ({
    ...chance(0.7, () => ({ kind: pick(library.dataKinds).id })), ...chance(0.6, () => ({ levels: { confidentiality: pick(["public", "internal", "confidential", "secret"]) } })),
  });
  const boundary = (i: number): Values => ({
    type: pick(["network", "account", "container"]), ...chance(0.7, () => ({ trust: pick(["untrusted", "partner", "edge", "internal", "restricted"]) })),
    ...chance(i > 0 ? 0.4 : 0, () => ({ in: boundaryIds[i - 1] })), ...characteristics("boundary"),
  });
  const element = (): Values => {
    const kind = pick(["process", "process", "store", "external"] as const);
    return {
      kind, ...chance(0.7, () => ({ type: pick(library.types.filter((t) => t.kinds.includes(kind))).id })),
      ...chance(boundaryIds.length > 0 ? 0.8 : 0, () => ({ in: pick(boundaryIds) })),
      ...chance(0.5, () => ({ holds: some(dataIds) })), ...chance(0.5, () => ({ handles: some(dataIds) })), ...(kind === "external" ? {} : characteristics("element")),
    };
  };
  const flow = (): Values => ({
    from: pick(elementIds), to: pick(elementIds), ...chance(0.6, () => ({ protocol: pick(library.protocols).id })),
    ...chance(0.6, () => ({ carries: some(dataIds) })), ...chance(0.6, () => ({ response: some(dataIds) })), ...characteristics("flow"),
  });
  const map = (keys: readonly string[], make: (i: number) => Values) => Object.fromEntries(keys.map((id, i) => [id, make(i)]));
  return {
    merlon: 1, id: `random/s${seed}`, depth: "full",
    data: map(dataIds, data), boundaries: map(boundaryIds, boundary), elements: map(elementIds, element), flows: map(ids("flow", count * 2), flow),
  } as unknown as ModelDocument;
}

function valueOf(characteristic: Characteristic, pick: <T>(list: readonly T[]) => T): unknown {
  const values = (characteristic.values ?? []).map((v) => v.id);
  switch (characteristic.kind) {
    case "flag": return pick(["yes", "no", "unknown"]);
    case "choice": return pick([...values, "no", "unknown"]);
    case "set": return values.length > 0 ? [pick(values)] : "no";
    case "number": return characteristic.minimum ?? 1;
  }
}
