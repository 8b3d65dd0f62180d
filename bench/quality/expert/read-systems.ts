// The systems with experts' threats: our file about them joined with the source's own words.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import type { StrideLetter } from "@merlon/schema";
import type { ExpertThreat, Nature } from "../matcher/expert-threat.ts";
import { sourceThreats } from "./source-threats.ts";

/** apart: the source shows its diagram only as a picture, and we wrote the model from its words. */
export type Half = "open" | "held-out" | "apart";

export interface ExpertSystem {
  readonly system: string;
  readonly source: string;
  readonly half: Half;
  readonly letters: "source" | "ours";
  readonly places: "source" | "ours";
  readonly threats: readonly ExpertThreat[];
}

interface WrittenThreat {
  readonly at: readonly string[];
  readonly stride: readonly StrideLetter[];
  readonly cwe: readonly string[];
  readonly about: string;
  readonly nature: Nature;
}

type WrittenSystem = Omit<ExpertSystem, "threats"> & { readonly threats: Readonly<Record<string, WrittenThreat>> };

const folder = fileURLToPath(new URL(".", import.meta.url));

export function readSystems(): readonly ExpertSystem[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort().map((name) => withTexts(load(readFileSync(`${folder}${name}`, "utf8")) as WrittenSystem));
}

function withTexts(written: WrittenSystem): ExpertSystem {
  const sources = sourceThreats(written.source);
  const threats = Object.entries(written.threats).map(([id, threat]) => {
    const source = sources.find(({ names }) => names.includes(id));
    if (source === undefined) throw new Error(`${written.source} has no threat ${id}.`);
    if (written.letters === "source" && source.stride.length > 0 && [...source.stride].sort().join("") !== [...threat.stride].sort().join("")) {
      throw new Error(`${written.system} ${id}: the source says ${source.stride.join("")}.`);
    }
    return { id, ...threat, text: source.text };
  });
  if (threats.length !== sources.length) throw new Error(`${written.source} has ${sources.length} threats, ${written.system} ${threats.length}.`);
  return { ...written, threats };
}
