// The state of one version as several numbers that are never added up.
import type { RiskVector, SensitivityClass } from "@merlon/schema";
import { CLASSES, REACHES } from "../facts/orders.ts";
import { placesOf } from "../facts/data-at.ts";
import { ends } from "../facts/fact.ts";
import { isDeeper } from "../questions/build-questions.ts";
import { SEVERITIES } from "../threats/severity.ts";
import type { SideSeen } from "./comparison.ts";

export function riskVector({ model, judged: { threats, questions, ledger, prepared: { base } } }: SideSeen): RiskVector {
  const elements = [...base.subjects.elements.values()].filter(({ source }) => source.kind !== "external");
  const exposed = [...base.subjects.data.values()].filter((data) => [...placesOf(data)].some((element) => base.fact(element, "least-trusted").value === "yes"));
  const classOf = (data: (typeof exposed)[number]): SensitivityClass => (base.fact(data, "confidentiality").value ?? "low") as SensitivityClass;
  return {
    open: counts(SEVERITIES, threats.filter(({ status }) => status === "open").map(({ severity }) => severity)),
    questions: questions.filter((question) => !isDeeper(question, model.header.depth)).length,
    elementsByReach: counts(REACHES, elements.map((element) => REACHES[ends(REACHES, base.fact(element, "reach")).high]!)),
    dataAtLeastTrust: counts(CLASSES, exposed.map(classOf)),
    staleDecisions: ledger.all.filter(({ state }) => state === "stale").length,
  };
}

function counts<K extends string>(keys: readonly K[], values: readonly K[]): Readonly<Record<K, number>> {
  return Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<K, number>; // every key
}
