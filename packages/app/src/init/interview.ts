// The questions for somebody who has never made a threat model, in plain words. Data only; what the answers mean is in draft-model.ts.

export interface InterviewOption {
  readonly value: string;
  readonly label: string;
}

export interface InterviewQuestion {
  readonly id: InterviewKey;
  readonly kind: "text" | "one" | "several";
  readonly text: string;
  readonly example?: string;
  readonly options?: readonly InterviewOption[];
  /** Must be answered. Every other question takes "I don't know". */
  readonly needed?: true;
  /** Asked only then. */
  readonly when?: (answers: InterviewAnswers) => boolean;
}

export type InterviewKey =
  | "name" | "purpose" | "form" | "users" | "from" | "sign-in" | "data" | "secrecy" | "correctness" | "outage" | "stores" | "others" | "sent-out"
  | "operation" | "operator-sign-in" | "place" | "present" | "missing";

/** By question; what is left out or `unknown` is not known. */
export type InterviewAnswers = Readonly<Partial<Record<InterviewKey, string | readonly string[]>>>;

export const unknownOption: InterviewOption = { value: "unknown", label: "I don't know" };

/** What protects it, by the value that an answer has. */
const safeguards: Readonly<Record<string, string>> = {
  outside: "Encryption between people and the system (https)", inside: "Encryption between its parts, and to other systems", stored: "Encryption of what is kept: disks, databases, backups",
  throttle: "A brake on guessing passwords", limits: "A limit on how much one caller may ask for", checks: "Checks of everything that arrives before it is used", roles: "Rules for who may do what, by role",
  network: "A firewall that lets only the needed connections in", records: "A record of who did what", logs: "Logs in a place that the system itself cannot change", backups: "Backups that nobody can delete by mistake or from the system itself",
  updates: "Security updates at least every month",
};

