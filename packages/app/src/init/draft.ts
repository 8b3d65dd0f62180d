// A model in the making, and the parts that several steps of the interview need.
import type { Boundary, Data, Element, Flow } from "@merlon/schema";
import { includes, type InterviewAnswers } from "./interview.ts";

export interface Draft {
  readonly answers: InterviewAnswers;
  readonly data: Record<string, Data>;
  readonly boundaries: Record<string, Boundary>;
  readonly elements: Record<string, Element>;
  readonly flows: Record<string, Flow>;
  /** The element that does the work. */
  readonly main: string;
  /** The element that people use: the same, or a program of theirs in front of it. */
  readonly entry: string;
}

export function addFlow({ flows }: Draft, id: string, flow: Flow): void {
  flows[id] = flow;
}

export function internet({ boundaries }: Draft): string {
  boundaries["internet"] ??= { title: "Internet", type: "network", trust: "untrusted" };
  return "internet";
}

export function company({ boundaries }: Draft): string {
  boundaries["company-network"] ??= { title: "Company network", type: "network", trust: "partner" };
  return "company-network";
}

/** `https` says that it is encrypted; of a database's protocol it has to be said. */
export function encrypted(answers: InterviewAnswers, where: "outside" | "inside", protocol: "https" | "sql"): Pick<Flow, "protocol" | "encryption-in-transit"> {
  const there = hasSafeguard(answers, where);
  if (protocol === "sql") return { protocol, ...(there === undefined ? {} : { "encryption-in-transit": there }) };
  return there === undefined ? {} : { protocol: there === "yes" ? "https" : "http" };
}

/** undefined: nobody knows. */
export function hasSafeguard(answers: InterviewAnswers, safeguard: string): "yes" | "no" | undefined {
  if (includes(answers, "present", safeguard)) return "yes";
  return includes(answers, "present", "none") || includes(answers, "missing", safeguard) ? "no" : undefined;
}
