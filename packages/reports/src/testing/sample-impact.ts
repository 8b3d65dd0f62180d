// For tests: a change to the sample shop with one of everything that an impact can tell.
import type { Cause, Impact, ModelOperation, Target } from "@merlon/schema";
import { at, question, threat } from "./sample-parts.ts";
import { acceptance, orders, planned, receipt, sampleThreats, toOrders, visit, web } from "./sample-threats.ts";

const operations: readonly ModelOperation[] = [
  { id: 1, kind: "move", map: "elements", object: "admin", title: "Administration", key: "in", before: "shop-vpc", after: "internet", where: at(33, "elements.admin.in") },
  { id: 2, kind: "add", map: "elements", object: "mail", title: "Mail provider", where: at(38, "elements.mail") },
  { id: 3, kind: "add", map: "flows", object: "receipt", title: "Receipt", where: at(52, "flows.receipt") },
  { id: 4, kind: "set", map: "flows", object: "web-to-orders", title: "Web to orders", key: "encryption-in-transit", before: "yes", where: { file: "model/flows.yaml", line: 42, column: 5 }, forgets: true },
  { id: 5, kind: "remove", map: "elements", object: "legacy", title: "Legacy export", where: at(60, "elements.legacy") },
  { id: 6, kind: "rename", map: "elements", object: "orders", title: "Order database", before: "db", after: "orders", where: at(36, "elements.orders") },
  { id: 7, kind: "rewire", map: "flows", object: "visit", title: "Visit", key: "via", after: "[\"edge\"]", where: at(44, "flows.visit.via") },
  { id: 8, kind: "add", map: "decisions", object: "stored-in-clear@orders", title: "stored-in-clear@orders", where: { file: "decisions.yaml", line: 9, column: 3 } },
];

const admin: Target = { kind: "element", id: "admin", title: "Administration" };
const mail: Target = { kind: "element", id: "mail", title: "Mail provider" };
const internet: Target = { kind: "boundary", id: "internet", title: "Internet" };
const order: Target = { kind: "data", id: "order", title: "Order" };
const butFor = (...ids: readonly number[]): Cause => ({ kind: "but-for", operations: ids });
const [plaintext, unencrypted, query] = sampleThreats;

export const sampleImpact: Impact = {
  schema: "merlon/impact/1", at: "2026-11-02",
  base: { name: "main", commit: "0ac0ac4773b3b4488cae44d4afeb31f82449bfc8", model: "shop", digest: "sha256:1" },
  head: { name: "feature", commit: "046cb4548632a48e7abdd39a171c939955a6bf8b", model: "shop", digest: "sha256:2" },
  operations,
  threats: [
    { change: "added", id: unencrypted!.id, threat: unencrypted!, cause: butFor(2, 3), facts: [] },
    { change: "added", id: query!.id, threat: query!, cause: { kind: "several", operations: [1, 7] }, facts: [] },
    { change: "reopened", id: "no-second-factor@admin", threat: threat({ id: "no-second-factor@admin", title: "No second factor for administrators", target: admin }), cause: butFor(1), facts: [] },
    { change: "changed", id: "insider-reads-orders", threat: sampleThreats[4]!, severityBefore: "low", cause: { kind: "rules", operations: [] }, facts: [{ fact: "element.reach", before: "indirect", after: "anonymous" }] },
    { change: "hidden", id: plaintext!.id, threat: plaintext!, cause: butFor(4), facts: [{ fact: "flow.encryption-in-transit", before: "yes" }] },
    { change: "resolved", id: "unlimited-requests@web", threat: threat({ id: "unlimited-requests@web", title: "Nothing limits requests", target: web, stride: ["D"] }), cause: butFor(7), facts: [{ fact: "flow.via-count", before: "0", after: "1" }] },
    { change: "removed", id: "stale-export@legacy", threat: threat({ id: "stale-export@legacy", title: "An export that nobody reads", target: { kind: "element", id: "legacy", title: "Legacy export" }, severity: "low" }), cause: butFor(5), facts: [] },
  ],
  decisions: [
    { key: acceptance.key, change: "stale", status: acceptance, stale: acceptance.stale, cause: butFor(1) },
    { key: planned.key, change: "added", status: planned, stale: [], cause: butFor(8) },
  ],
  questions: [
    { change: "opened", question: question({ key: "encryption-in-transit", target: toOrders, text: "Is Web to orders encrypted?", decides: [plaintext!.id], worst: "critical" }), cause: butFor(4) },
    { change: "closed", question: question({ key: "protocol", target: visit, text: "Which protocol does Visit use?" }), cause: butFor(7) },
  ],
  exposure: [
    { kind: "data-to-outside", better: false, target: mail, about: order, cause: butFor(2, 3) },
    { kind: "reach", better: false, target: admin, before: "indirect", after: "anonymous", cause: butFor(1) },
    { kind: "forbidden-crossing", better: false, target: receipt, about: internet, cause: butFor(1) },
    { kind: "control-gone", better: false, target: orders, about: { kind: "model", id: "disk-encryption", title: "Disk encryption" }, cause: { kind: "not-searched", operations: [] } },
    { kind: "data-at-lower-trust", better: true, target: { kind: "element", id: "legacy", title: "Legacy export" }, about: order, cause: butFor(5) },
  ],
  risk: {
    before: { open: { info: 0, low: 2, medium: 1, high: 0, critical: 1 }, questions: 3, elementsByReach: { none: 1, indirect: 2, authenticated: 0, anonymous: 1 }, dataAtLeastTrust: { none: 0, low: 1, moderate: 0, high: 0 }, staleDecisions: 0 },
    after: { open: { info: 0, low: 1, medium: 3, high: 2, critical: 0 }, questions: 3, elementsByReach: { none: 1, indirect: 1, authenticated: 0, anonymous: 2 }, dataAtLeastTrust: { none: 0, low: 1, moderate: 1, high: 0 }, staleDecisions: 1 },
  },
  reminders: [{ text: "Check SPF, DKIM and DMARC for the domain that it sends for.", because: "You added Mail provider.", operations: [2] }],
  gate: { failed: true, reasons: [{ text: "2 new threats of severity high or worse", ids: [unencrypted!.id, query!.id] }, { text: "1 decision made stale", ids: [acceptance.key], policy: "gates.change.every.decisions: [stale]", remedy: "Look again: confirm with `merlon decide <id> --confirm`, or decide anew." }] },
  quiet: false,
};

export const quietImpact: Impact = {
  ...sampleImpact, threats: [], decisions: [], questions: [], exposure: [], reminders: [], gate: { failed: false, reasons: [] }, quiet: true,
  operations: operations.slice(5, 6), risk: { before: sampleImpact.risk.before, after: sampleImpact.risk.before },
};
