// Why a rule about paths is not asked of a pair `entry..goal`: nobody of that class is there, or the goal is not worth it for what the rule is about.
import type { Model } from "@merlon/core";
import type { ActorClass, Library } from "@merlon/schema";
import { prepare } from "../analysis/prepare.ts";
import { wordsOf } from "../facts/fact-words.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { ACTORS, CLASSES } from "../facts/orders.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import { startsOf } from "./attackers.ts";
import { classOf } from "./jewels.ts";
import { attackedBy, pathSubjects } from "./path-subjects.ts";

export interface NotAsked {
  /** A sentence about the path; undefined when the rule is asked of it, or is none about paths. */
  readonly why?: string;
  /** Ids of paths that the rule is asked of; those with the same entry or goal first. */
  readonly near: readonly string[];
}

export function whyNotAsked(ruleId: string, path: string, model: Model, library: Library): NotAsked {
  const { base, allRules } = prepare(model, library);
  const rule = allRules.get(ruleId)?.rule;
  if (rule?.scope !== "path") return { near: [] };
  const property = attackedBy(rule.stride);
  const asked = pathSubjects(base).filter((one) => one.property === property).map(({ id }) => id);
  const [entry = "", goal] = path.split("..");
  const shared = (id: string) => (id.startsWith(`${entry}..`) || id.endsWith(`..${goal ?? entry}`) ? 0 : 1);
  const near = [...asked].sort((a, b) => shared(a) - shared(b) || (a < b ? -1 : 1));
  if (asked.includes(path)) return { near };
  return { why: goal === undefined ? `\`${path}\` is no path, which is called \`entry..goal\`` : whyOf(entry, goal, property, base), near };
}

function whyOf(entry: string, goal: string, property: ReturnType<typeof attackedBy>, base: FactBase): string {
  if (!ACTORS.includes(entry as ActorClass)) return `\`${entry}\` is no class of actors (${ACTORS.join(", ")})`;
  const subject = subjectById(goal, base);
  if (subject?.kind !== "data" && subject?.kind !== "element") return subject ? `\`${goal}\` is a ${subject.kind}, and a path leads to data or an element` : `there is no data or element \`${goal}\``;
  if (startsOf(entry as ActorClass, base).length === 0) return `nobody of the class ${entry} is in the model`;
  if (subject.kind === "element" && (subject.source.kind === "external" || subject.isGone || subject.source.outOfScope !== undefined)) return `${subject.title} is ${subject.source.kind === "external" ? "external" : "retired or out of scope"}`;
  const fact = classOf(subject, property, base);
  const level = fact ? `of class ${wordsOf(fact)}` : "stated at no level";
  return `it is asked for ${property} of class ${CLASSES.at(-1) ?? ""}, and the ${property} of ${subject.title} is ${level}`;
}
