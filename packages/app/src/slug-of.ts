// A readable id from words people wrote: always the same for the same words.
import { sha256 } from "@merlon/core";

/** Lower case, without accents, words joined by hyphens, cut between words. Words of other scripts give a hash behind `otherwise`. */
export function slugOf(text: string, otherwise: string, longest = 40): string {
  const words = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "").replace(/ß/g, "ss").split(/[^a-z0-9]+/).filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const next = slug === "" ? word.slice(0, longest) : `${slug}-${word}`;
    if (next.length > longest) break;
    slug = next;
  }
  if (slug === "") return `${otherwise}-${sha256(text).slice(0, 8)}`;
  return /^[a-z]/.test(slug) ? slug : `${otherwise}-${slug}`;
}
