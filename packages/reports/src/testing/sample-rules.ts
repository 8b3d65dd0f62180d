// For tests: two rules as a library holds them.
import type { LibraryRule } from "@merlon/schema";

const template = { source: "Someone", prerequisite: "a place on the path", action: "read", consequence: "it becomes known", goal: "confidentiality", harmed: "the data", ease: 0 } as const;

export const sampleRules: readonly LibraryRule[] = [
  {
    id: "plaintext-flow-across-boundary", revision: 2, status: "stable", title: "Unencrypted flow across a boundary", scope: "flow", pack: "core", category: "information-disclosure",
    when: { fact: "flow.confidentiality", "at-least": "low" }, threat: template, stride: ["I", "T"], linddun: ["data-disclosure"], cwe: ["CWE-319"], capec: ["CAPEC-94"],
    attack: [{ id: "T1557", role: "exploitation", why: "The traffic can be read on the way." }], why: "Whoever sits on the path reads along.",
    fix: [{ change: { set: "flow.encryption-in-transit", to: "yes" }, text: "Use TLS on {flow}." }, { advice: "Ask who operates the path." }],
    "false-positives": [], supersedes: ["cleartext-flow"],
  },
  {
    id: "query-built-from-input", revision: 1, status: "stable", title: "Query built from input", scope: "element", pack: "core", category: "tampering",
    when: { fact: "element.reach", is: "anonymous" }, threat: template, stride: ["T"], why: "Input becomes code.", fix: [{ advice: "Use parameters." }], "false-positives": [],
  },
];
