// Marks in words, for forms of the picture without pills and signs.
import type { DiagramElement, DiagramFlow } from "../graph/diagram-graph.ts";

export function plainMarks(item: DiagramElement | DiagramFlow): string {
  const personal = { none: "", personal: "personal data", special: "special categories of personal data" }[item.personal];
  const sensitivity = item.sensitivity === "unknown" || item.sensitivity === "none" ? "" : `data class ${item.sensitivity}`;
  const threats = item.threats === undefined ? "" : `${item.threats.count} open, worst ${item.threats.worst}`;
  return [sensitivity, personal, encryptionOf(item), threats].filter((mark) => mark !== "").join(", ");
}

/** Only crossings are judged by their encryption. */
function encryptionOf(item: DiagramElement | DiagramFlow): string {
  if (!("encrypted" in item) || item.crosses.length === 0) return "";
  return { yes: "encrypted", no: "not encrypted", unknown: "encryption not stated" }[item.encrypted];
}
