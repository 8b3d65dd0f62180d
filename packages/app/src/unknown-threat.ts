// The error for a threat id that leads nowhere: which part of it is wrong, and what was probably meant.
import { targetsOf, type Model } from "@merlon/core";
import { whyNotAsked } from "@merlon/engine";
import type { Analysis, LibraryRule, Threat } from "@merlon/schema";
import { AppError } from "./app-error.ts";
import type { LoadedModel } from "./model/load-model.ts";
import { unknownId } from "./unknown-id.ts";

export function unknownThreat(id: string, { model, library }: LoadedModel, { threats, questions }: Pick<Analysis, "threats" | "questions">): AppError {
  if (questions.some((question) => question.id === id)) return new AppError("A4009", `\`${id}\` is a question, not a threat.`, { hint: `Answer it: \`merlon ask --answer ${id}=…\`.` });
  const [, ruleId, target] = /^([^@]+)@([^+]+)/.exec(id) ?? [];
  if (ruleId === undefined || target === undefined) return unknownWord(id, threats, library.rules.map((rule) => rule.id));
  if (/^[STRIDE]$/.test(ruleId)) return new AppError("A4009", `\`${id}\` is a cell of a STRIDE table, not a threat.`, { hint: "See `merlon stride` for what is in it." });
  const rule = library.rules.find((one) => one.id === ruleId);
  if (!rule) return unknownId("rule", ruleId, library.rules.map((one) => one.id));
  if (rule.scope === "path") return notAskedOfPath(rule.id, target, id, { model, library });
  const kinds: readonly (readonly [string, ReadonlyMap<string, unknown>])[] = [["element", model.elements], ["flow", model.flows], ["boundary", model.boundaries], ["data", model.data]];
  const kind = target === "model" ? "model" : kinds.find(([, objects]) => objects.has(target))?.[0];
  const ofScope = kinds.find(([name]) => name === rule.scope)?.[1].keys() ?? ["model"];
  if (kind === undefined) return unknownId(rule.scope, target, ofScope);
  if (kind !== rule.scope) return wrongScope(rule, target, kind, [...placesNear(target, rule.scope, model) ?? ofScope]);
  return unknownId("threat", id, threats.map((threat) => threat.id));
}

function notAskedOfPath(rule: string, path: string, id: string, { model, library }: Pick<LoadedModel, "model" | "library">): AppError {
  const { why, near } = whyNotAsked(rule, path, model, library);
  if (why === undefined) return new AppError("A4009", `\`${id}\` is no threat: those of paths are called \`rule@entry..goal\`, with nothing behind it.`, { hint: `Ask about \`${rule}@${path}\`.` });
  const hint = near.length === 0 ? "It is asked of no path in this model." : `It is asked of these: ${near.slice(0, 4).map((one) => `${rule}@${one}`).join(", ")}${near.length > 4 ? ", …" : ""}.`;
  return new AppError("A4009", `The rule ${rule} is not asked of the path \`${path}\`: ${why}.`, { hint });
}

function wrongScope(rule: LibraryRule, target: string, kind: string, near: readonly string[]): AppError {
  const asked = rule.scope === "model" ? "the model as a whole" : `each ${rule.scope}`;
  return new AppError("A4009", `The rule ${rule.id} is asked of ${asked}, and \`${target}\` is ${kind === "element" ? "an element" : `a ${kind}`}.`, {
    hint: `Ask about one of these: ${near.slice(0, 8).map((id) => `${rule.id}@${id}`).join(", ")}.`,
  });
}

/** The flows at an element, or the ends of a flow: what was probably meant. */
function placesNear(target: string, scope: string, model: Model): readonly string[] | undefined {
  const flow = model.flows.get(target);
  if (flow && scope === "element") return [flow.from, flow.to];
  if (!model.elements.has(target) || scope !== "flow") return undefined;
  const flows = [...model.flows.values()].filter(({ from, to }) => from === target || to === target).map(({ id }) => id);
  return flows.length > 0 ? flows : undefined;
}

/** No `@` in it: perhaps a rule, or an object with threats. */
function unknownWord(word: string, threats: readonly Threat[], rules: readonly string[]): AppError {
  const related = threats.filter((threat) => threat.rule?.id === word || targetsOf(threat).some(({ id }) => id === word)).map((threat) => threat.id);
  if (related.length > 0) return new AppError("A4009", `\`${word}\` is no threat by itself.`, { hint: `These concern it: ${related.slice(0, 8).join(", ")}${related.length > 8 ? ", …" : ""}.` });
  if (rules.includes(word)) return new AppError("A4009", `The rule ${word} finds no threat in this model.`, { hint: `Ask why at one place: \`merlon why-not ${word} <target>\`.` });
  return unknownId("threat", word, threats.map((threat) => threat.id));
}
