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

/** `size`: how many elements; a few when left out. */
export function randomDocument(seed: number, library: Library, size?: number): ModelDocument {
  const dice = diceOf(seed, library);
  const { random } = dice;
  const count = size ?? 2 + Math.floor(random() * 7);
  const names: Names = {
    data: numbered("data", 1 + Math.floor(random() * 4)), boundaries: numbered("zone", Math.floor(random() * 4)),
    elements: numbered("part", count), flows: numbered("flow", count * 2),
  };
  const map = (keys: readonly string[], make: (i: number) => Values) => Object.fromEntries(keys.map((id, i) => [id, make(i)]));
  return {
    merlon: 1, id: `random/s${seed}`, depth: "full",
    data: map(names.data, () => randomData(dice)), boundaries: map(names.boundaries, (i) => randomBoundary(i, names, dice)),
    elements: map(names.elements, () => randomElement(names, dice)), flows: map(names.flows, () => randomFlow(names, dice)),
  } as unknown as ModelDocument; // put together from the catalogue's own words
}

interface Names {
  readonly data: readonly string[];
  readonly boundaries: readonly string[];
  readonly elements: readonly string[];
  readonly flows: readonly string[];
}

interface Dice {
  readonly library: Library;
  readonly random: () => number;
  pick<T>(list: readonly T[]): T;
  some<T>(list: readonly T[]): readonly T[];
  chance(p: number, value: () => Values): Values;
  characteristics(target: string): Values;
}

function diceOf(seed: number, library: Library): Dice {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return {
    library, random, pick,
    some: (list) => list.filter(() => random() < 0.4),
    chance: (p, value) => (random() < p ? value() : {}),
    characteristics: (target) => Object.assign({}, ...library.characteristics
      .filter((c) => (c["applies-to"] as readonly string[]).includes(target) && random() < 0.5)
      .map((c) => ({ [c.id]: valueOf(c, pick) }))) as Values,
  };
}

function numbered(prefix: string, n: number): readonly string[] {
  return Array.from({ length: n }, (_, i) => `${prefix}-${i}`);
}

function randomData({ chance, pick, library }: Dice): Values {
  return {
    ...chance(0.7, () => ({ kind: pick(library.dataKinds).id })),
    ...chance(0.6, () => ({ levels: { confidentiality: pick(["public", "internal", "confidential", "secret"]) } })),
  };
}

function randomBoundary(i: number, names: Names, { chance, pick, characteristics }: Dice): Values {
  return {
    type: pick(["network", "account", "container"]), ...chance(0.7, () => ({ trust: pick(["untrusted", "partner", "edge", "internal", "restricted"]) })),
    ...chance(i > 0 ? 0.4 : 0, () => ({ in: names.boundaries[i - 1] })), ...characteristics("boundary"),
  };
}

function randomElement(names: Names, { chance, pick, some, characteristics, library }: Dice): Values {
  const kind = pick(["process", "process", "store", "external"] as const);
  return {
    kind, ...chance(0.7, () => ({ type: pick(library.types.filter((t) => t.kinds.includes(kind))).id })),
    ...chance(names.boundaries.length > 0 ? 0.8 : 0, () => ({ in: pick(names.boundaries) })),
    ...chance(0.5, () => ({ holds: some(names.data) })), ...chance(0.5, () => ({ handles: some(names.data) })),
    ...(kind === "external" ? {} : characteristics("element")),
  };
}

function randomFlow(names: Names, { chance, pick, some, characteristics, library }: Dice): Values {
  return {
    from: pick(names.elements), to: pick(names.elements), ...chance(0.6, () => ({ protocol: pick(library.protocols).id })),
    ...chance(0.6, () => ({ carries: some(names.data) })), ...chance(0.6, () => ({ response: some(names.data) })), ...characteristics("flow"),
  };
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
