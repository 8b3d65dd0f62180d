// From the answers of the interview to a small model: who uses it, the system, its stores, the systems around it, and what flows between them.
// What somebody does not know is left out, so that it becomes a question; nothing is made up.
import type { ActorClass, Element, Flow, ModelDocument } from "@merlon/schema";
import { slugOf } from "../slug-of.ts";
import { addFlow, company, encrypted, hasSafeguard, internet, type Draft } from "./draft.ts";
import { draftData, namedData, sentOut } from "./draft-data.ts";
import { draftPeople } from "./draft-people.ts";
import { chosen, includes, type InterviewAnswers } from "./interview.ts";

export function draftModel(answers: InterviewAnswers): ModelDocument {
  const [name = "System"] = chosen(answers, "name");
  const [purpose] = chosen(answers, "purpose");
  const draft: Draft = { answers, data: draftData(answers), boundaries: {}, elements: {}, flows: {}, main: "", entry: "" };
  const main = addSystem(draft);
  const whole = { ...draft, ...main };
  draftPeople(whole);
  addStores(whole);
  addOthers(whole);
  addOperation(whole);
  return {
    merlon: 1, id: slugOf(name, "system"), title: name, ...(purpose === undefined || purpose === "" ? {} : { description: purpose }), depth: "sketch",
    ...filled("data", whole.data), ...filled("boundaries", whole.boundaries), ...filled("elements", whole.elements), ...filled("flows", whole.flows),
  };
}

function filled<K extends string, T extends object>(key: K, map: T): { readonly [P in K]?: T } {
  return (Object.keys(map).length === 0 ? {} : { [key]: map }) as { readonly [P in K]?: T }; // one key, or none
}

const places: Readonly<Record<string, string>> = { cloud: "Cloud network", own: "Own network of the system", hosting: "Network at the hosting provider" };

interface MainElement {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly client?: { readonly id: string; readonly title: string; readonly type: string };
}

const forms: Readonly<Record<string, MainElement>> = {
  web: { id: "web-app", title: "Web application", type: "web.application" },
  mobile: { id: "server", title: "Server of the app", type: "api", client: { id: "mobile-app", title: "Mobile app", type: "mobile.app" } },
  api: { id: "api", title: "API", type: "api" },
  program: { id: "server", title: "Server of the program", type: "api", client: { id: "program", title: "Program on people's computers", type: "client" } },
  background: { id: "service", title: "Service", type: "service" },
};

function addSystem({ answers, boundaries, elements }: Draft): { readonly main: string; readonly entry: string } {
  const form = forms[chosen(answers, "form")[0] ?? ""] ?? { id: "service", title: "Service", type: "service" };
  const filter = hasSafeguard(answers, "network");
  boundaries["system"] = { title: places[chosen(answers, "place")[0] ?? ""] ?? "Where the system runs", type: "network", trust: "internal", ...(filter === undefined ? {} : { "network-policy": filter }) };
  elements[form.id] = { title: form.title, kind: "process", type: form.type, in: "system", ...availability(answers), ...safeguardsOf(answers, "process") };
  if (form.client === undefined) return { main: form.id, entry: form.id };
  const { id, title, type } = form.client;
  boundaries["devices"] = { title: "Devices of the users", type: "device", trust: "untrusted" };
  elements[id] = { title, kind: "process", type, in: "devices", levels: { availability: "low" } };
  return { main: form.id, entry: id };
}

const stores: Readonly<Record<string, { readonly id: string; readonly title: string; readonly type: string }>> = {
  database: { id: "database", title: "Database", type: "datastore.sql" },
  files: { id: "files", title: "Files", type: "datastore.object" },
};

function addStores(draft: Draft): void {
  const { answers, elements, main } = draft;
  const named = namedData(answers);
  for (const value of chosen(answers, "stores")) {
    const store = stores[value];
    const data = value === "database" && draft.data["password-hash"] ? [...named, "password-hash"] : named;
    if (store) {
      elements[store.id] = { title: store.title, kind: "store", type: store.type, in: "system", holds: data, ...availability(answers), ...safeguardsOf(answers, "store") };
      addFlow(draft, `${main}-to-${store.id}`, { title: `Keep data in the ${store.title.toLowerCase()}`, from: main, to: store.id, ...encrypted(answers, "inside", value === "files" ? "https" : "sql"), carries: data, response: data });
    } else if (value === "service") {
      addOutside(draft, { id: "storage-service", title: "Storage service", type: "saas.storage", verb: "Keep data in the storage service", carries: data });
    } else if (value === "device") {
      elements["device-storage"] = { title: "Storage on people's devices", kind: "store", type: "datastore.device", ...(draft.boundaries["devices"] ? { in: "devices" } : {}), holds: data, levels: { availability: "low" } };
    }
  }
}

