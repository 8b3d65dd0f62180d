// The experts' own threats, read where they lie: Threat Dragon, OWASP Threat Model Library, Threat Composer, or the normalised lists beside them.
import type { StrideLetter } from "@merlon/schema";
import { readShared } from "../corpus.ts";

export interface SourceThreat {
  /** What our files may call it. */
  readonly names: readonly string[];
  readonly text: string;
  /** Empty when the source gives none. */
  readonly stride: readonly StrideLetter[];
}

interface Any {
  readonly [key: string]: unknown;
}

export function sourceThreats(path: string): readonly SourceThreat[] {
  const file = readShared(`corpus/${path}`) as Any;
  if (file["detail"] !== undefined) return dragonThreats(file);
  return list(file["threats"]).map((threat) => ({
    names: [text(threat["id"]), text(threat["id"]).slice(0, 8), text(threat["symbolic_name"]), `veh-${text(threat["numericId"])}`],
    text: ["title", "text", "description", "statement"].map((key) => text(threat[key])).join(" "),
    stride: Array.isArray(threat["stride"]) ? (threat["stride"] as StrideLetter[]) : composerLetters(threat),
  }));
}

function composerLetters(threat: Any): readonly StrideLetter[] {
  return list(threat["metadata"]).filter(({ key }) => key === "STRIDE").flatMap(({ value }) => value as StrideLetter[]);
}

function dragonThreats(file: Any): readonly SourceThreat[] {
  const diagrams = list((file["detail"] as Any)["diagrams"]);
  const threats = diagrams.flatMap((diagram) => list(diagram["cells"])).flatMap((cell) => list((cell["data"] as Any | undefined)?.["threats"]));
  return threats.map((threat, index) => ({
    names: [text(threat["id"]).slice(0, 8), `iot-${index + 1}`, `tier-${index + 1}`],
    text: `${text(threat["title"])} ${text(threat["description"])}`,
    stride: [text(threat["type"])[0] as StrideLetter],
  }));
}

function list(value: unknown): readonly Any[] {
  return Array.isArray(value) ? (value as Any[]) : [];
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
