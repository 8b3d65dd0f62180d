// For tests: the threats of the sample shop, one of every status and origin.
import type { DecisionStatus, Target, Threat } from "@merlon/schema";
import { at, threat } from "./sample-parts.ts";

export const visit: Target = { kind: "flow", id: "visit", title: "Visit", leg: "request" };
export const toOrders: Target = { kind: "flow", id: "web-to-orders", title: "Web to orders", leg: "request" };
export const web: Target = { kind: "element", id: "web", title: "Web shop" };
export const orders: Target = { kind: "element", id: "orders", title: "Order database" };
const vpc: Target = { kind: "boundary", id: "shop-vpc", title: "Shop network" };
export const receipt: Target = { kind: "flow", id: "receipt", title: "Receipt", leg: "request" };

const adversary = [{ id: "T1557", role: "exploitation", why: "The traffic can be read and changed on the way." }, { id: "T1040", role: "exploitation", why: "Whoever is on the path can listen." }] as const;

export const acceptance: DecisionStatus = {
  key: "unlimited-requests@web", state: "stale", expired: false, overdue: false, where: { file: "decisions.yaml", line: 4, column: 3 },
  decision: { state: "accept", reason: "The shop closes at night and load is low.", by: "dana@example.org", at: "2026-05-02", owner: "team-blue", until: "2027-05-01", approved: ["security-lead"] },
  stale: [{ fact: "element.reach", was: "authenticated", is: "anonymous", where: at(31) }],
};

export const planned: DecisionStatus = {
  key: "stored-in-clear@orders", state: "valid", expired: false, overdue: true, stale: [],
  decision: { state: "mitigate", owner: "team-blue", due: "2026-10-01", tickets: ["SHOP-1234", "https://tracker.example.org/SHOP-1234"] },
};

export const dismissal: DecisionStatus = {
  key: "forged-request@visit", state: "valid", expired: false, overdue: false, stale: [],
  decision: { state: "false-positive", reason: "The framework checks an origin token on every form.", by: "ana", at: "2026-06-30" },
};

export const sampleThreats: readonly Threat[] = [
  threat({
    id: "plaintext-flow-across-boundary@web-to-orders", title: "Unencrypted flow across a boundary", target: toOrders, responsible: [web], severity: "critical", where: at(42, "flows.web-to-orders"),
    statement: "Someone on the path between Web shop and Order database with a place on the network can read and change what passes, which leads to a known card number, harming the confidentiality of the data in Web to orders.",
    stride: ["I", "T"], linddun: ["data-disclosure"], cwe: ["CWE-319"], capec: ["CAPEC-94", "CAPEC-158"], attack: adversary,
    likelihood: { value: 4, reasons: ["reach of Order database is authenticated (3)", "easy once there (+1)"], assumed: false },
    impact: { value: 4, reasons: ["confidentiality class of Web to orders is high (4)"], assumed: false },
    why: "Whoever sits on the path reads along. Boundaries are where strangers sit. Encryption with a checked certificate takes that away.",
    fixes: [
      { kind: "change", text: "Use TLS on Web to orders.", edit: { object: "web-to-orders", key: "encryption-in-transit", value: "yes" }, attack: ["M1041"] },
      { kind: "add-control", text: "Put a mutual-TLS proxy in front of Order database.", edit: { type: "mutual-tls", at: "orders" }, attack: [] },
      { kind: "advice", text: "Ask who operates the switch between the two subnets.", attack: [] },
    ],
  }),
  threat({
    id: "plaintext-flow-across-boundary@receipt", title: "Unencrypted flow across a boundary", target: receipt, severity: "high", where: at(52, "flows.receipt"),
    statement: "Someone on the path between Web shop and Mail provider can read what passes.", stride: ["I", "T"], cwe: ["CWE-319"], attack: adversary,
    likelihood: { value: 4, reasons: ["how far attackers get to Mail provider is not fully known (none to anonymous), counted as 4"], assumed: true },
    fixes: [{ kind: "change", text: "Use TLS on Receipt.", edit: { object: "receipt", key: "encryption-in-transit", value: "yes" }, attack: ["M1041"] }],
  }),
  threat({ id: "query-built-from-input@web", title: "Query built from input", target: web, severity: "high", stride: ["T", "E"], cwe: ["CWE-89"], capec: ["CAPEC-66"], attack: [{ id: "T1190", role: "exploitation", why: "The web shop faces the internet." }], where: at(30, "elements.web"), why: "Input that becomes part of a query can change it." }),
  threat({ id: "policy-forbids-crossing@shop-vpc", title: "Crossing that the policy forbids", target: vpc, stride: ["E"], where: at(20, "boundaries.shop-vpc") }),
  threat({
    id: "insider-reads-orders", origin: "person", title: "A curious administrator reads orders of people they know", target: orders, severity: "medium", by: "ana@example.org",
    linddun: ["unawareness"], where: at(70, "threats.insider-reads-orders"), why: "Found when we walked through the night shift.",
    likelihood: { value: 2, reasons: ["not stated, counted as 2"], assumed: true }, impact: { value: 3, reasons: ["stated"], assumed: false },
  }),
  threat({ id: "stored-in-clear@orders", title: "Sensitive data stored in clear", target: orders, status: "planned", severity: "high", decision: planned, plannedBy: "disk-encryption", where: at(36, "elements.orders") }),
  threat({ id: "unlimited-requests@web", title: "Nothing limits requests", target: web, status: "accepted", severity: "medium", stride: ["D"], decision: acceptance, where: at(30, "elements.web") }),
  threat({ id: "forged-request@visit", title: "Request forged by another site", target: visit, status: "dismissed", severity: "low", stride: ["S"], decision: dismissal, where: at(40, "flows.visit") }),
];
