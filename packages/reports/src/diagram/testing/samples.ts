// For tests: systems of 8, 25 and 60 elements with everything that makes pictures hard.
import { sampleSystem } from "./sample-system.ts";
import type { Sample, SampleElement, SampleFlow, SampleSystem } from "./sample-system.ts";

export function smallSample(): Sample {
  return sampleSystem(smallSystem);
}

const smallSystem: SampleSystem = {
  id: "acme/notes", title: "Notes",
  data: {
    note: { title: "Note", class: "moderate", personal: "yes" }, "session-token": { title: "Session token", class: "high" },
    diagnosis: { title: "Diagnosis", class: "high", personal: "special" },
  },
  boundaries: {
    internet: { title: "Internet", trust: "untrusted" }, cloud: { title: "Cloud account", type: "account", trust: "internal" },
    "data-subnet": { title: "Data subnet", trust: "restricted", in: "cloud" },
  },
  elements: {
    user: { title: "User", kind: "external", type: "human.customer", in: "internet" },
    "mail-provider": { title: "Mail provider", kind: "external", in: "internet", outOfScope: "the provider's own model" },
    web: { title: "Web app", type: "web.application", in: "cloud" }, api: { title: "Notes API", type: "web.api", in: "cloud" },
    worker: { title: "Reminder worker", in: "cloud" },
    notes: { title: "Notes database", kind: "store", type: "datastore.sql.postgres", in: "data-subnet", holds: ["note", "diagnosis"] },
    queue: { title: "Reminders", kind: "store", type: "queue", in: "data-subnet" },
    backup: { title: "Backups", kind: "store", type: "object-store.s3", in: "data-subnet", holds: ["note"] },
  },
  flows: {
    visit: { title: "Visit", from: "user", to: "web", protocol: "https", carries: ["session-token", "note"], response: ["note"] },
    "web-to-api": { from: "web", to: "api", protocol: "https", carries: ["session-token", "note"], response: ["note"] },
    "api-to-notes": { from: "api", to: "notes", protocol: "postgres", carries: ["note", "diagnosis"], response: ["note"], encrypted: "no" },
    "api-to-queue": { from: "api", to: "queue", protocol: "amqp", carries: [] },
    "worker-to-queue": { from: "worker", to: "queue", protocol: "amqp" },
    "send-reminder": { title: "Send reminder", from: "worker", to: "mail-provider", protocol: "smtp", carries: ["note"], encrypted: "no" },
    "nightly-dump": { title: "Nightly dump", from: "notes", to: "backup", carries: ["note"] },
  },
  threats: { "flow:api-to-notes": ["high", "medium"], "element:notes": ["critical"], "boundary:data-subnet": ["medium"], "model:model": ["low"] },
};

export function shopSample(): Sample {
  return sampleSystem(shopSystem);
}

