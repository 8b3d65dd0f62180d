// The model that `merlon init` starts with when nobody is asked: small enough to read at a glance, with a few threats and questions in it.
import type { ModelDocument } from "@merlon/schema";
import { slugOf } from "../slug-of.ts";

export function firstModel(title: string): ModelDocument {
  return {
    merlon: 1, id: slugOf(title, "system"), title, depth: "sketch",
    data: { "customer-details": { title: "Names and addresses of customers", kind: "user.contact", levels: { confidentiality: "confidential", integrity: "moderate" } } },
    boundaries: { "internet": { type: "network", trust: "untrusted" }, "our-network": { "type": "network", "trust": "internal", "network-policy": "no" } },
    elements: {
      customer: { kind: "external", type: "human.customer", in: "internet" },
      web: { kind: "process", type: "web.application", in: "our-network" },
      database: { "kind": "store", "type": "datastore.sql", "in": "our-network", "holds": ["customer-details"], "encryption-at-rest": "no" },
    },
    flows: {
      "visit": { from: "customer", to: "web", protocol: "https", authentication: "session", carries: ["customer-details"], response: ["customer-details"] },
      "web-to-database": { from: "web", to: "database", protocol: "sql", carries: ["customer-details"], response: ["customer-details"] },
    },
  };
}
