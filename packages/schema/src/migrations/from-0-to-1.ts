// Version 0 was a draft of arrays: `components`, `zones`, `dataflows`, `datasets`, each entry with an `id` and a `name`.
// Version 1 has maps by id and other words. What has no place in version 1 is kept under an `x-v0-…` key, so that nothing is lost.
import type { Migration } from "./migration.ts";
import { isPlain, type Plain } from "./plain.ts";

/** Old key to new key of an entry; keys that are not listed are kept as `x-v0-<key>`. */
type Renames = ReadonlyMap<string, string>;

const shared = [["name", "title"], ["description", "description"], ["tags", "tags"]] as const;
const elementKeys: Renames = new Map([...shared, ["zone", "in"], ["technologies", "technology"], ["stores", "holds"], ["processes", "handles"]]);
const boundaryKeys: Renames = new Map([...shared, ["type", "type"], ["parent", "in"], ["trust", "trust"]]);
const flowKeys: Renames = new Map([
  ...shared, ["source", "from"], ["destination", "to"], ["protocol", "protocol"], ["port", "port"], ["data", "carries"], ["returns", "response"],
  ["encrypted", "encryption-in-transit"],
]);
const dataKeys: Renames = new Map([...shared, ["kind", "kind"], ["personal", "personal"]]);
const headerKeys: Renames = new Map([...shared, ["id", "id"], ["owners", "owners"]]);
const lists = ["datasets", "zones", "components", "dataflows"];

const kinds: ReadonlyMap<unknown, string> = new Map([["process", "process"], ["datastore", "store"], ["external", "external"]]);

export const from0to1: Migration = { from: 0, name: "0-to-1: arrays become maps by id", up };

function up(document: Plain): Plain {
  return {
    ...renamed(document, headerKeys, ["merlon", ...lists]),
    ...collected(document, "datasets", "data", dataOf),
    ...collected(document, "zones", "boundaries", (entry) => renamed(entry, boundaryKeys, ["id"])),
    ...collected(document, "components", "elements", elementOf),
    ...collected(document, "dataflows", "flows", (entry) => renamed(entry, flowKeys, ["id"])),
  };
}

function elementOf(entry: Plain): Plain {
  return { kind: kinds.get(entry.type) ?? entry.type, ...renamed(entry, elementKeys, ["id", "type"]) };
}

function dataOf(entry: Plain): Plain {
  const levels = entry.classification === undefined ? {} : { levels: { confidentiality: entry.classification } };
  return { ...renamed(entry, dataKeys, ["id", "classification"]), ...levels };
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

/** `apart`: keys that the caller sees to itself. */
function renamed(entry: Plain, keys: Renames, apart: readonly string[]): Plain {
  const pairs = Object.entries(entry).filter(([key]) => !apart.includes(key));
  return Object.fromEntries(pairs.map(([key, value]) => [keys.get(key) ?? (key.startsWith("x-") ? key : `x-v0-${key}`), value]));
}
