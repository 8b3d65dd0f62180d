// Puts verdicts together: one yes is enough, and what is not known stays open.
import type { AspectVerdict } from "@merlon/schema";
import type { Fact } from "../facts/subject.ts";

export function anyOfThem(verdicts: readonly AspectVerdict[]): AspectVerdict {
  return verdicts.find(({ verdict }) => verdict === "yes") ?? verdicts.find(({ verdict }) => verdict === "unknown") ?? verdicts[0]!;
}

/** `words`: what is said when it is so, when it is not, and when nobody knows. */
export function verdictOf(answer: "yes" | "no" | "unknown", words: { readonly yes: string; readonly no: string; readonly unknown: string }): AspectVerdict {
  return { verdict: answer, why: words[answer] };
}

export function answerOf(fact: Fact): "yes" | "no" | "unknown" {
  return fact.value === undefined ? "unknown" : fact.value === "yes" ? "yes" : "no";
}
