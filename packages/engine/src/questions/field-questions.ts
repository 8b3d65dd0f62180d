// The wording of questions about fields of the schema (not characteristics, which bring their own).
import type { Depth, Question, QuestionAnswer } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { ACTORS, PRIVILEGES } from "../facts/orders.ts";
import type { Subject } from "../facts/subjects.ts";

/** Longer lists are left to whoever asks: they are in the model or the library. */
const MOST_ANSWERS = 24;

type Wording = Pick<Question, "text" | "help" | "why" | "kind" | "answers" | "depth">;

export const fieldQuestions: Readonly<Record<string, (subject: Subject, base: FactBase) => Wording>> = {
  type: (s) => wording("type", "sketch", `What is ${s.title}?`, "A type of the catalogue, such as web.application or datastore.sql.postgres.", "Many threats depend on what a thing is."),
  kind: (s) => wording("text", "sketch", `What kind of data is ${s.title}?`, "A kind of the taxonomy, such as user.contact.email.", "The kind says whether it is personal and how sensitive it usually is."),
  technology: (s) => wording("text", "standard", `Which technology is ${s.title} built with?`, "One or more of the catalogue, such as nodejs or kafka.", "Some weaknesses belong to a technology."),
  protocol: (s) => wording("protocol", "sketch", `Which protocol does ${s.title} speak?`, "Such as https, grpc or postgres.", "The protocol tells whether the flow is encrypted and what can be done to it.", []),
  port: (s) => wording("number", "full", `On which port does ${s.title} arrive?`, "A number.", "Ports tell services apart."),
  carries: (s, base) => wording("data", "sketch", `What data does ${s.title} carry with the arrow?`, "Ids of data; an empty list when it carries nothing that matters.", "How bad a threat is depends on the data.", dataAnswers(base)),
  response: (s, base) => wording("data", "standard", `What data comes back on ${s.title}?`, "Ids of data; an empty list when nothing comes back.", "Answers leak and can be forged as requests can.", dataAnswers(base)),
  holds: (s, base) => wording("data", "standard", `What data and credentials are kept in ${s.title}?`, "Ids of data at rest there; an empty list for none.", "Data at rest is what breaches are made of.", dataAnswers(base)),
  handles: (s, base) => wording("data", "full", `What data does ${s.title} handle that no flow shows?`, "Ids of data; an empty list for none.", "Data that no flow shows is easily forgotten.", dataAnswers(base)),
  trust: (s, base) => wording("level", "sketch", `How far is what is inside ${s.title} trusted?`, "A level of the trust scale.", "Threats come from where trust is lower.", base.model.trustLevels.map((v) => ({ value: v, title: v }))),
  in: (s, base) => wording("text", "sketch", `In which boundary is ${s.title}?`, "The innermost trust boundary around it.", "Without a boundary nobody knows how far it is trusted.", [...base.subjects.boundaries.values()].map((b) => ({ value: b.id, title: b.title }))),
  actor: (s) => wording("choice", "sketch", `Who is ${s.title}?`, "The class of actor.", "It decides who can reach what follows.", ACTORS.map((v) => ({ value: v, title: v }))),
  levels: (s, base) => wording("level", "sketch", `How sensitive is ${s.title}?`, "A level on each scale.", "The level decides the impact.", levelAnswers(base)),
  personal: (s) => wording("flag", "sketch", `Is ${s.title} about people who could be identified?`, "Personal data, also when pseudonymous.", "Personal data brings duties and privacy threats.", yesNo),
  opens: (s) => wording("text", "standard", `What does ${s.title} open?`, `Elements and how: ${PRIVILEGES.slice(1).join(", ")}.`, "A stolen credential is worth what it opens."),
  identifiability: (s) => wording("choice", "standard", `How directly does ${s.title} point to a person?`, "identified, identifiable, pseudonymous or anonymous.", "The less it points to a person, the less can be linked.", ["identified", "identifiable", "pseudonymous", "anonymous"].map((v) => ({ value: v, title: v }))),
  "legal-basis": (s) => wording("choice", "standard", `On which legal basis is ${s.title} processed?`, "GDPR article 6.", "Processing without a basis is unlawful.", ["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"].map((v) => ({ value: v, title: v }))),
  lifetime: (s) => wording("choice", "standard", `How long is ${s.title} valid?`, "session, short, long or permanent.", "What is stolen is useful for as long as it is valid.", ["session", "short", "long", "permanent"].map((v) => ({ value: v, title: v }))),
  rotation: (s) => wording("choice", "standard", `How is ${s.title} rotated?`, "automatic, manual or none.", "Rotation ends the use of what leaked unnoticed.", ["automatic", "manual", "none"].map((v) => ({ value: v, title: v }))),
  "subjects-count": (s) => wording("number", "full", `About how many people is ${s.title}?`, "An order of magnitude is enough.", "Scale decides how bad a breach is."),
};

const yesNo: readonly QuestionAnswer[] = [{ value: "yes", title: "Yes" }, { value: "no", title: "No" }];

function wording(kind: Question["kind"], depth: Depth, text: string, help: string, why: string, answers: readonly QuestionAnswer[] = []): Wording {
  return { kind, depth, text, help, why, answers };
}

function dataAnswers(base: FactBase): readonly QuestionAnswer[] {
  if (base.subjects.data.size > MOST_ANSWERS) return [];
  return [...base.subjects.data.values()].map((d) => ({ value: d.id, title: d.title }));
}

function levelAnswers(base: FactBase): readonly QuestionAnswer[] {
  return [...base.model.scales.values()].filter((s) => s.protects).flatMap((s) => s.levels.map((level) => ({ value: `${s.id}: ${level}`, title: `${s.id}: ${level}` })));
}
