// Which of two values is safer to believe: the one under which more can go wrong, so that no threat is lost by a merge. People still choose.
import type { Characteristic, Library } from "@merlon/schema";
import { isObject } from "../model/maps.ts";
import type { Model } from "../model/model.ts";
import type { Slot } from "./slots.ts";
import type { Clash } from "./merge-value.ts";

export interface Orders {
  readonly library: Library;
  /** Of ours, for its scales. */
  readonly model: () => Model;
}

/** undefined when neither is safer, or nobody can tell. */
export function saferValue({ map }: Slot, { path, ours, theirs }: Clash, { library, model }: Orders): unknown {
  const [key = "", inner] = path.map(String);
  const [a, b] = [plain(ours), plain(theirs)];
  const first = (rank: (value: unknown) => number): unknown => {
    const [own, other] = [rank(a), rank(b)];
    return Number.isNaN(own) || Number.isNaN(other) || own === other ? undefined : own < other ? ours : theirs;
  };
  if (map === "decisions") return first((value) => rankIn(boldness, isObject(value) ? value["state"] : value));
  if (key === "trust" && map === "boundaries") return first((value) => rankIn(model().scales.get("trust")?.levels ?? [], value));
  if (key === "levels" && inner !== undefined) return first((value) => -rankIn(model().scales.get(inner)?.levels ?? [], value));
  const characteristic = library.characteristics.find(({ id }) => id === key);
  return characteristic && path.length === 1 ? first((value) => protection(characteristic, value)) : undefined;
}

/** From what leaves most open. */
const boldness = ["open", "mitigate", "avoid", "transfer", "accept", "not-applicable", "false-positive"];

function rankIn(order: readonly string[], value: unknown): number {
  const at = order.indexOf(String(value));
  return at < 0 ? Number.NaN : at;
}

function protection({ kind, safer, values = [] }: Characteristic, value: unknown): number {
  if (kind === "number") return typeof value !== "number" ? Number.NaN : safer === "lower" ? -value : value;
  if (kind === "flag") return value === "yes" || value === "no" ? Number(value === safer) : Number.NaN;
  return kind === "choice" ? rankIn(["no", ...values.map(({ id }) => id)], value) : Number.NaN;
}

function plain(value: unknown): unknown {
  if (isObject(value) && "value" in value) return plain(value["value"]);
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