const shopSystem: SampleSystem = {
  id: "acme/webshop", title: "Web shop",
  data: {
    card: { title: "Payment card number", class: "high", personal: "yes" }, address: { title: "Delivery address", class: "moderate", personal: "yes" },
    order: { title: "Order", class: "low" }, catalogue: { title: "Product catalogue", class: "none" },
    password: { title: "Password", class: "high" }, token: { title: "Access token", class: "high" }, logs: { title: "Log lines", class: "low" },
    allergies: { title: "Food allergies", class: "high", personal: "special" },
  },
  boundaries: {
    internet: { title: "Internet", trust: "untrusted" },
    partners: { title: "Payment partner", type: "organisation", trust: "partner" },
    office: { title: "Office network", trust: "edge" },
    aws: { title: "AWS production account", type: "account", trust: "internal" },
    dmz: { title: "Public subnet", trust: "edge", in: "aws" },
    app: { title: "Application subnet", trust: "internal", in: "aws" },
    cluster: { title: "Kubernetes cluster", type: "container", trust: "internal", in: "app" },
    "data-subnet": { title: "Data subnet", trust: "restricted", in: "aws" },
    eu: { title: "European Union", type: "jurisdiction", trust: "internal" },
  },
  elements: {
    shopper: { title: "Shopper", kind: "external", type: "human.customer", in: "internet" },
    crawler: { title: "Search engine crawler", kind: "external", actor: "anonymous", in: "internet" },
    courier: { title: "Courier's tracking service", kind: "external", type: "saas", in: "internet" },
    acquirer: { title: "Card acquirer", kind: "external", type: "payment-service", in: "partners" },
    fraud: { title: "Fraud scoring", kind: "external", in: "partners" },
    admin: { title: "Administrator", kind: "external", type: "human.administrator", in: "office" },
    support: { title: "Customer support", kind: "external", type: "human.employee", in: "office" },
    bastion: { title: "Bastion host", in: "dmz", type: "host.bastion" },
    cdn: { title: "Content delivery network", in: "dmz", type: "network.cdn" },
    gateway: { title: "API gateway", in: "dmz", type: "network.gateway" },
    web: { title: "Shop front end", in: "cluster", type: "web.application" },
    basket: { title: "Basket", in: "cluster" },
    checkout: { title: "Checkout", in: "cluster" },
    payment: { title: "Payment service", in: "cluster" },
    shipping: { title: "Shipping", in: "cluster" },
    accounts: { title: "Customer accounts and preferences service", in: "cluster" },
    search: { title: "Product search", in: "cluster" },
    mailer: { title: "Mailer", in: "app" },
    backoffice: { title: "Back office", in: "app", type: "web.application" },
    orders: { title: "Orders", kind: "store", type: "datastore.sql.postgres", in: ["data-subnet", "eu"], holds: ["order", "address"] },
    customers: { title: "Customers", kind: "store", type: "datastore.sql.postgres", in: ["data-subnet", "eu"], holds: ["address", "password", "allergies"] },
    vault: { title: "Card vault", kind: "store", type: "datastore.vault", in: ["data-subnet", "eu"], holds: ["card"] },
    cache: { title: "Session cache", kind: "store", type: "datastore.redis", in: "data-subnet", holds: ["token"] },
    index: { title: "Search index", kind: "store", type: "datastore.search", in: "data-subnet", holds: ["catalogue"] },
    audit: { title: "Audit log", kind: "store", type: "datastore.log", in: "aws", holds: ["logs"] },
  },
  flows: {
    browse: { title: "Browse", from: "shopper", to: "cdn", protocol: "https", carries: [], response: ["catalogue"] },
    crawl: { title: "Crawl", from: "crawler", to: "cdn", protocol: "http", carries: [], response: ["catalogue"], encrypted: "no" },
    "cdn-to-web": { from: "cdn", to: "web", protocol: "http", carries: [], response: ["catalogue"], encrypted: "no" },
    "place-order": { title: "Place order", from: "shopper", to: "gateway", protocol: "https", carries: ["card", "address", "token"], response: ["order"] },
    "sign-in": { title: "Sign in", from: "shopper", to: "gateway", protocol: "https", carries: ["password"], response: ["token"] },
    "gateway-to-checkout": { from: "gateway", to: "checkout", protocol: "http", carries: ["card", "address", "token"], response: ["order"], encrypted: "no" },
    "gateway-to-accounts": { from: "gateway", to: "accounts", protocol: "https", carries: ["password"], response: ["token"] },
    "web-to-basket": { from: "web", to: "basket", protocol: "grpc", carries: ["order"] },
    "web-to-search": { from: "web", to: "search", protocol: "grpc", carries: [], response: ["catalogue"] },
    "checkout-to-payment": { from: "checkout", to: "payment", protocol: "grpc", carries: ["card"] },
    "checkout-to-shipping": { from: "checkout", to: "shipping", protocol: "grpc", carries: ["address"] },
    "checkout-to-orders": { from: "checkout", to: "orders", protocol: "postgres", carries: ["order", "address"], response: ["order"] },
    "basket-to-cache": { from: "basket", to: "cache", protocol: "redis", carries: ["token"], encrypted: "no" },
    authorise: { title: "Authorise payment", from: "payment", to: "acquirer", protocol: "https", carries: ["card"], response: [] },
    score: { title: "Score for fraud", from: "payment", to: "fraud", protocol: "https", carries: ["address", "order"] },
    "payment-to-vault": { from: "payment", to: "vault", protocol: "https", carries: ["card"], response: ["card"] },
    "accounts-to-customers": { from: "accounts", to: "customers", protocol: "postgres", carries: ["password", "address", "allergies"], response: ["address"] },
    "search-to-index": { from: "search", to: "index", protocol: "https", carries: [], response: ["catalogue"] },
    "book-courier": { title: "Book courier", from: "shipping", to: "courier", protocol: "https", carries: ["address"] },
    "tracking-callback": { title: "Tracking callback", from: "courier", to: "gateway", protocol: "https" },
    "checkout-to-mailer": { from: "checkout", to: "mailer", protocol: "amqp", carries: ["address", "order"] },
    "order-mail": { title: "Order confirmation", from: "mailer", to: "shopper", protocol: "smtp", carries: ["order", "address"], encrypted: "no" },
    "admin-ssh": { title: "Administer", from: "admin", to: "bastion", protocol: "ssh", carries: ["token"], encrypted: "yes" },
    "bastion-to-orders": { from: "bastion", to: "orders", protocol: "postgres", carries: ["order"], response: ["order", "address"], encrypted: "no" },
    "help-customer": { title: "Help a customer", from: "support", to: "backoffice", protocol: "https", carries: ["order"], response: ["address", "order"] },
    "backoffice-to-orders": { from: "backoffice", to: "orders", protocol: "postgres", carries: ["order"], response: ["address"] },
    "backoffice-to-customers": { from: "backoffice", to: "customers", protocol: "postgres", response: ["address"] },
    "checkout-to-audit": { from: "checkout", to: "audit", protocol: "syslog", carries: ["logs"] },
    "backoffice-to-audit": { from: "backoffice", to: "audit", protocol: "syslog", carries: ["logs"] },
    reindex: { title: "Rebuild the index", from: "search", to: "search", carries: ["catalogue"] },
  },
  threats: {
    "flow:gateway-to-checkout": ["high", "high"], "flow:crawl": ["low"], "flow:order-mail": ["medium"], "flow:bastion-to-orders": ["critical", "high"],
    "element:gateway": ["high", "medium", "medium"], "element:vault": ["critical"], "element:customers": ["high"], "element:bastion": ["medium"],
    "boundary:aws": ["medium"], "boundary:data-subnet": ["high", "low"],
  },
  forbidden: ["bastion-to-orders data-subnet"],
};

