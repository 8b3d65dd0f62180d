// The people and programs that use the system: where they are, how they sign in, and what goes to and fro.
import type { Flow } from "@merlon/schema";
import { addFlow, company, encrypted, internet, type Draft } from "./draft.ts";
import { namedData } from "./draft-data.ts";
import { chosen, includes, type InterviewAnswers } from "./interview.ts";

interface Person {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly verb: string;
}

const people: Readonly<Record<string, Person>> = {
  visitors: { id: "visitor", title: "Visitor", type: "human.visitor", verb: "Visit" },
  customers: { id: "customer", title: "Customer", type: "human.customer", verb: "Use" },
  staff: { id: "employee", title: "Employee", type: "human.employee", verb: "Work with" },
  partners: { id: "partner", title: "Partner's system", type: "external.partner", verb: "Call" },
};

export function draftPeople(draft: Draft): void {
  const { answers, elements } = draft;
  const users = chosen(answers, "users").flatMap((value) => people[value] ?? []);
  const signsIn = users.some(({ id }) => id !== "visitor");
  const password = signsIn && (includes(answers, "sign-in", "password") || includes(answers, "sign-in", "second-factor"));
  if (password) draft.data["password"] = { title: "Password", kind: "credential.password", levels: { confidentiality: "secret" }, personal: "no" };
  if (password && includes(answers, "stores", "database")) {
    draft.data["password-hash"] = { "title": "Password hash", "kind": "credential.password-hash", "levels": { confidentiality: "confidential" }, "personal": "no", "derived-from": [{ data: "password", by: "hashed" }] };
  }
  for (const { id, title, type, verb } of users) {
    elements[id] = { title, kind: "external", type, in: placeOf(id, draft) };
    const target = id === "partner" ? draft.main : draft.entry;
    const mine = dataOf(id, draft);
    const carries = [...mine, ...(usesPassword(id, answers) && target === draft.main ? ["password"] : [])];
    addFlow(draft, `${id}-to-${target}`, {
      title: `${verb} the ${elements[target]?.title?.toLowerCase() ?? target}`, from: id, to: target,
      ...(target === draft.main ? { ...encrypted(answers, "outside", "https"), ...proof(id, answers) } : { "protocol": "human", "out-of-scope": "What people do on their own devices is theirs." }), carries, response: mine,
    });
  }
  if (draft.entry !== draft.main) addClientFlow(draft, { password, signsIn });
  if (signsIn && includes(answers, "sign-in", "elsewhere")) addSignInService(draft, "Sign-in service", internet(draft));
  if (signsIn && includes(answers, "sign-in", "company")) addSignInService(draft, "Company single sign-on", company(draft));
}

function placeOf(id: string, draft: Draft): string {
  const [from] = chosen(draft.answers, "from");
  if (from === "internet") return internet(draft);
  if (from === "company") return company(draft);
  if (from === "both") return id === "employee" ? company(draft) : internet(draft);
  draft.boundaries["outside"] ??= { title: "Where the users are", type: "network" };
  return "outside";
}

/** Somebody who is not signed in sees what is published; when there are no others, everything is theirs. */
function dataOf(id: string, { answers }: Draft): readonly string[] {
  const all = namedData(answers);
  const alone = chosen(answers, "users").every((user) => user === "visitors");
  return id === "visitor" && !alone ? all.filter((data) => data === "published") : all;
}

function proof(id: string, answers: InterviewAnswers): Pick<Flow, "authentication" | "multi-factor"> {
  if (id === "visitor") return { authentication: "no" };
  switch (weakestWay(id, answers)) {
    case "password": return id === "partner" ? { authentication: "password" } : { "authentication": "session", "multi-factor": "no" };
    case "second-factor": return id === "partner" ? { authentication: "password" } : { "authentication": "session", "multi-factor": "code" };
    case "company":
    case "elsewhere": return { authentication: "session" };
    case "key": return { authentication: "static-key" };
    case "certificate": return { authentication: "mutual-tls" };
    case "none": return { authentication: "no" };
    default: return {};
  }
}

/** From the way that is easiest to get around: whoever may choose takes that one. */
const ways: readonly string[] = ["none", "key", "password", "second-factor", "elsewhere", "company", "certificate"];
const ofPrograms: ReadonlySet<string> = new Set(["key", "certificate"]);

function usesPassword(id: string, answers: InterviewAnswers): boolean {
  return id !== "visitor" && ["password", "second-factor"].includes(weakestWay(id, answers) ?? "");
}

/** Programs sign in with keys and certificates and people in the other ways, where both are there. */
function weakestWay(id: string, answers: InterviewAnswers): string | undefined {
  const all = chosen(answers, "sign-in");
  const own = all.filter((way) => ofPrograms.has(way) === (id === "partner"));
  return ways.find((way) => (own.length > 0 ? own : all).includes(way));
}

/** What people do in a program of theirs goes on to the server. */
function addClientFlow(draft: Draft, { password, signsIn }: { readonly password: boolean; readonly signsIn: boolean }): void {
  const data = namedData(draft.answers);
  addFlow(draft, `${draft.entry}-to-${draft.main}`, {
    title: `Talk to the ${draft.elements[draft.main]?.title?.toLowerCase() ?? draft.main}`, from: draft.entry, to: draft.main,
    ...encrypted(draft.answers, "outside", "https"), ...proof(signsIn ? "customer" : "visitor", draft.answers), carries: [...data, ...(password ? ["password"] : [])], response: data,
  });
}

function addSignInService(draft: Draft, title: string, place: string): void {
  draft.data["sign-in-token"] = { title: "Proof of sign-in", kind: "credential.access-token", levels: { confidentiality: "confidential" }, personal: "no" };
  draft.elements["sign-in-service"] = { title, kind: "external", type: "identity.provider", in: place };
  addFlow(draft, `${draft.main}-to-sign-in-service`, { title: "Have people signed in", from: draft.main, to: "sign-in-service", ...encrypted(draft.answers, "inside", "https"), carries: [], response: ["sign-in-token"] });
}
