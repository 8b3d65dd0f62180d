// Threats of an OTM file to human threats, and what their states say was decided to decisions.
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeMap, takeNumber, takeText, takeTexts } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { threatCategory } from "../threat-category.ts";
import type { Group } from "./instances.ts";
import { describeItem } from "./otm-items.ts";
import { extended, idIn, keepIt, tagsOf, system } from "./otm-work.ts";
import type { OtmWork } from "./otm-work.ts";
import { threatState } from "./states.ts";

export function putThreats(work: OtmWork, groups: readonly Group[]): void {
  for (const group of groups) putThreat(work, group);
}

function putThreat(work: OtmWork, group: Group): void {
  const { place } = group.item;
  const id = idIn(work, "threats", group.key);
  const at = targetsOf(work, group);
  if (at.length === 0 && !group.instances.some((instance) => instance.moved)) {
    lose(work.intake.account, { kind: "guessed", at: under(place, "name").at, what: `${describeItem("threats", group.item)} is about the model as a whole`, why: "It is attached to nothing.", object: id });
  }
  const categories = readCategories(work, place);
  const cwes = readCwes(work, place);
  const risk = readRisk(work, place);
  const decision = readState(work, group, id);
  reportMoved(work, group, id);
  work.draft.threats.set(id, {
    title: group.item.name === "" ? defaultTitle(work, group, id) : group.item.name,
    description: takeText(work.intake, place, "description"),
    at: at.length === 0 ? undefined : at.length === 1 ? at[0] : at,
    ...categories.read,
    cwe: cwes.read,
    likelihood: risk.likelihood, consequence: risk.consequence,
    tags: tagsOf(work, place),
    sources: group.sources.slice(0, 1).map((source) => ({ system, id: source })),
    ...extended({ categories: categories.kept, cwes: cwes.kept, risk: risk.kept, state: decision.kept, attributes: keepIt(work, place, "attributes") }),
  });
  if (decision.state !== undefined) work.draft.decisions.set(id, { state: decision.state });
}

/** Ids of all places that a group is attached to, each once. */
export function targetsOf(work: OtmWork, group: Group): readonly string[] {
  return [...new Set(group.instances.flatMap(({ target }) => (target === undefined ? [] : [idIn(work, target.map, target.key)])))].sort();
}

function readCategories(work: OtmWork, place: Place): { readonly read: { readonly stride?: readonly string[]; readonly linddun?: readonly string[] }; readonly kept?: readonly string[] | undefined } {
  const texts = takeTexts(work.intake, place, "categories");
  const found = texts.map((text) => ({ text, category: threatCategory(text) }));
  const stride = [...new Set(found.flatMap(({ category }) => category?.stride ?? []))];
  const linddun = [...new Set(found.flatMap(({ category }) => category?.linddun ?? []))];
  const odd = found.filter(({ category }) => category === undefined || category.guessed).map(({ text }) => text);
  for (const text of odd) {
    const category = threatCategory(text);
    loseEach(work.intake.account, {
      kind: category === undefined ? "kept" : "guessed", at: under(place, "categories").at,
      what: category === undefined ? `the category ${excerpt(text)}` : `\`${category.stride ?? category.linddun ?? ""}\` for the category ${excerpt(text)}`,
      why: category === undefined ? "It has no counterpart; it stands under `x-otm`." : "It is the nearest in meaning; the text stands under `x-otm`.",
    });
  }
  return {
    read: { ...(stride.length === 0 ? {} : { stride }), ...(linddun.length === 0 ? {} : { linddun }) },
    kept: odd.length === 0 ? undefined : odd,
  };
}

function readCwes(work: OtmWork, place: Place): { readonly read?: readonly string[] | undefined; readonly kept?: readonly string[] | undefined } {
  const texts = takeTexts(work.intake, place, "cwes");
  const ids = texts.flatMap((text) => /^(?:CWE[- ]?)?(\d+)$/i.exec(text)?.[1] ?? []).map((number) => `CWE-${number}`);
  const odd = texts.filter((text) => !/^(?:CWE[- ]?)?\d+$/i.test(text));
  if (odd.length > 0) loseEach(work.intake.account, { kind: "kept", at: under(place, "cwes").at, what: "weaknesses without a CWE number", why: "They stand under `x-otm`." });
  return { read: ids.length === 0 ? undefined : [...new Set(ids)], kept: odd.length === 0 ? undefined : odd };
}

interface Risk {
  readonly likelihood?: number | undefined;
  readonly consequence?: number | undefined;
  readonly kept?: unknown;
}

function readRisk(work: OtmWork, place: Place): Risk {
  const risk = takeMap(work.intake, place, "risk");
  if (risk === undefined) return {};
  const numbers = { likelihood: takeNumber(work.intake, risk, "likelihood"), impact: takeNumber(work.intake, risk, "impact") };
  for (const [key, number] of Object.entries(numbers)) {
    if (number === undefined) continue;
    loseEach(work.intake.account, { kind: "guessed", at: under(risk, key).at, what: `\`${key}\` as ${key === "impact" ? "consequence" : key} in four steps`, why: "Numbers from 0 to 100 become 1 to 4, a quarter each; the numbers stand under `x-otm`." });
  }
  const comments = ["likelihoodComment", "impactComment", "comment", "comments"].flatMap((key) => {
    const text = keepIt(work, risk, key, "a comment on the risk of a threat");
    return text === undefined ? [] : [[key, text] as const];
  });
  const kept = Object.fromEntries([...Object.entries(numbers).filter(([, number]) => number !== undefined), ...comments]);
  return { likelihood: scoreOf(numbers.likelihood), consequence: scoreOf(numbers.impact), kept: Object.keys(kept).length === 0 ? undefined : kept };
}

function scoreOf(number: number | undefined): number | undefined {
  return number === undefined ? undefined : Math.min(4, Math.max(1, Math.ceil(number / 25)));
}

function readState(work: OtmWork, group: Group, object: string): { readonly state?: string; readonly kept?: string } {
  const [first] = group.instances;
  const state = threatState(first?.state ?? "");
  for (const instance of group.instances) {
    if (instance.state === "") continue;
    const at = under(instance.place, "state").at;
    if (!state.known) loseEach(work.intake.account, { kind: "kept", at, what: `the state ${excerpt(instance.state)} of a threat`, why: "Nothing is known about this state; it stands under `x-otm`." });
    else if (state.decision === undefined) settleAs(work.intake.account, "carried", at);
    else lose(work.intake.account, { kind: "kept", at, what: `the decision ${excerpt(instance.state)}: ${excerpt(group.item.name)}`, why: "It stands among the decisions; who took it is not said.", object });
  }
  if (!state.known) return { kept: first?.state ?? "" };
  return state.decision === undefined ? {} : { state: state.decision };
}

function reportMoved(work: OtmWork, group: Group, object: string): void {
  for (const { moved, place, target } of group.instances) {
    if (!moved) continue;
    const about = target === undefined ? "the model as a whole" : `\`${idIn(work, target.map, target.key)}\``;
    lose(work.intake.account, { kind: "guessed", at: under(place, "threat").at, what: `${describeItem("threats", group.item)} is about ${about}`, why: "It was written at a data flow that is not carried.", object });
  }
}

function defaultTitle(work: OtmWork, group: Group, object: string): string {
  lose(work.intake.account, { kind: "defaulted", at: under(group.item.place, "name").at, what: `${describeItem("threats", group.item)} has no name`, why: "Every threat needs a title; it is called after its id.", object });
  return `Threat ${group.item.id}`;
}
