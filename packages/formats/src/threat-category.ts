// Words for categories of threats, as other tools write them, to STRIDE letters and LINDDUN categories. Case and spelling vary; a category in another language or of another method is not guessed.
import type { LinddunCategory, StrideLetter } from "@merlon/schema";

export interface ThreatCategory {
  readonly stride?: StrideLetter;
  readonly linddun?: LinddunCategory;
  /** The method has no such category; it is the nearest in meaning. */
  readonly guessed: boolean;
}

const exact: Readonly<Record<string, Omit<ThreatCategory, "guessed">>> = {
  spoofing: { stride: "S" },
  "identity spoofing": { stride: "S" },
  tampering: { stride: "T" },
  repudiation: { stride: "R" },
  "information disclosure": { stride: "I" },
  "denial of service": { stride: "D" },
  "elevation of privilege": { stride: "E" },
  "elevation of privileges": { stride: "E" },
  "escalation of privilege": { stride: "E" },
  linking: { linddun: "linking" },
  linkability: { linddun: "linking" },
  identifying: { linddun: "identifying" },
  identifiability: { linddun: "identifying" },
  "non repudiation": { linddun: "non-repudiation" },
  detecting: { linddun: "detecting" },
  detectability: { linddun: "detecting" },
  "data disclosure": { linddun: "data-disclosure" },
  "disclosure of information": { linddun: "data-disclosure" },
  unawareness: { linddun: "unawareness" },
  "unawareness and unintervenability": { linddun: "unawareness" },
  "content unawareness": { linddun: "unawareness" },
  "non compliance": { linddun: "non-compliance" },
  "policy and consent non compliance": { linddun: "non-compliance" },
};

const nearest: Readonly<Record<string, Omit<ThreatCategory, "guessed">>> = {
  confidentiality: { stride: "I" },
  integrity: { stride: "T" },
  availability: { stride: "D" },
  "identifiability and linkability": { linddun: "identifying" },
};

export function threatCategory(text: string): ThreatCategory | undefined {
  const plain = text.trim().toLowerCase().replace(/&/g, "and").replace(/[^a-z]+/g, " ").trim();
  if (Object.hasOwn(exact, plain)) return { ...exact[plain], guessed: false };
  if (Object.hasOwn(nearest, plain)) return { ...nearest[plain], guessed: true };
  return undefined;
}
