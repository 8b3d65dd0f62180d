// A proof as a tree: each condition with its truth, each fact with where it comes from, down to lines of the model.
import type { ProofNode, Truth } from "@merlon/schema";
import { ink, labelled, line, type Line, type Piece } from "../terminal/lines.ts";
import type { Ink } from "../terminal/style.ts";
import { placeWords } from "../wording/titles.ts";

const looks: Readonly<Record<Truth, { readonly mark: string; readonly ink: Ink }>> = {
  true: { mark: "✓", ink: "green" }, false: { mark: "✗", ink: "red" }, unknown: { mark: "?", ink: "yellow" },
};

export function proofLines(proof: ProofNode, indent: number): readonly Line[] {
  const { mark, ink: colour } = looks[proof.truth];
  const because = proof.because === undefined ? [] : [line(ink("dim", proof.because), indent + 2)];
  return [
    labelled(ink(colour, `${mark} `), [proof.text, origin(proof)], indent), ...because,
    ...proof.children.flatMap((child) => proofLines(child, indent + 2)),
  ];
}

/** Conditions joined in words need no origin; facts say where they are written or what they follow from. */
function origin({ provenance, where }: ProofNode): Piece {
  const words = [provenance === "structure" ? undefined : provenance, where ? placeWords(where) : undefined].filter((word) => word !== undefined);
  return words.length > 0 ? ink("dim", `  ${words.join(" at ")}`) : undefined;
}

const opposite: Readonly<Record<Truth, Truth>> = { true: "false", false: "true", unknown: "unknown" };

/** The leaves that make the condition what it is: what was false, or what was unknown. */
export function decidingLeaves(proof: ProofNode, truth: Truth): readonly ProofNode[] {
  if (proof.truth !== truth) return [];
  const below = proof.text === "not" ? opposite[truth] : truth;
  const inner = proof.children.flatMap((child) => decidingLeaves(child, below));
  return inner.length > 0 ? inner : [proof];
}
