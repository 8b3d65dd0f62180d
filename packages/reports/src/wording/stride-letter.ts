// The six letters of STRIDE in words.
import type { StrideLetter } from "@merlon/schema";

export const STRIDE_LETTERS: readonly StrideLetter[] = ["S", "T", "R", "I", "D", "E"];

export const letterNames: Readonly<Record<StrideLetter, string>> = {
  S: "Spoofing", T: "Tampering", R: "Repudiation", I: "Information disclosure", D: "Denial of service", E: "Elevation of privilege",
};