const others: Readonly<Record<string, Omit<Outside, "carries">>> = {
  payment: { id: "payment-provider", title: "Payment provider", type: "saas.payment", verb: "Take payments" },
  mail: { id: "mail-service", title: "Mail and message service", type: "saas.mail", verb: "Send messages" },
  ai: { id: "ai-service", title: "AI model", type: "llm.model", verb: "Ask the AI model", actor: "supplier" },
  analytics: { id: "analytics-service", title: "Web analytics", type: "saas.analytics", verb: "Report use" },
  inhouse: { id: "own-systems", title: "Other systems of ours", type: "external.internal", verb: "Talk to our other systems" },
  partner: { id: "partner-systems", title: "Systems of other organisations", type: "external.partner", verb: "Talk to other organisations" },
  other: { id: "other-service", title: "Other service", type: "saas", verb: "Use another service" },
};

function addOthers(draft: Draft): void {
  const carries = sentOut(draft.answers);
  for (const value of chosen(draft.answers, "others")) {
    const other = others[value];
    if (other) addOutside(draft, { ...other, ...(carries === undefined ? {} : { carries }) });
  }
}

interface Outside {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly verb: string;
  /** Where the type does not say it. */
  readonly actor?: ActorClass;
  readonly carries?: readonly string[];
}

function addOutside(draft: Draft, { id, title, type, verb, actor, carries }: Outside): void {
  const inside = id === "own-systems" ? company(draft) : internet(draft);
  draft.elements[id] = { title, kind: "external", type, ...(actor === undefined ? {} : { actor }), in: inside };
  addFlow(draft, `${draft.main}-to-${id}`, { title: verb, from: draft.main, to: id, ...encrypted(draft.answers, "inside", "https"), ...(carries === undefined ? {} : { carries }) });
}

const ways: Readonly<Record<string, { readonly id: string; readonly title: string; readonly protocol?: string }>> = {
  pages: { id: "administer-in-pages", title: "Administer in pages of the system", protocol: "https" },
  remote: { id: "administer-remotely", title: "Log in to the machines", protocol: "ssh" },
  console: { id: "administer-in-console", title: "Administer in the provider's console", protocol: "https" },
};

function addOperation(draft: Draft): void {
  const { answers, data, elements, main } = draft;
  const used = chosen(answers, "operation");
  if (used.some((value) => ways[value])) {
    data["admin-command"] = { title: "Administrative command", kind: "system.command", levels: { integrity: "high" } };
    elements["administrator"] = { title: "Administrator", kind: "external", type: "human.administrator", in: includes(answers, "from", "internet") ? internet(draft) : company(draft) };
  }
  for (const { id, title, protocol } of used.flatMap((value) => ways[value] ?? [])) {
    addFlow(draft, id, { title, from: "administrator", to: main, ...(protocol === "https" ? encrypted(answers, "outside", protocol) : { protocol }), ...operatorProof(answers, protocol), carries: ["admin-command"], administrative: "yes" });
  }
  if (includes(answers, "operation", "pipeline")) {
    data["release"] = { title: "New version", kind: "system.artifact", levels: { confidentiality: "internal", integrity: "high" } };
    elements["build-pipeline"] = { title: "Build and installation", kind: "external", type: "ci.pipeline", actor: "employee", in: company(draft) };
    addFlow(draft, "install-new-version", { title: "Install a new version", from: "build-pipeline", to: main, ...encrypted(answers, "inside", "https"), carries: ["release"], response: [], administrative: "yes" });
  }
}

function operatorProof(answers: InterviewAnswers, protocol: string | undefined): Pick<Flow, "authentication" | "multi-factor"> {
  const authentication = protocol === "ssh" ? "password" : "session";
  switch (chosen(answers, "operator-sign-in")[0]) {
    case "password": return { authentication, "multi-factor": "no" };
    case "second-factor": return { authentication, "multi-factor": "code" };
    case "security-key": return { authentication: protocol === "ssh" ? "signature" : "session", "multi-factor": "phishing-resistant" };
    case "key-file": return { "authentication": "signature", "multi-factor": "no" };
    default: return {};
  }
}

function availability(answers: InterviewAnswers): Pick<Element, "levels"> {
  const [level] = chosen(answers, "outage");
  return level === undefined ? {} : { levels: { availability: level } };
}

/** What somebody is sure of, there or missing. */
function safeguardsOf(answers: InterviewAnswers, kind: "process" | "store"): Partial<Element> {
  const there = (safeguard: string) => hasSafeguard(answers, safeguard);
  const updates = there("updates") === "yes" ? "scheduled" : there("updates");
  const values: Partial<Element> = kind === "process"
    ? {
        "authorization": there("roles") === "yes" ? "role" : there("roles"), "sign-in-throttling": there("throttle"), "rate-limiting": there("limits"),
        "input-validation": there("checks"), "audit-logging": there("records"), "central-logs": there("logs"), "patching": updates,
      }
    : { "encryption-at-rest": there("stored"), "backup": there("backups") === "yes" ? "separate-account" : there("backups"), "patching": updates };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
