// Everyday words that tell which letters of STRIDE a sentence is about.
import type { StrideLetter } from "@merlon/schema";
import { stems } from "./stems.ts";

const cues: Readonly<Record<StrideLetter, string>> = {
  S: "impersonate pretend fake forge password guess phish identity session sign-in login account factor certificate",
  T: "change tamper inject script alter manipulate wrong replace malware install dependency upload",
  R: "deny log record prove trail evidence blame audit trace",
  I: "read leak disclose steal expose encrypt eavesdrop sniff copy see personal privacy sell publish",
  D: "flood overload down crash slow delete wipe outage break backup unavailable limit stop",
  E: "administrator privilege right permission bypass takeover role escalate root control firewall network escape shell",
};

const byLetter = Object.entries(cues).map(([letter, words]) => [letter as StrideLetter, new Set(stems(words))] as const); // the keys are letters

export function letterCues(words: ReadonlySet<string>): ReadonlySet<StrideLetter> {
  return new Set(byLetter.filter(([, known]) => [...words].some((word) => known.has(word))).map(([letter]) => letter));
}
