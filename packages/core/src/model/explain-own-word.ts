// Other tools' and everyday words for what this format has a word of its own for: a small table, for hints only. Nothing is ever read by these words.

/** Own key, then what others call it. A word that stands in several rows means the first own key that is known at its place. */
const keys: ReadonlyMap<string, readonly string[]> = tableOf([
  ["title", "name label"], ["description", "desc summary notes note comment"], ["note", "notes comment"],
  ["from", "source src origin"], ["to", "target destination dest dst"], ["at", "target"], ["via", "through proxies"],
  ["carries", "sends data payload"], ["response", "receives returns responds"],
  ["holds", "stores stored contains data"], ["handles", "processes processed"], ["technology", "tech technologies stack"],
  ["in", "boundary zone parent network trust-boundary trust-zone"], ["part-of", "parent"], ["trust", "trust-level"], ["levels", "classification sensitivity"],
  ["boundaries", "boundary zone zones trust-zones trust-boundaries"],
  ["elements", "processes components nodes systems services entities technical-assets stencils"],
  ["flows", "links edges connections dataflows data-flows communication-links interactions"],
  ["data", "assets data-assets"], ["controls", "mitigations countermeasures safeguards"], ["threats", "findings"],
  ["personal", "pii"], ["encryption-in-transit", "encrypted"], ["encryption-at-rest", "encrypted"],
  ["state", "status"], ["reason", "justification"], ["owners", "owner"], ["by", "owner"], ["type", "category"], ["kind", "category"],
]);

const values: ReadonlyMap<string, readonly string[]> = tableOf([
  ["external", "actor user person entity external-entity third-party"],
  ["store", "database datastore data-store storage queue cache"],
  ["process", "service server application app component function"],
  ["accept", "accepted"], ["implemented", "done"], ["planned", "todo"],
]);

export function ownKey(key: string, known: readonly string[]): string | undefined {
  return lookUp(keys, key, known);
}

export function ownValue(value: string, known: readonly string[]): string | undefined {
  return lookUp(values, value, known);
}

/** `trustZones` and `trust_zones` as `trust-zones`. */
function lookUp(table: ReadonlyMap<string, readonly string[]>, word: string, known: readonly string[]): string | undefined {
  const plain = word.replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/[_ ]/g, "-").toLowerCase();
  return table.get(plain)?.find((own) => known.includes(own));
}

function tableOf(rows: readonly (readonly [own: string, others: string])[]): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [own, others] of rows) {
    for (const other of others.split(" ")) table.set(other, [...table.get(other) ?? [], own]);
  }
  return table;
}
