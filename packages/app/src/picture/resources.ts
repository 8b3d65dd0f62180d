// Bytes that pictures need. A port, so that the command's bundle can hand in the files that lie beside it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

export type ResourceName = "resvg.wasm" | "DejaVuSans.ttf" | "DejaVuSans-Bold.ttf";

export interface Resources {
  bytes(name: ResourceName): Promise<Uint8Array>;
}

const inPackages: Readonly<Record<ResourceName, string>> = {
  "resvg.wasm": "@resvg/resvg-wasm/index_bg.wasm",
  "DejaVuSans.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "DejaVuSans-Bold.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
};

/** From the installed packages. */
export const packageResources: Resources = {
  bytes: (name) => readFile(createRequire(import.meta.url).resolve(inPackages[name])),
};

/** From a folder to which the build has copied the files under their own names. */
export function folderResources(folder: string): Resources {
  return { bytes: (name) => readFile(join(folder, inPackages[name].split("/").at(-1) ?? name)) };
}