/** Three levels of boundaries, parallel flows, self-loops, long and non-Latin titles. */
function largeSystem(count: number): SampleSystem {
  const next = sequence(7);
  const boundaries: SampleSystem["boundaries"] = { internet: { title: "Internet", trust: "untrusted" } };
  const leaves = ["internet"];
  const regions = Math.max(2, Math.round(count / 20));
  for (let r = 0; r < regions; r++) {
    boundaries[`region-${r}`] = { title: regionTitles[r % regionTitles.length] ?? "", type: "account", trust: "edge" };
    for (let v = 0; v < 2; v++) {
      boundaries[`vpc-${r}-${v}`] = { title: `VPC ${r}.${v}`, trust: "internal", in: `region-${r}` };
      for (let s = 0; s < 2; s++) {
        boundaries[`subnet-${r}-${v}-${s}`] = { title: s === 0 ? "Public subnet" : "Private subnet", trust: s === 0 ? "edge" : "restricted", in: `vpc-${r}-${v}` };
        leaves.push(`subnet-${r}-${v}-${s}`);
      }
    }
  }
  const elements: Record<string, SampleElement> = {};
  for (let i = 0; i < count; i++) {
    const kind = (["process", "process", "store", "process", "external"] as const)[next() % 5] ?? "process";
    elements[`e${i}`] = { title: elementTitles[next() % elementTitles.length] ?? "", kind, in: leaves[i % leaves.length] ?? "internet" };
  }
  return { id: "acme/large", title: "Large system with a rather long title: orders, payments and everything around them", data: sampleData, boundaries, elements, flows: largeFlows(count, leaves.length, next), threats: { "element:e3": ["high"], "element:e7": ["low", "low"], "flow:f5": ["critical"] } };
}

const regionTitles = ["AWS account Frankfurt", "On-premises data centre", "Партнёрская сеть", "Δίκτυο Αθήνα"];
const elementTitles = [
  "Orders API", "Billing worker", "Übersetzungsdienst für Öffentlichkeitsarbeit", "Customer relationship management connector (legacy)", "Журнал аудита",
  "Cache", "Notification service with a title that goes on for a really long time and more", "Łódź gateway", "Search", "Naïve façade", "Event bus",
];
const sampleData: SampleSystem["data"] = {
  orders: { class: "low" }, pii: { title: "Personal details", class: "moderate", personal: "yes" }, tokens: { class: "high" }, events: { class: "none" },
};

function largeFlows(count: number, leaves: number, next: () => number): Record<string, SampleFlow> {
  const flows: Record<string, SampleFlow> = {};
  const data = Object.keys(sampleData ?? {});
  for (let i = 0; i < Math.round(count * 1.4); i++) {
    const from = next() % count;
    const near = (from + leaves * (1 + (next() % 3))) % count;
    const to = next() % 10 < 6 ? near : (from + 1 + (next() % 5)) % count;
    flows[`f${i}`] = {
      from: `e${from}`, to: `e${next() % 25 === 0 ? from : to}`, protocol: ["https", "grpc", "postgres", "amqp"][next() % 4] ?? "https",
      ...(next() % 6 === 0 ? {} : { carries: [data[next() % data.length] ?? "orders"] }), ...(next() % 3 === 0 ? { response: ["orders"] } : {}),
      ...(next() % 3 === 0 ? { encrypted: "no" as const } : {}),
    };
    if (i % 12 === 0) flows[`f${i}-again`] = { ...flows[`f${i}`], title: "Retry", from: `e${from}`, to: `e${to}` };
  }
  return flows;
}

/** A small linear congruential generator: the same numbers on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536);
  };
}

export function largeSample(count = 60): Sample {
  return sampleSystem(largeSystem(count));
}
