// What Merlon shows for one model, in the forms that the scoreboard counts: groups and questions, which of them are in the default view, and what stands behind them.
import { fileURLToPath } from "node:url";
import { analyzeModels, type Session } from "@merlon/app";
import { roundOf } from "@merlon/reports";
import type { Analysis, Library, Rule } from "@merlon/schema";
import type { Generated } from "./matcher/expert-threat.ts";
import { answeredAnalysis } from "./unprotected.ts";

export interface Shown {
  readonly analysis: Analysis;
  /** Groups, then questions of the model's depth, in the order they are shown. */
  readonly items: readonly ShownItem[];
  /** What something stops now; listed, but no item of the default view. */
  readonly stopped: readonly Generated[];
  readonly ends: ReadonlyMap<string, readonly string[]>;
}

export interface ShownItem {
  readonly kind: "group" | "question";
  readonly key: string;
  readonly direct?: boolean;
  /** Shown only where somebody asks for all. */
  readonly folded?: boolean;
  /** A group's threats, or what the questions decide. */
  readonly generated: readonly Generated[];
}

const modelsFolder = fileURLToPath(new URL("models/", import.meta.url));

export async function show(system: string, session: Session): Promise<Shown> {
  const [analysed] = (await analyzeModels(`${modelsFolder}${system}.yaml`, session)).models;
  const { analysis, loaded } = analysed!;
  return shownOf(analysis, loaded.library);
}

/** After every question about a protection was answered with the least safe answer. */
export async function showAnswered(system: string, session: Session): Promise<Shown> {
  const [analysed] = (await analyzeModels(`${modelsFolder}${system}.yaml`, session)).models;
  const { loaded } = analysed!;
  return shownOf(answeredAnalysis(loaded.files[0]!, loaded.library), loaded.library);
}

function shownOf(analysis: Analysis, library: Library): Shown {
  const rules = new Map(library.rules.map((rule) => [rule.id, rule]));
  const byId = new Map(analysis.threats.map((threat) => [threat.id, threat]));
  const threat = (id: string): Generated => {
    const { title, statement } = byId.get(id) ?? { title: "", statement: "" };
    return generatedOf(id, analysis, rules, `${title} ${statement}`);
  };
  const protections = new Set(library.characteristics.map(({ id }) => id));
  const questions = new Map(analysis.questions.map((question) => [question.id, question]));
  const depths = ["sketch", "standard", "full"];
  const round = new Set(roundOf(analysis).map(({ key }) => key));
  const wanted = analysis.questionGroups.filter(({ depth }) => depths.indexOf(depth) <= depths.indexOf(analysis.model.depth));
  return {
    analysis,
    items: [
      ...analysis.groups.map((group) => ({ kind: "group" as const, key: group.rule, generated: group.threats.map(threat) })),
      ...wanted.map((group) => ({
        kind: "question" as const, key: group.key, direct: protections.has(group.key), folded: !round.has(group.key),
        generated: [...new Set(group.questions.flatMap((id) => questions.get(id)?.decides ?? []))].map((id) => generatedOf(id, analysis, rules, "")),
      })),
    ],
    stopped: analysis.mitigated.map(({ id }) => generatedOf(id, analysis, rules, "")),
    ends: new Map(analysis.flows.map(({ id, from, to }) => [id, [from, to]])),
  };
}

/** The rule's own words stand for a threat that was not written out. */
function generatedOf(id: string, analysis: Analysis, rules: ReadonlyMap<string, Rule>, text: string): Generated {
  const [ruleId = "", place = ""] = id.split("@");
  const [target = "", about] = place.split("+");
  const rule = rules.get(ruleId);
  const data = analysis.data.find((one) => one.data === about);
  return { id, target, holders: data?.heldBy ?? [], stride: rule?.stride ?? [], cwe: (rule?.cwe ?? []).map((cwe) => cwe.replace(/^CWE-/, "")), text: text === "" ? `${rule?.title ?? ""} ${rule?.why ?? ""}` : text };
}
