// A small set of attack paths: two ways to one jewel that share their first step, one of them with two things needed at once.
import type { AttackHop, AttackPath, AttackPaths } from "@merlon/schema";

const initial = { id: "TA0001", shortname: "initial-access", name: "Initial Access" };
const access = { id: "TA0006", shortname: "credential-access", name: "Credential Access" };
const collection = { id: "TA0009", shortname: "collection", name: "Collection" };
const bare = { because: [], barriers: [], openings: [], assumed: [] } as const;

const web = { kind: "element", id: "web", title: "Shop front" } as const;
const enter: AttackHop = { ...bare, number: 1, step: "reach", text: "Reach Shop front by Browse", at: { kind: "flow", id: "browse", title: "Browse" }, flow: "browse", needs: [], tactic: initial, techniques: [{ id: "T1133", name: "External Remote Services" }], cost: 0 };
const exploit: AttackHop = {
  number: 2, step: "exploit", text: "Take over Shop front through a flaw", at: web, flow: "browse", needs: [1], tactic: initial, techniques: [{ id: "T1190", name: "Exploit Public-Facing Application" }], cost: 5, because: ["administrative of Browse is no"],
  barriers: [{ object: "web", title: "Shop front", key: "input-validation", value: "yes", adds: 1 }], openings: ["exposed-and-not-patched@web"], assumed: ["patching@web"],
};
const steal: AttackHop = { ...bare, number: 3, step: "steal-credential", text: "Take Database password from Shop front", at: web, data: "db-credential", needs: [2], tactic: access, techniques: [{ id: "T1552", name: "Unsecured Credentials" }], cost: 1 };
const near: AttackHop = { ...enter, number: 4, text: "Reach Orders by Web to orders", flow: "web-to-orders", needs: [2] };
const use: AttackHop = { ...bare, number: 5, step: "assume-role", text: "Use Database password to read at Orders", at: { kind: "element", id: "orders", title: "Orders" }, data: "db-credential", needs: [2, 3, 4], tactic: initial, techniques: [{ id: "T1078", name: "Valid Accounts" }], cost: 1 };
const read: AttackHop = { ...bare, number: 6, step: "read", text: "Read Card number at Orders", at: { kind: "element", id: "orders", title: "Orders" }, data: "card", needs: [5], tactic: collection, techniques: [{ id: "T1213.006", name: "Databases" }], cost: 1 };

const long: AttackPath = { id: "anonymous..card+confidentiality", rank: 1, entry: "anonymous", goal: "card", property: "confidentiality", cost: 8, effort: "moderate", hops: [enter, exploit, steal, near, use, read], crosses: ["shop"], unavoidable: ["web"], assumed: true };
const short: AttackPath = { ...long, id: "anonymous..card+confidentiality.2", rank: 2, cost: 9, effort: "high", hops: [enter, exploit, { ...read, number: 3, text: "Take Card number from Shop front", at: web, needs: [2] }] };

export const samplePaths: AttackPaths = {
  schema: "merlon/paths/1", model: { id: "acme/shop", title: "Web shop" }, attackers: [{ id: "anonymous", title: "Anybody", actor: "anonymous", starts: ["shopper"] }],
  jewels: [{ kind: "data", id: "card", title: "Card number", property: "confidentiality", class: "high" }, { kind: "element", id: "orders", title: "Orders", property: "availability", class: "high" }],
  paths: [long, short], blocked: ["anonymous..orders+availability"],
  chokePoints: [{ target: web, paths: [long.id] }], soleControls: [{ ...exploit.barriers[0]!, paths: [long.id] }],
  cuts: [{ id: "harden@web", text: "Harden Shop front", target: web, step: "exploit", blocks: [], raises: [long.id], adds: 1 }],
  partial: true, reasons: ["Only the first 40 of 50 jewels were looked at; name others."],
};
