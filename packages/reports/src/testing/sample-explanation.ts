// For tests: proofs of a threat and of everything that is not one.
import type { Explanation, ProofNode } from "@merlon/schema";
import { at } from "./sample-parts.ts";
import { sampleThreats, toOrders } from "./sample-threats.ts";

const crosses: ProofNode = { text: "crosses of Web to orders is yes (is yes?)", truth: "true", provenance: "derived", children: [{ text: "Web shop is outside Data subnet", truth: "true", where: at(28), children: [] }] };
const sensitive: ProofNode = {
  text: "confidentiality of Web to orders is high (at least low?)", truth: "true", provenance: "derived", because: "Nobody minds when public data is read.",
  children: [{ text: "carries Payment card number at level secret", truth: "true", provenance: "declared", where: at(12, "data.card-number.levels"), children: [] }],
};
const encrypted: ProofNode = { text: "encryption-in-transit of Web to orders is no (is yes?)", truth: "false", provenance: "declared", where: at(44, "flows.web-to-orders.encryption-in-transit"), children: [] };
const tunnel: ProofNode = { text: "vpn at Web to orders: none in force", truth: "false", children: [] };
const unstated: ProofNode = {
  text: "encryption-in-transit of Web to orders is unknown (is yes?)", truth: "unknown",
  children: [{ text: "encryption-in-transit of Web to orders is not stated", truth: "unknown", where: at(42), children: [] }],
};
const [threat] = sampleThreats;
const [change, control, advice] = threat!.fixes;

export const firing: Explanation = {
  schema: "merlon/explanation/1", id: "plaintext-flow-across-boundary@web-to-orders", outcome: "threat", threat: threat!,
  applies: crosses, when: { text: "all of", truth: "true", children: [crosses, sensitive] },
  unless: { text: "any of", truth: "false", because: "Encryption below counts as well.", children: [encrypted, tunnel] },
  witness: { "flow.crosses": "yes", "flow.confidentiality": "high", "flow.encryption-in-transit": "no" },
  fixes: [
    { fix: change!, clears: true, adds: [], alsoClears: ["message-can-be-changed-on-the-way@web-to-orders"] },
    { fix: control!, clears: false, adds: ["unchecked-peer-certificate@web-to-orders"], alsoClears: [] },
    { fix: advice!, clears: null, adds: [], alsoClears: [] },
  ],
};

const base = { schema: firing.schema, id: firing.id, fixes: [], witness: firing.witness };

export const waiting: Explanation = { ...base, outcome: "question", applies: crosses, when: firing.when, unless: unstated };
export const stopped: Explanation = {
  ...base, outcome: "mitigated", applies: crosses, when: firing.when, unless: { ...encrypted, text: "encryption-in-transit of Web to orders is yes (is yes?)", truth: "true" },
  mitigated: { id: firing.id, rule: "plaintext-flow-across-boundary", target: toOrders, stride: ["I"], by: ["encryption-in-transit of Web to orders is yes"] },
};
export const notFound: Explanation = {
  ...base, outcome: "checked", applies: crosses, unless: null,
  when: { text: "all of", truth: "false", children: [crosses, { text: "confidentiality of Web to orders is none (at least low?)", truth: "false", provenance: "derived", where: at(42), children: [] }] },
};
export const notAbout: Explanation = { ...base, outcome: "not-examined", applies: { ...crosses, text: "crosses of Web to orders is no (is yes?)", truth: "false", children: [] }, when: firing.when, unless: null };
