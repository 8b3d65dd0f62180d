// Which data somebody's plain words mean, and how sensitive each kind is, given how bad the worst would be.
import type { Data } from "@merlon/schema";
import { chosen, includes, type InterviewAnswers } from "./interview.ts";

interface KnownData {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  /** How confidential it usually is, as a step of `levels`; the person's answer caps it, and lifts the most sensitive kind. */
  readonly usual: number;
}

/** By the options of the interview. */
const knownData: Readonly<Record<string, KnownData>> = {
  contact: { id: "contact-details", title: "Names and contact details", kind: "user.contact", usual: 2 },
  account: { id: "account", title: "User account", kind: "user.account", usual: 1 },
  purchase: { id: "purchase", title: "Orders and purchases", kind: "user.purchase", usual: 1 },
  card: { id: "payment-details", title: "Card or bank account", kind: "user.financial", usual: 3 },
  content: { id: "content", title: "Messages and files of people", kind: "user.content", usual: 2 },
  behaviour: { id: "behaviour", title: "What people look at", kind: "user.behaviour", usual: 1 },
  location: { id: "location", title: "Where people are", kind: "user.location", usual: 2 },
  official: { id: "official-number", title: "Official identity numbers", kind: "user.government-id", usual: 3 },
  health: { id: "health-data", title: "Health data", kind: "user.health", usual: 3 },
  children: { id: "child-data", title: "Data about children", kind: "user.child", usual: 3 },
  employment: { id: "employment-data", title: "Data about employees", kind: "user.employment", usual: 2 },
  business: { id: "business-data", title: "Business figures and plans", kind: "business.financial", usual: 2 },
  machine: { id: "measurement", title: "Measurements", kind: "system.telemetry", usual: 1 },
  published: { id: "published", title: "Published content", kind: "public", usual: 0 },
  other: { id: "other-data", title: "Other data", usual: 1 },
};

const levels = ["public", "internal", "confidential", "secret"] as const;
const steps: Readonly<Record<string, number>> = { none: 0, low: 1, moderate: 2, high: 3 };

export type DataMap = Record<string, Data>;

export function draftData(answers: InterviewAnswers): DataMap {
  const kinds = chosen(answers, "data").map((value) => knownData[value]).filter((kind) => kind !== undefined);
  const most = Math.max(0, ...kinds.map(({ usual }) => usual));
  const worst = steps[chosen(answers, "secrecy")[0] ?? ""];
  const integrity = chosen(answers, "correctness")[0];
  return Object.fromEntries(kinds.map(({ id, title, kind, usual }): readonly [string, Data] => {
    const confidentiality = usual === 0 ? "public" : worst === undefined ? undefined : levels[usual === most ? worst : Math.min(worst, usual)];
    const stated = { ...(confidentiality === undefined ? {} : { confidentiality }), ...(integrity === undefined ? {} : { integrity }) };
    return [id, { title, ...(kind === undefined ? {} : { kind }), ...(Object.keys(stated).length > 0 ? { levels: stated } : {}) }];
  }));
}

/** Ids of the data that the person named. */
export function namedData(answers: InterviewAnswers): readonly string[] {
  return chosen(answers, "data").flatMap((value) => knownData[value]?.id ?? []);
}

/** undefined: not known. */
export function sentOut(answers: InterviewAnswers): readonly string[] | undefined {
  if (includes(answers, "sent-out", "none")) return [];
  const values = chosen(answers, "sent-out").filter((value) => includes(answers, "data", value)).flatMap((value) => knownData[value]?.id ?? []);
  return values.length === 0 ? undefined : values;
}
