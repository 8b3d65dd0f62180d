// For tests: the whole analysis of a small shop that has something of everything a report can show.
import type { Analysis, Question } from "@merlon/schema";
import { classes, counted, element, flow, known, placement, question } from "./sample-parts.ts";
import { acceptance, dismissal, planned, receipt, sampleThreats, toOrders, visit, web } from "./sample-threats.ts";

const questions: readonly Question[] = [
  question({
    key: "authentication", target: toOrders, text: "How does the caller of Web to orders prove who it is?", kind: "choice", weight: 30, worst: "critical",
    answers: [{ value: "password", title: "Password" }, { value: "certificate", title: "Client certificate" }, { value: "no", title: "None" }],
    help: "Look at the connection string.", why: "Without proof anyone on the network is the web shop.", decides: ["unauthenticated-call@web-to-orders", "shared-account@web-to-orders"],
    where: { file: "model.yaml", line: 42, column: 3 },
  }),
  question({ key: "authentication", target: receipt, text: "How does the caller of Receipt prove who it is?", kind: "choice", weight: 9, worst: "high", decides: ["unauthenticated-call@receipt"] }),
  question({ key: "response", target: receipt, text: "What data comes back on Receipt?", kind: "data", answers: [], weight: 9, worst: "high", decides: ["data-to-partner@receipt"] }),
  question({ key: "logging", target: web, text: "Does Web shop keep a record of who did what?", weight: 3, worst: "medium", decides: ["action-without-record@web"] }),
  question({ key: "sandboxing", target: web, text: "Does Web shop run in a sandbox?", depth: "full", decides: ["breakout@web"] }),
];

