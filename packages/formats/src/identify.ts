// Tells what a foreign file is from the keys that only its kind has. Files of related tools are named, so that the refusal helps.
import { isMap } from "./foreign/place.ts";
import type { ForeignMap } from "./foreign/place.ts";
import type { OtherFormat } from "./format.ts";

/** Formats told by what a JSON or YAML value holds. */
export type OwnFormat = "threat-dragon" | "otm";

interface NamedFormat extends OtherFormat {
  /** The format of ours that it is a relative of. */
  readonly family?: OwnFormat;
}

export type Identity = OwnFormat | NamedFormat | undefined;

const version1: NamedFormat = {
  what: "a Threat Dragon version 1 model",
  family: "threat-dragon",
  advice: "Open it in Threat Dragon 2 and save it there, then import what that wrote.",
};

interface Sign extends OtherFormat {
  readonly holds: (value: ForeignMap) => boolean;
}

const others: readonly Sign[] = [
  { what: "a CycloneDX bill of materials", advice: "Import the threat model that it wraps or points to, in Threat Dragon or OTM form.", holds: (value) => value["bomFormat"] === "CycloneDX" },
  { what: "an OWASP Threat Model Library file (TM-BOM)", advice: "Open it in Threat Dragon 2 and save it there, then import what that wrote.", holds: (value) => isMap(value["scope"]) && Array.isArray(value["trust_zones"]) },
  { what: "a Microsoft Threat Modeling Tool model in another form", advice: "Give the .tm7 file that it was made of.", holds: (value) => isMap(value["ThreatModel"]) && "DrawingSurfaceList" in value["ThreatModel"] },
  { what: "a JSON Schema, not a model", advice: "Give the model that the schema describes.", holds: (value) => (typeof value["$schema"] === "string" && value["$schema"].includes("json-schema.org")) || (isMap(value["properties"]) && value["type"] === "object") },
  { what: "a Threagile model", advice: "Describe the system in a Merlon model; `merlon init` starts one.", holds: (value) => "threagile_version" in value },
  { what: "a Threat Composer workspace", advice: "Add its threats as human threats with `merlon threat add`.", holds: (value) => isMap(value["applicationInfo"]) && "schema" in value },
  { what: "a microSecEnD dataflow diagram", advice: "Import it as `microsecend`.", holds: (value) => Array.isArray(value["services"]) && Array.isArray(value["information_flows"]) },
  { what: "a Merlon model already", advice: "Use it as it is.", holds: (value) => "merlon" in value },
];

export function identify(value: unknown): Identity {
  if (!isMap(value)) return undefined;
  if ("otmVersion" in value) return "otm";
  const other = others.find((sign) => sign.holds(value));
  if (other !== undefined) return { what: other.what, advice: other.advice };
  return identifyDragon(isTemplate(value) ? value["model"] : value);
}

/** A Threat Dragon template wraps a model. */
export function isTemplate(value: unknown): value is ForeignMap {
  return isMap(value) && isMap(value["templateMetadata"]) && isMap(value["model"]);
}

/** Formats that are not even JSON or YAML. */
export function identifyText(text: string): OtherFormat | undefined {
  const start = text.slice(0, 1000).replace(/^\uFEFF/, "").trimStart();
  if (!start.startsWith("<")) return undefined;
  const root = xmlRootName(text);
  if (root === "ThreatModel") return { what: "a Microsoft Threat Modeling Tool model", advice: "Import it as `microsoft-tm7`." };
  if (root === "KnowledgeBase") return { what: "a template of the Microsoft Threat Modeling Tool", advice: "Import it as `microsoft-tb7`." };
  return { what: "an XML file", advice: "Of XML files, models and templates of the Microsoft Threat Modeling Tool can be imported." };
}

/** The name of the outermost element, as far as can be told without reading the file; undefined for text that is no XML. */
export function xmlRootName(text: string): string | undefined {
  const start = text.slice(0, 20_000).replace(/^\uFEFF/, "").trimStart();
  if (!start.startsWith("<")) return undefined;
  return /<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(start.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, ""))?.[1];
}

function identifyDragon(value: unknown): "threat-dragon" | NamedFormat | undefined {
  if (!isMap(value)) return undefined;
  const detail = value["detail"];
  const hasParts = isMap(value["summary"]) || isMap(detail);
  if (!hasParts) return undefined;
  const diagrams = isMap(detail) && Array.isArray(detail["diagrams"]) ? detail["diagrams"].filter(isMap) : [];
  if (diagrams.some((diagram) => Array.isArray(diagram["cells"]))) return "threat-dragon";
  if (diagrams.some((diagram) => "diagramJson" in diagram)) return version1;
  const version = value["version"];
  if (version === undefined) return isMap(value["summary"]) && isMap(detail) ? version1 : undefined;
  return /^[01]\./.test(String(version)) ? version1 : "threat-dragon";
}
