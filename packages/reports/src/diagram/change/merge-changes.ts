// What a change did to several things that are drawn as one.
import { marksOf } from "./compare-parts.ts";
import type { ChangeMark, DiagramBoundary, DiagramElement, DiagramFlow } from "../graph/diagram-graph.ts";
import { highestClass, mergeThreats, strongestPersonal } from "../graph/marks.ts";

type Part = DiagramElement | DiagramFlow | DiagramBoundary;

const told = ["added", "removed", "changed", "former"] as const;

export function mergeChanges(parts: readonly Part[]): { readonly change?: ChangeMark } {
  const changes = parts.flatMap(({ change }) => change ?? []);
  if (changes.length === 0) return {};
  const counts = told.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const).filter(([, n]) => n > 0);
  const [only] = counts;
  const newThreats = changes.reduce((sum, change) => sum + change.newThreats, 0);
  const before = beforeOf(parts);
  if (only === undefined) return { change: { kind: changes.some(({ kind }) => kind === "touched") ? "touched" : "same", words: [], ...before, newThreats } };
  const words = counts.map(([kind, n]) => `${n} ${kind === "former" ? "moved away" : kind}`);
  return { change: { kind: counts.length === 1 && only[1] === changes.length ? only[0] : "changed", words, ...before, newThreats } };
}

/** Before, everything had what it has now unless it says otherwise; what is new had nothing. */
function beforeOf(parts: readonly Part[]): Pick<ChangeMark, "before"> {
  if (!parts.some(({ change }) => change?.before !== undefined || change?.kind === "added")) return {};
  const marks = parts.filter(({ change }) => change?.kind !== "added").map((part) => part.change?.before ?? marksOf(part));
  const threats = mergeThreats(marks.map((mark) => mark.threats));
  return { before: { ...(threats === undefined ? {} : { threats }), personal: strongestPersonal(marks.map(({ personal }) => personal)), sensitivity: highestClass(marks.map(({ sensitivity }) => sensitivity)) } };
}
