// The wording of questions about fields of the schema (not characteristics, which bring their own).
import type { Depth, Question, QuestionAnswer } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { ACTORS, PRIVILEGES } from "../facts/orders.ts";
import type { Subject } from "../facts/subject.ts";

/** Longer lists are left to whoever asks: they are in the model or the library. */
const MOST_ANSWERS = 24;

export type Wording = Pick<Question, "text" | "help" | "why" | "kind" | "answers" | "depth">;

interface FieldQuestion extends Omit<Wording, "answers"> {
  readonly answers?: (base: FactBase) => readonly QuestionAnswer[];
}

const YES_NO: readonly QuestionAnswer[] = [{ value: "yes", title: "Yes" }, { value: "no", title: "No" }];

/** By field; `{title}` is the title of the object asked about. */
const FIELDS: Readonly<Record<string, FieldQuestion>> = {
  type: { kind: "type", depth: "sketch", text: "Which type fits {title}?", help: "A type of the catalogue, such as web.application or datastore.sql.postgres.", why: "Many threats depend on what a thing is." },
  kind: { kind: "text", depth: "sketch", text: "Which kind of data fits {title}?", help: "A kind of the taxonomy, such as user.contact.email.", why: "The kind says whether it is personal and how sensitive it usually is." },
  technology: { kind: "text", depth: "standard", text: "Which technology is behind {title}?", help: "One or more of the catalogue, such as nodejs or kafka.", why: "Some weaknesses belong to a technology." },
  protocol: { kind: "protocol", depth: "sketch", text: "Which protocol is spoken on {title}?", help: "Such as https, grpc or postgres.", why: "The protocol tells whether the flow is encrypted and what can be done to it." },
  port: { kind: "number", depth: "full", text: "Which port is behind {title}?", help: "A number.", why: "Ports tell services apart." },
  carries: { kind: "data", depth: "sketch", text: "Which data goes with the arrow over {title}?", help: "Ids of data; an empty list when it carries nothing that matters.", why: "How bad a threat is depends on the data.", answers: dataAnswers },
  response: { kind: "data", depth: "standard", text: "Which data comes back on {title}?", help: "Ids of data; an empty list when nothing comes back.", why: "Answers leak and can be forged as requests can.", answers: dataAnswers },
  holds: { kind: "data", depth: "standard", text: "Which data and credentials are kept in {title}?", help: "Ids of data at rest there; an empty list for none.", why: "Data at rest is what breaches are made of.", answers: dataAnswers },
  handles: { kind: "data", depth: "full", text: "Which data, that no flow shows, is handled by {title}?", help: "Ids of data; an empty list for none.", why: "Data that no flow shows is easily forgotten.", answers: dataAnswers },
  trust: { kind: "level", depth: "sketch", text: "Which level of trust fits what is inside {title}?", help: "A level of the trust scale.", why: "Threats come from where trust is lower.", answers: (base) => named(base.model.trustLevels) },
  in: { kind: "text", depth: "sketch", text: "Which boundary encloses {title}?", help: "The innermost trust boundary around it.", why: "Without a boundary nobody knows how far it is trusted.", answers: (base) => objects(base.subjects.boundaries) },
  actor: { kind: "choice", depth: "sketch", text: "Which class of actor fits {title}?", help: "The class of actor.", why: "It decides who can reach what follows.", answers: () => named(ACTORS) },
  levels: { kind: "level", depth: "sketch", text: "Which level of sensitivity fits {title}?", help: "A level on each scale.", why: "The level decides the impact.", answers: levelAnswers },
  personal: { kind: "flag", depth: "sketch", text: "Could people be identified by {title}?", help: "Personal data, also when pseudonymous.", why: "Personal data brings duties and privacy threats.", answers: () => YES_NO },
  opens: { kind: "text", depth: "standard", text: "Which elements can be opened with {title}?", help: `Elements and how: ${PRIVILEGES.slice(1).join(", ")}.`, why: "A stolen credential is worth what it opens." },
  identifiability: { kind: "choice", depth: "standard", text: "Which degree of identifiability fits {title}?", help: "identified, identifiable, pseudonymous or anonymous.", why: "The less it points to a person, the less can be linked.", answers: () => named(["identified", "identifiable", "pseudonymous", "anonymous"]) },
  "legal-basis": { kind: "choice", depth: "full", text: "Which legal basis is there for processing {title}?", help: "GDPR article 6.", why: "Processing without a basis is unlawful.", answers: () => named(["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"]) },
  lifetime: { kind: "choice", depth: "standard", text: "Which lifetime fits {title}?", help: "session, short, long or permanent.", why: "What is stolen is useful for as long as it is valid.", answers: () => named(["session", "short", "long", "permanent"]) },
  rotation: { kind: "choice", depth: "standard", text: "Which rotation fits {title}?", help: "automatic, manual or none.", why: "Rotation ends the use of what leaked unnoticed.", answers: () => named(["automatic", "manual", "none"]) },
  "subjects-count": { kind: "number", depth: "full", text: "How many people, roughly, are in {title}?", help: "An order of magnitude is enough.", why: "Scale decides how bad a breach is." },
};

/** undefined for a key that is no field of the schema. */
export function fieldWording(key: string, title: string, base: FactBase): Wording | undefined {
  const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
  return field && { ...field, text: field.text.replaceAll("{title}", () => title), answers: field.answers ? answersTo(key, field.answers, base) : [] };
}

/** undefined for a key that is no field of the schema. */
export function fieldDepth(key: string): Depth | undefined {
  return Object.hasOwn(FIELDS, key) ? FIELDS[key]!.depth : undefined;
}

const known = new WeakMap<FactBase, Map<string, readonly QuestionAnswer[]>>();

/** The same list for every question of a key, however many there are. */
function answersTo(key: string, list: NonNullable<FieldQuestion["answers"]>, base: FactBase): readonly QuestionAnswer[] {
  let byKey = known.get(base);
  if (!byKey) known.set(base, (byKey = new Map<string, readonly QuestionAnswer[]>()));
  let answers = byKey.get(key);
  if (!answers) byKey.set(key, (answers = list(base)));
  return answers;
}

function named(values: readonly string[]): readonly QuestionAnswer[] {
  return values.map((value) => ({ value, title: value }));
}

function dataAnswers(base: FactBase): readonly QuestionAnswer[] {
  return objects(base.subjects.data);
}

function objects(subjects: ReadonlyMap<string, Subject>): readonly QuestionAnswer[] {
  return subjects.size > MOST_ANSWERS ? [] : [...subjects.values()].map(({ id, title }) => ({ value: id, title }));
}

function levelAnswers(base: FactBase): readonly QuestionAnswer[] {
  return [...base.model.scales.values()].filter((s) => s.protects).flatMap((s) => s.levels.map((level) => ({ value: `${s.id}: ${level}`, title: `${s.id}: ${level}` })));
}
