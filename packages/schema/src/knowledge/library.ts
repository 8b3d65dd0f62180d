// Everything the engine knows besides the model: packs, rules, catalogues, as one value (compiled to one JSON file).
import type { Severity } from "../common/stride.ts";
import type { Characteristic } from "./characteristic.ts";
import type { Rule } from "./rule.ts";
import type { ControlType, DataKind, ElementType, Protocol, ScalePreset, Technology } from "./taxonomy.ts";

export interface PackInfo {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  /** `off`: only models that name it use it. */
  readonly default?: "on" | "off";
  /** `sha256:…` over the canonical JSON of all that the pack holds. */
  readonly digest: string;
}

/** An organisation's own matrix: `[likelihood - 1][impact - 1]`. */
export interface SeverityProfile {
  readonly id: string;
  readonly matrix: readonly (readonly Severity[])[];
}

export interface LibraryRule extends Rule {
  readonly pack: string;
  /** Folder it lies in below its pack; the pack's own id when it lies beside the pack's header. */
  readonly category: string;
}

export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly status?: "live" | "deprecated" | "revoked";
  /** The part of the catalogue that it is of. */
  readonly group?: string;
  /** ATT&CK techniques that it stands against, sorted. */
  readonly techniques?: readonly string[];
}

export interface Catalogue {
  readonly id: string;
  readonly version: string;
  readonly notice: string;
  readonly entries: readonly CatalogueEntry[];
}

export interface Library {
  readonly packs: readonly PackInfo[];
  readonly characteristics: readonly Characteristic[];
  readonly types: readonly ElementType[];
  readonly technologies: readonly Technology[];
  readonly protocols: readonly Protocol[];
  readonly dataKinds: readonly DataKind[];
  readonly controls: readonly ControlType[];
  readonly scales: readonly ScalePreset[];
  readonly rules: readonly LibraryRule[];
  readonly profile?: SeverityProfile;
}