export const interview: readonly InterviewQuestion[] = [
  { id: "name", kind: "text", text: "What is the system called?", example: "Membership portal", needed: true },
  { id: "purpose", kind: "text", text: "What does it do, in a sentence or two?", example: "Members of the club sign up, pay their fee and book courses." },
  {
    id: "form", kind: "one", text: "What is it?", needed: true,
    options: options({
      "web": "A web site or web application", "mobile": "A mobile app with a server behind it", "api": "An interface (API) that other programs call",
      "program": "A program on people's computers with a server behind it", "background": "Something that works by itself, without users (a job, a data pipeline)",
    }),
  },
  {
    id: "users", kind: "several", text: "Who uses it?", needed: true,
    options: options({
      visitors: "Anybody, without signing in", customers: "Customers or members of the public, with an account", staff: "People who work for us",
      partners: "Systems of other organisations", nobody: "Nobody; it works by itself",
    }),
  },
  {
    id: "from", kind: "one", text: "From where do they reach it?", when: (answers) => has(answers, "users") && !includes(answers, "users", "nobody"),
    options: options({
      internet: "From anywhere on the internet", company: "Only from our own network, or through our VPN", both: "Our own people from our network, everybody else from the internet",
    }),
  },
  {
    id: "sign-in", kind: "several", text: "How do they sign in? Choose every way that there is.", when: (answers) => ["customers", "staff", "partners"].some((user) => includes(answers, "users", user)),
    options: options({
      "password": "With a password", "second-factor": "With a password and a second step (a code, an app, a security key)", "company": "With our company's single sign-on",
      "elsewhere": "With an account somewhere else (Google, Apple, a national identity)", "key": "With an API key", "certificate": "With a certificate", "none": "Not at all",
    }),
  },
  {
    id: "data", kind: "several", text: "What does it handle?", needed: true,
    options: options({
      contact: "Names, addresses, e-mail, phone numbers", account: "User accounts and profiles", purchase: "Orders, purchases, bookings of people", card: "Payment cards or bank accounts",
      content: "Messages, documents or pictures from people", behaviour: "What people look at, click or search for", location: "Where people are", official: "Passport, tax or social security numbers",
      health: "Health data", children: "Data about children", employment: "Data about employees or applicants", business: "Business figures, contracts or plans",
      machine: "Measurements and machine data", published: "Things that anybody may see", other: "Something else",
    }),
  },
  {
    id: "secrecy", kind: "one", text: "How bad would it be if strangers could read the most sensitive of that?", when: hasOwnData,
    options: options({ none: "Not at all; it may be known", low: "Unpleasant; it is for us only", moderate: "Serious: it would hurt people or the business", high: "A disaster" }),
  },
  {
    id: "correctness", kind: "one", text: "How bad would it be if somebody changed it and nobody noticed?", when: (answers) => has(answers, "data"),
    options: options({ none: "Not bad", low: "Annoying", moderate: "Serious: wrong deliveries, bills or decisions", high: "A disaster: money, health or the law is at stake" }),
  },
  {
    id: "outage", kind: "one", text: "How long can everybody do without it?",
    options: options({ none: "For weeks", low: "For a day", moderate: "For an hour", high: "Hardly at all" }),
  },
  {
    id: "stores", kind: "several", text: "Where is the data kept?",
    options: options({ database: "In a database", files: "In files or a bucket", device: "On people's own devices", service: "In a service of another company", nowhere: "It is not kept" }),
  },
  {
    id: "others", kind: "several", text: "Which other systems does it talk to?",
    options: options({
      payment: "A payment provider", mail: "A service that sends mail or text messages", ai: "An AI model or assistant", analytics: "Web analytics or tracking",
      inhouse: "Other systems of ours", partner: "Systems of other organisations", other: "Another service on the internet", none: "None",
    }),
  },
  { id: "sent-out", kind: "several", text: "Which of the data goes to them?", when: (answers) => has(answers, "others") && !includes(answers, "others", "none") && has(answers, "data") },
  {
    id: "operation", kind: "several", text: "How is it run and changed?",
    options: options({
      pages: "Administrators use pages of the system itself", remote: "Administrators log in to the machines (SSH, remote desktop)", console: "Administrators use the console of a cloud or hosting provider",
      pipeline: "New versions are built and installed automatically", nobody: "Nobody touches it",
    }),
  },
  {
    id: "operator-sign-in", kind: "one", text: "How do administrators prove who they are?", when: (answers) => ["pages", "remote", "console"].some((way) => includes(answers, "operation", way)),
    options: options({
      "password": "With a password", "second-factor": "With a password and a second step", "security-key": "With a security key or passkey that belongs to them", "key-file": "With a key file (SSH key)",
    }),
  },
  { id: "place", kind: "one", text: "Where does it run?", options: options({ cloud: "In a public cloud", own: "In our own building or data centre", hosting: "At a hosting provider" }) },
  { id: "present", kind: "several", text: "Which of these are there? Choose all that you are sure of.", options: [...Object.entries(safeguards).map(([value, label]) => ({ value, label })), { value: "none", label: "None of these" }] },
  { id: "missing", kind: "several", text: "And which of these are certainly missing?", when: (answers) => !includes(answers, "present", "none") },
];

/** Besides "I don't know", an answer that no other goes with. */
export const exclusive: ReadonlySet<string> = new Set(["nobody", "nowhere", "none", unknownOption.value]);

function labelOf(id: InterviewKey, value: string): string {
  return interview.find((question) => question.id === id)?.options?.find((option) => option.value === value)?.label ?? value;
}

/** What may be chosen, given what was said before. */
export function optionsOf({ id, options: own, needed }: InterviewQuestion, answers: InterviewAnswers): readonly InterviewOption[] {
  if (id === "sent-out") return [...chosen(answers, "data").map((value) => ({ value, label: labelOf("data", value) })), { value: "none", label: "None of it" }, unknownOption];
  if (id === "missing") return [...Object.entries(safeguards).filter(([value]) => !includes(answers, "present", value)).map(([value, label]) => ({ value, label })), { value: "none", label: "None; I don't know about the others" }];
  return needed ? own ?? [] : [...own ?? [], unknownOption];
}

export function chosen(answers: InterviewAnswers, id: InterviewKey): readonly string[] {
  const answer = answers[id];
  const values = answer === undefined ? [] : typeof answer === "string" ? [answer] : answer;
  return values.filter((value) => value !== unknownOption.value);
}

export function includes(answers: InterviewAnswers, id: InterviewKey, value: string): boolean {
  return chosen(answers, id).includes(value);
}

function has(answers: InterviewAnswers, id: InterviewKey): boolean {
  return chosen(answers, id).length > 0;
}

function hasOwnData(answers: InterviewAnswers): boolean {
  return chosen(answers, "data").some((value) => value !== "published");
}

function options(labels: Readonly<Record<string, string>>): readonly InterviewOption[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
