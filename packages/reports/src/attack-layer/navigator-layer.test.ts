// A layer fulfils the rules of format 4.5: fields, their types, words and ranges, and nothing that the format does not know.
import type { AttackLayer } from "@merlon/schema";
import { expect, test } from "vitest";
import { navigatorLayer } from "./navigator-layer.ts";

const layer: AttackLayer = {
  kind: "theory", model: "acme/shop", title: "Shop: threats", domain: "enterprise-attack", version: "19.1", means: "The worst severity.", least: 0, most: 100,
  techniques: [
    { id: "T1078", name: "Valid Accounts", score: 100, comment: "Worst severity: critical.", facts: [{ name: "M1032 Multi-factor Authentication", value: "missing" }], threats: [
      { id: "open-to-guessing@sign-in", title: "Guessing <b>", severity: "critical" }, { id: "per@x+d/1", title: "Other", severity: "low" },
    ] },
    { id: "T1078.004", name: "Cloud Accounts", score: 20, comment: "Worst severity: info.", facts: [], threats: [] },
  ],
};
const options = { report: "https://example.org/report.html", generator: "Merlon 1.0.0" };

type Rule = (value: unknown) => boolean;
const text: Rule = (value) => typeof value === "string" && value !== "";
const flag: Rule = (value) => typeof value === "boolean";
const number: Rule = (value) => typeof value === "number" && Number.isFinite(value);
const colour: Rule = (value) => typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);
const oneOf = (...words: readonly unknown[]): Rule => (value) => words.includes(value);
const list = (rule: Rule): Rule => (value) => Array.isArray(value) && value.every(rule);

/** Every key known and as its rule says; `*` in front of those that must be there. */
function object(rules: Readonly<Record<string, Rule>>): Rule {
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    const known = new Map(Object.entries(rules).map(([key, rule]) => [key.replace("*", ""), rule]));
    const needed = Object.keys(rules).filter((key) => key.startsWith("*")).map((key) => key.slice(1));
    return needed.every((key) => key in value) && Object.entries(value).every(([key, inner]) => known.get(key)?.(inner) === true);
  };
}

const metadata = list((value) => object({ "*name": text, "*value": text })(value) || object({ "*divider": flag })(value));
const links = list((value) => object({ "*label": text, "*url": text })(value) || object({ "*divider": flag })(value));
const gradient: Rule = (value) => object({ "*colors": (colors) => list(colour)(colors) && (colors as unknown[]).length >= 2, "*minValue": number, "*maxValue": number })(value)
  && (value as { readonly minValue: number }).minValue < (value as { readonly maxValue: number }).maxValue;

const layerRules = object({
  "*versions": object({ attack: (value) => /^\d+$/.test(String(value)), "*navigator": (value) => /^(?:4\.9|5)\.\d/.test(String(value)), "*layer": oneOf("4.5") }),
  "*name": text, "description": text, "*domain": oneOf("enterprise-attack", "mobile-attack", "ics-attack"), "customDataURL": text, "filters": object({ platforms: list(text) }), "sorting": oneOf(0, 1, 2, 3),
  "layout": object({
    layout: oneOf("side", "flat", "mini"), showID: flag, showName: flag, showAggregateScores: flag, countUnscored: flag, aggregateFunction: oneOf("average", "min", "max", "sum"),
    expandedSubtechniques: oneOf("none", "all", "annotated"),
  }),
  "hideDisabled": flag,
  "techniques": list(object({
    "*techniqueID": (value) => /^T\d{4}(?:\.\d{3})?$/.test(String(value)), "tactic": text, "comment": text, "enabled": flag, "score": number, "color": colour, metadata, links, "showSubtechniques": flag,
  })),
  gradient, "legendItems": list(object({ "*label": text, "*color": colour })), "showTacticRowBackground": flag, "tacticRowBackground": colour,
  "selectTechniquesAcrossTactics": flag, "selectSubtechniquesWithParent": flag, "selectVisibleTechniques": flag, metadata, links,
});

test.each(["theory", "platform", "actor", "evidence", "diff", "protection", "risk"] as const)("[ATT-8] a %s layer is of format 4.5", (kind) => {
  expect(layerRules(navigatorLayer({ ...layer, kind }, options))).toBe(true);
});

test("the rules would notice what is wrong", () => {
  const good = navigatorLayer(layer, options);
  const bad: readonly unknown[] = [
    { ...good, more: 1 }, { ...good, domain: "atlas" }, { ...good, versions: { ...good.versions, layer: "4.4" } }, { ...good, gradient: { ...good.gradient, maxValue: 0 } },
    { ...good, techniques: [{ ...good.techniques[0], score: "1" }] }, { ...good, metadata: [{ name: "n", value: 1 }] }, { versions: good.versions, domain: good.domain },
  ];
  expect([layerRules(good), bad.map((one) => layerRules(one))]).toEqual([true, bad.map(() => false)]);
});

test("[ATT-8] each technique links to the threats behind its score", () => {
  expect(navigatorLayer(layer, options).techniques).toEqual([
    {
      techniqueID: "T1078", score: 100, comment: "Worst severity: critical.\ncritical: Guessing <b>\nlow: Other", enabled: true, showSubtechniques: true,
      metadata: [{ name: "threat", value: "open-to-guessing@sign-in (critical)" }, { name: "threat", value: "per@x+d/1 (low)" }, { name: "M1032 Multi-factor Authentication", value: "missing" }],
      links: [{ label: "Guessing <b>", url: "https://example.org/report.html#threat-open-to-guessing@sign-in" }, { label: "Other", url: "https://example.org/report.html#threat-per@x+d_2f_1" }],
    },
    { techniqueID: "T1078.004", score: 20, comment: "Worst severity: info.", enabled: true, metadata: [], links: [], showSubtechniques: false },
  ]);
});
