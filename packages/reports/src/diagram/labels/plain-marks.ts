// Marks in words, for forms of the picture without pills and signs.
import type { ChangeMark, ClassMark, DiagramElement, DiagramFlow, PersonalMark, ThreatMark } from "../graph/diagram-graph.ts";
import type { ChangeSign } from "../text/piece.ts";
import { changeSign, type Marked } from "./change-pieces.ts";

export function plainMarks(item: DiagramElement | DiagramFlow): string {
  return [plainClass(item), plainPersonal(item), encryptionOf(item), plainThreats(item)].filter((mark) => mark !== "").join(", ");
}

function plainClass({ sensitivity, change }: DiagramElement | DiagramFlow): string {
  const was = change?.before?.sensitivity ?? sensitivity;
  const isSilent = sensitivity === "unknown" || sensitivity === "none";
  if (was !== sensitivity) return `data class ${classWords(sensitivity)}, before ${classWords(was)}`;
  return isSilent ? "" : `data class ${sensitivity}`;
}

function classWords(sensitivity: ClassMark): string {
  return sensitivity === "unknown" ? "not known" : sensitivity;
}

const personalWords: Readonly<Record<PersonalMark, string>> = { none: "", personal: "personal data", special: "special categories of personal data" };

function plainPersonal({ personal, change }: DiagramElement | DiagramFlow): string {
  const was = change?.before?.personal ?? personal;
  if (was === personal) return personalWords[personal];
  return personal === "none" ? "no personal data any more" : `${personalWords[personal]}, before ${personalWords[was] || "none"}`;
}

/** `2 open, worst high, 1 of them new, before 1 open, worst medium`. */
export function plainThreats({ threats, change }: Marked): string {
  const words = (mark: ThreatMark | undefined): string => (mark === undefined ? "none open" : `${mark.count} open, worst ${mark.worst}`);
  const fresh = change === undefined || change.newThreats === 0 ? "" : `, ${change.newThreats} of them new`;
  const was = change?.before?.threats;
  if (change?.before === undefined || (was?.count === threats?.count && was?.worst === threats?.worst)) return threats === undefined ? "" : words(threats) + fresh;
  return `${words(threats)}${fresh}, before ${words(was)}`;
}

const signs: Readonly<Record<ChangeSign, string>> = { added: "+ new", removed: "− gone", changed: "~ changed", former: "→ before" };

/** What a change did, as a sign and a word; nothing where it did nothing. */
export function plainSign(change: ChangeMark | undefined): string {
  const sign = changeSign(change);
  return sign === undefined ? "" : signs[sign];
}

/** Only crossings are judged by their encryption. */
function encryptionOf(item: DiagramElement | DiagramFlow): string {
  if (!("encrypted" in item) || item.crosses.length === 0) return "";
  return { yes: "encrypted", no: "not encrypted", unknown: "encryption not stated" }[item.encrypted];
}
