// Which packs a model's header names, and where, found without reading the whole model twice: most models name none.
import { readYaml, whereIs, type SourceFile } from "@merlon/core";
import type { Where } from "@merlon/schema";

export interface WantedPack {
  readonly name: string;
  readonly where: Where;
}

/** undefined: the model names none, so it gets those that come with Merlon. */
export function packsOf(files: readonly SourceFile[], root: string): readonly WantedPack[] | undefined {
  const header = files.find((file) => /^model\.(yaml|yml|json)$/.test(file.path.slice(root.length))) ?? (files.length === 1 ? files[0] : undefined);
  if (!header || !/^\s*\{?\s*"?packs"?\s*:/m.test(header.text)) return undefined;
  const parsed = readYaml(header);
  const packs = typeof parsed.value === "object" && parsed.value !== null ? (parsed.value as { readonly packs?: unknown }).packs : undefined;
  return Array.isArray(packs) ? packs.map((name, index) => ({ name: String(name), where: whereIs(parsed, ["packs", index]) })) : undefined;
}
