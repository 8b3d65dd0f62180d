// Version 0 was a draft of arrays: `components`, `zones`, `dataflows`, `datasets`, each entry with an `id` and a `name`.
// Version 1 has maps by id and other words. What has no place in version 1 is kept under an `x-v0-…` key, so that nothing is lost.
import type { Migration } from "./migration.ts";
import { isPlain, type Plain } from "./plain.ts";

/** Old key to new key of an entry; `null`: handled apart. Keys that are not listed are kept as `x-v0-<key>`. */
type Renames = Readonly<Record<string, string | null>>;

const shared: Renames = { id: null, name: "title", description: "description", tags: "tags" };
const componentKeys: Renames = { ...shared, type: null, zone: "in", technologies: "technology", stores: "holds", processes: "handles" };
const zoneKeys: Renames = { ...shared, type: "type", parent: "in", trust: "trust" };
const flowKeys: Renames = {
  ...shared, source: "from", destination: "to", protocol: "protocol", port: "port", data: "carries", returns: "response", encrypted: "encryption-in-transit",
};
const datasetKeys: Renames = { ...shared, kind: "kind", classification: null, personal: "personal" };
const headerKeys: Renames = { merlon: null, id: "id", name: "title", description: "description", tags: "tags", owners: "owners", components: null, zones: null, dataflows: null, datasets: null };

const kinds: Readonly<Record<string, string>> = { process: "process", datastore: "store", external: "external" };

export const from0to1: Migration = { from: 0, name: "0-to-1: arrays become maps by id", up };

function up(document: Plain): Plain {
  return {
    ...renamed(document, headerKeys),
    ...collected(document, "datasets", "data", dataset),
    ...collected(document, "zones", "boundaries", (entry) => renamed(entry, zoneKeys)),
    ...collected(document, "components", "elements", component),
    ...collected(document, "dataflows", "flows", (entry) => renamed(entry, flowKeys)),
  };
}

function component(entry: Plain): Plain {
  const kind = typeof entry.type === "string" ? (kinds[entry.type] ?? entry.type) : entry.type;
  return { kind, ...renamed(entry, componentKeys) };
}

function dataset(entry: Plain): Plain {
  const levels = entry.classification === undefined ? {} : { levels: { confidentiality: entry.classification } };
  return { ...renamed(entry, datasetKeys), ...levels };
}

/** One array as a map by id; entries without a usable id are kept aside. */
function collected(document: Plain, from: string, to: string, convert: (entry: Plain) => Plain): Plain {
  const list = document[from];
  if (list === undefined) return {};
  if (!Array.isArray(list)) return { [`x-v0-${from}`]: list };
  const ids = new Set<string>();
  const entries: [string, Plain][] = [];
  const aside: unknown[] = [];
  for (const entry of list as readonly unknown[]) {
    if (isPlain(entry) && typeof entry.id === "string" && !ids.has(entry.id)) {
      ids.add(entry.id);
      entries.push([entry.id, convert(entry)]);
    } else {
      aside.push(entry);
    }
  }
  return { [to]: Object.fromEntries(entries), ...(aside.length === 0 ? {} : { [`x-v0-${from}`]: aside }) };
}

function renamed(entry: Plain, keys: Renames): Plain {
  const pairs = Object.entries(entry).flatMap(([key, value]): [string, unknown][] => {
    const to = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (to === null) return [];
    return [[to ?? (key.startsWith("x-") ? key : `x-v0-${key}`), value]];
  });
  return Object.fromEntries(pairs);
}
