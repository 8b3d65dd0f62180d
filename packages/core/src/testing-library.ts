// A small fixed library for tests of this package, so that they do not move with the real one.
import type { Characteristic, Library } from "@merlon/schema";

type Short = Pick<Characteristic, "id" | "kind" | "applies-to" | "safer"> & Partial<Characteristic>;

function characteristic(short: Short): Characteristic {
  return { title: short.id, question: `${short.id}?`, help: "Help.", why: "Because.", examples: [], ...short };
}

function choices(...ids: string[]): Characteristic["values"] {
  return ids.map((id) => ({ id, title: id }));
}

export const testingLibrary: Library = {
  packs: [{ id: "core", version: "1.0.0", title: "Core", digest: "sha256:0" }, { id: "acme", version: "1.0.0", title: "Acme", digest: "sha256:1" }],
  characteristics: [
    characteristic({ id: "internet-facing", kind: "flag", "applies-to": ["element"], "element-kinds": ["process", "store"], safer: "no" }),
    characteristic({ id: "input-validation", kind: "flag", "applies-to": ["element"], "element-kinds": ["process"], safer: "yes" }),
    characteristic({ id: "encryption-at-rest", kind: "flag", "applies-to": ["element"], "element-kinds": ["store"], safer: "yes" }),
    characteristic({ id: "encryption-in-transit", kind: "flag", "applies-to": ["flow"], safer: "yes" }),
    characteristic({ id: "authentication", kind: "choice", "applies-to": ["element", "flow"], values: choices("password", "session", "certificate"), safer: "later" }),
    characteristic({ id: "rate-limiting", kind: "flag", "applies-to": ["element", "flow"], safer: "yes" }),
    characteristic({ id: "logged-events", kind: "set", "applies-to": ["element"], values: choices("sign-in", "changes"), safer: "more" }),
    characteristic({ id: "key-length", kind: "number", "applies-to": ["flow"], minimum: 0, maximum: 16384, safer: "higher" }),
    characteristic({ id: "network-policy", kind: "flag", "applies-to": ["boundary"], safer: "yes" }),
    characteristic({ id: "acme.tokenised", kind: "flag", "applies-to": ["element"], safer: "yes" }),
  ],
  types: [
    { id: "web", title: "Web", kinds: ["process", "external"] },
    { id: "web.application", title: "Web application", kinds: ["process", "external"], implies: { "input-validation": "no" } },
    { id: "datastore", title: "Data store", kinds: ["store"] },
    { id: "datastore.sql", title: "SQL database", kinds: ["store"], implies: { authentication: "yes" } },
    { id: "datastore.sql.postgres", title: "PostgreSQL", kinds: ["store"], implies: { technology: ["postgresql"] } },
    { id: "human", title: "Person", kinds: ["external"] },
    { id: "human.customer", title: "Customer", kinds: ["external"], actor: "customer" },
    { id: "human.customer.vip", title: "Important customer", kinds: ["external"] },
  ],
  technologies: [
    { id: "nodejs", title: "Node.js" },
    { id: "postgresql", title: "PostgreSQL", type: "datastore.sql.postgres" },
    { id: "encrypted-disk", title: "Encrypted disk", implies: { "encryption-at-rest": "yes" } },
  ],
  protocols: [
    { id: "http", title: "HTTP", implies: { "encryption-in-transit": "no" } },
    { id: "https", title: "HTTPS", implies: { "encryption-in-transit": "yes" } },
    { id: "postgres", title: "PostgreSQL wire protocol", port: 5432 },
  ],
  dataKinds: [
    { id: "user", title: "User data", personal: true },
    { id: "user.contact", title: "Contact data" },
    { id: "user.financial.card", title: "Payment card" },
    { id: "credential", title: "Credential", credential: true },
  ],
  controls: [
    { id: "web-application-firewall", title: "Web application firewall", at: ["element", "boundary"], provides: { "input-validation": "yes", "rate-limiting": "yes" } },
    { id: "tls", title: "TLS", at: ["flow", "boundary"], provides: { "encryption-in-transit": "yes" } },
    { id: "sign-in", title: "Sign-in", at: ["element", "flow"], provides: { authentication: "yes" } },
    { id: "firewall", title: "Firewall", at: ["boundary"], provides: { "network-policy": "yes" } },
  ],
  scales: [
    { id: "public-internal-confidential-secret", title: "Four levels", description: "Four levels.", protects: "confidentiality", levels: ["public", "internal", "confidential", "secret"], class: { public: "none", internal: "low", confidential: "moderate", secret: "high" } },
    { id: "fips-199", title: "FIPS 199", description: "Three levels.", protects: "confidentiality", levels: ["low", "moderate", "high"], class: { low: "low", moderate: "moderate", high: "high" } },
  ],
  rules: [],
};
