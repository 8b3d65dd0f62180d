// The card of one outcome: what it is, why, what would clear it and how to decide. For an outcome that is no threat, the
// condition that was false, unknown or stopped it comes first.
import type { Explanation, Outcome, ProofNode, Threat, Truth } from "@merlon/schema";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import type { Ink } from "../terminal/style.ts";
import { severityLooks } from "../wording/severity.ts";
import { letterNames } from "../wording/stride-letter.ts";
import { placeWords, targetsWords } from "../wording/titles.ts";
import { decisionLines } from "./decision-lines.ts";
import { fixLines } from "./fix-lines.ts";
import { decidingLeaves, proofLines } from "./proof-lines.ts";

export interface ExplanationOptions extends Page {
  readonly command?: (verb: string) => string;
}

export function explanationText(explanation: Explanation, options: ExplanationOptions): string {
  const { threat, fixes } = explanation;
  const sections = [
    threat ? threatLines(threat) : outcomeLines(explanation),
    proof(explanation),
    fixes.length > 0 ? [heading(threat ? "What would clear it" : "What else would stop it"), ...fixLines(fixes)] : [],
    witnessLines(explanation),
    decisionLines(explanation, options),
  ].filter((lines) => lines.length > 0);
  return renderLines(sections.flatMap((lines, index) => (index === 0 ? lines : [blank, ...lines])), options);
}

function heading(title: string): Line {
  return line(ink("bold", title));
}

function threatLines(threat: Threat): readonly Line[] {
  const { mark, inks } = severityLooks[threat.severity];
  const catalogues = [...threat.linddun.map((category) => `LINDDUN ${category}`), ...threat.cwe, ...threat.capec];
  return [
    line([ink(inks, `${mark} ${threat.severity.toUpperCase()}  `), ink("bold", threat.title)]), line(ink("cyan", threat.id), 2),
    line(threat.statement, 2), ...(threat.why === "" ? [] : [line(ink("dim", threat.why), 2)]), blank,
    fact("where", `${targetsWords(threat)}${threat.where ? ` at ${placeWords(threat.where)}` : ""}`),
    ...(threat.responsible?.length ? [fact("responsible", threat.responsible.map(({ title }) => title).join(", "))] : []),
    fact(`likelihood ${threat.likelihood.value}`, threat.likelihood.reasons.join("; ")), fact(`impact ${threat.impact.value}`, threat.impact.reasons.join("; ")),
    ...(threat.stride.length > 0 ? [fact("STRIDE", threat.stride.map((letter) => `${letter} ${letterNames[letter]}`).join(", "))] : []),
    ...(catalogues.length > 0 ? [fact("known as", catalogues.join(", "))] : []),
    ...threat.attack.map(({ id, role, why }) => fact("ATT&CK", `${id} (${role}): ${why}`)),
    ...(threat.by === undefined ? [] : [fact("found by", threat.by)]),
  ];
}

function fact(label: string, text: string): Line {
  return labelled(ink("dim", label.padEnd(14)), text, 2);
}

const openings: Readonly<Record<Outcome, { readonly mark: string; readonly inks: readonly Ink[]; readonly text: string }>> = {
  "threat": { mark: "▲", inks: ["red"], text: "This is a threat." },
  "question": { mark: "?", inks: ["yellow"], text: "Not known: an answer is missing that decides whether this is a threat." },
  "mitigated": { mark: "▣", inks: ["green"], text: "No threat today: it is mitigated, something stops it. It comes back when that goes." },
  "checked": { mark: "✓", inks: ["green"], text: "No threat: the rule looked and what makes it possible is not there." },
  "not-examined": { mark: "·", inks: ["dim"], text: "No threat: the rule is not about this." },
};

function outcomeLines(explanation: Explanation): readonly Line[] {
  const { mark, inks, text } = openings[explanation.outcome];
  const deciding = decidingProof(explanation);
  return [
    line([ink(inks, `${mark} `), ink("bold", text)]), line(ink("cyan", explanation.id), 2),
    ...deciding.flatMap(({ label, leaves }) => leaves.map((leaf) =>
      labelled(ink("dim", label), [leaf.text, leaf.where ? ink("dim", `  ${placeWords(leaf.where)}`) : undefined], 2))),
  ];
}

interface Deciding { readonly label: string; readonly leaves: readonly ProofNode[] }

/** What made it so: the false part of `applies` or `when`, the true part of `unless`, or whatever is unknown. */
function decidingProof({ outcome, applies, when, unless }: Explanation): readonly Deciding[] {
  const of = (label: string, proof: ProofNode | null, truth: Truth): Deciding[] => (proof && proof.truth === truth ? [{ label, leaves: decidingLeaves(proof, truth) }] : []);
  switch (outcome) {
    case "threat": return [];
    case "question": return [...of("unknown: ", applies, "unknown"), ...of("unknown: ", when, "unknown"), ...of("unknown: ", unless, "unknown")];
    case "mitigated": return of("stopped by: ", unless, "true");
    case "checked": return of("not so: ", when, "false");
    case "not-examined": return of("not so: ", applies, "false");
  }
}

function proof({ applies, when, unless }: Explanation): readonly Line[] {
  const part = (label: string, node: ProofNode | null): readonly Line[] => (node ? [line(ink("underline", label), 2), ...proofLines(node, 4)] : []);
  return [heading("The proof"), ...part("it is about this", applies), ...part("what makes it possible", when), ...part("what would stop it", unless)];
}

function witnessLines({ witness }: Explanation): readonly Line[] {
  const keys = Object.keys(witness).sort();
  if (keys.length === 0) return [];
  return [heading("The facts it rests on"), ...keys.map((key) => line([key, ink("dim", " = "), String(witness[key])], 2))];
}