export const sampleAnalysis: Analysis = counted({
  schema: "merlon/analysis/1",
  model: {
    id: "acme/shop", title: "Corner shop", version: "2.4", description: "Sells books and ships them.", stage: "design", depth: "standard",
    digest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", owners: ["team-blue"],
    scope: { in: ["The shop and its database"], out: ["The warehouse"], why: "The warehouse has its own model." },
  },
  packs: [{ id: "core", version: "0.1.0", digest: "sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c" }],
  at: "2026-11-24",
  threats: sampleThreats,
  groups: [
    { rule: "plaintext-flow-across-boundary", title: "Unencrypted flow across a boundary", severity: "critical", threats: ["plaintext-flow-across-boundary@web-to-orders", "plaintext-flow-across-boundary@receipt"] },
    { rule: "query-built-from-input", title: "Query built from input", severity: "high", threats: ["query-built-from-input@web"] },
    { rule: "policy-forbids-crossing", title: "Crossing that the policy forbids", severity: "medium", threats: ["policy-forbids-crossing@shop-vpc"] },
    { rule: "insider-reads-orders", title: "A curious administrator reads orders of people they know", severity: "medium", threats: ["insider-reads-orders"] },
  ],
  mitigated: [{ id: "plaintext-flow-across-boundary@visit", rule: "plaintext-flow-across-boundary", target: visit, stride: ["I", "T"], by: ["encryption-in-transit of Visit is yes"] }],
  questions,
  elements: [
    element({ id: "mail-provider", title: "Mail provider", kind: "external", type: "service.mail", actor: "supplier", boundaries: ["internet"], trust: known("untrusted"), reach: { value: "unknown", worst: "anonymous" }, data: ["address"], personal: ["address"] }),
    element({ id: "orders", title: "Order database", kind: "store", type: "datastore.sql.postgres", boundaries: ["data-subnet", "shop-vpc"], trust: known("restricted"), classes: classes({ confidentiality: "high", privacy: "moderate" }), data: ["address", "card-number"], personal: ["address"] }),
    element({ id: "shopper", title: "Shopper", kind: "external", type: "human.customer", actor: "customer", boundaries: ["internet"], trust: known("untrusted"), reach: known("anonymous"), data: ["address"], personal: ["address"] }),
    element({ id: "web", title: "Web shop", type: "web.application", boundaries: ["shop-vpc"], reach: known("anonymous"), classes: { ...classes({ confidentiality: "high" }), availability: { value: "unknown", worst: "high" } }, data: ["address", "card-number", "session-token"], personal: ["address"] }),
    element({ id: "old-admin", title: "Old admin tool", boundaries: ["shop-vpc"], trust: { value: "unknown", worst: "untrusted" }, outOfScope: "Replaced next month." }),
  ],
  flows: [
    flow({ id: "receipt", title: "Receipt", from: "web", to: "mail-provider", protocol: "smtp", carries: ["address"], response: "unknown", crosses: ["shop-vpc"], encrypted: "no", authenticated: "unknown", personal: ["address"] }),
    flow({ id: "visit", title: "Visit", from: "shopper", to: "web", protocol: "https", carries: ["card-number", "address"], response: ["session-token"], crosses: ["internet", "shop-vpc"], confidentiality: known("high"), personal: ["address"] }),
    flow({ id: "web-to-orders", title: "Web to orders", from: "web", to: "orders", protocol: "postgres", carries: ["card-number", "address"], response: [], crosses: ["data-subnet"], encrypted: "no", authenticated: "unknown", confidentiality: known("high"), personal: ["address"] }),
  ],
  boundaries: [
    { id: "data-subnet", title: "Data subnet", type: "network", trust: "restricted", parent: "shop-vpc", members: ["orders"] },
    { id: "internet", title: "Internet", type: "network", trust: "untrusted", members: ["mail-provider", "shopper"] },
    { id: "shop-vpc", title: "Shop network", type: "network", trust: "internal", members: ["old-admin", "orders", "web"] },
  ],
  crossings: [
    { boundary: "data-subnet", flow: "web-to-orders", direction: "in", forbidden: false },
    { boundary: "internet", flow: "receipt", direction: "in", forbidden: false },
    { boundary: "internet", flow: "visit", direction: "out", forbidden: false },
    { boundary: "shop-vpc", flow: "receipt", direction: "out", forbidden: true },
    { boundary: "shop-vpc", flow: "visit", direction: "in", forbidden: false },
  ],
  data: [
    placement({
      data: "address", title: "Delivery address", kind: "user.contact.address", levels: { confidentiality: "confidential" }, classes: classes({ confidentiality: "moderate", privacy: "moderate" }), personal: "yes",
      heldBy: ["orders"], handledBy: ["mail-provider", "shopper", "web"], flows: ["receipt", "visit", "web-to-orders"], leastTrust: "untrusted", recipients: ["mail-provider", "shopper"],
      personalDetails: { subjects: ["customers"], purpose: "Delivery of orders", "legal-basis": "contract", retention: "P7Y", transfers: ["US"], identifiability: "identified" },
    }),
    placement({ data: "allergy", title: "Allergy note", kind: "user.health", personal: "yes", special: "unknown" }),
    placement({ data: "card-number", title: "Payment card number", kind: "user.financial.card", levels: { confidentiality: "secret" }, classes: classes({ confidentiality: "high" }), personal: "unknown", heldBy: ["orders"], handledBy: ["web"], flows: ["visit", "web-to-orders"], leastTrust: "internal" }),
    placement({ data: "session-token", title: "Session token", credential: true, derivedFrom: [{ data: "card-number", by: "hashed" }], handledBy: ["web"], flows: ["visit"], leastTrust: "internal" }),
  ],
  scales: [
    { id: "confidentiality", protects: "confidentiality", levels: [{ id: "public", class: "none" }, { id: "internal", class: "low" }, { id: "confidential", class: "moderate" }, { id: "secret", class: "high" }] },
    { id: "trust", levels: [{ id: "untrusted", class: "none" }, { id: "internal", class: "none" }, { id: "restricted", class: "none" }] },
  ],
  controls: [{ id: "disk-encryption", title: "Disk encryption", type: "encryption-at-rest", state: "planned", at: ["orders"] }, { id: "waf", title: "Web firewall", type: "web-application-firewall", state: "verified", at: ["shop-vpc"] }],
  assumptions: [{ id: "patched", text: "The provider patches the database within a week.", about: ["orders"], by: "dana@example.org", until: "2026-06-30", expired: true, facts: { "orders.patching": "yes" }, links: [{ title: "Contract", url: "https://wiki.example.org/contract" }] }],
  decisions: [
    dismissal, planned, acceptance,
    { key: "I@receipt+response", state: "orphaned", expired: false, overdue: false, stale: [], decision: { state: "not-applicable", reason: "Nothing comes back." } },
    { key: "weak-hash@orders", alias: "md5@orders", state: "resolved", expired: true, overdue: false, stale: [], decision: { state: "accept", reason: "Only test accounts.", until: "2026-01-01" } },
  ],
  risks: [{ id: "lost-trust", title: "Customers lose faith in the shop.", level: "high", owner: "head-of-sales", at: ["orders"], from: ["plaintext-flow-across-boundary@web-to-orders"], "leads-to": ["loss-of-licence"] }],
  rules: [
    { rule: "plaintext-flow-across-boundary", status: "stable", threats: 2, questions: 0, mitigated: 1, checked: 0, notExamined: 0 },
    { rule: "query-built-from-input", status: "stable", threats: 1, questions: 0, mitigated: 0, checked: 0, notExamined: 4 },
    { rule: "weak-hash", status: "draft", threats: 0, questions: 0, mitigated: 0, checked: 0, notExamined: 5 },
  ],
  next: { enough: false, sentences: ["Answer next: What is the authentication of each? (`authentication`, 2 places; could be critical).", "Decide 5 open threats of medium severity or worse, starting with plaintext-flow-across-boundary@web-to-orders."] },
});
