// `merlon attack upgrade` for people: what waits for them first, then what changes; what stays is counted.
import type { AttackUpgrade } from "@merlon/app";
import { blank, ink, line, renderLines, type Ink, type Line, type Page } from "@merlon/reports";
import type { UpgradeStep } from "@merlon/engine";
import { changesText } from "./change-outcome.ts";

const sections: readonly { readonly outcome: UpgradeStep["outcome"]; readonly title: string; readonly colour: Ink }[] = [
  { outcome: "ask", title: "Only you can say", colour: "red" },
  { outcome: "replaced", title: "Replaced", colour: "green" },
  { outcome: "tactic-changed", title: "Another tactic", colour: "yellow" },
  { outcome: "dropped", title: "Dropped", colour: "cyan" },
  { outcome: "renamed", title: "Another name, the same id", colour: "dim" },
];

export function upgradeText(upgrade: AttackUpgrade, page: Page): string {
  const { from, to, model, steps, rules, threats, files } = upgrade;
  const stays = steps.filter(({ outcome }) => outcome === "unchanged").length;
  const head = line([ink("bold", `ATT&CK ${from} → ${to}`), ink("dim", `  ${model}: ${steps.length} references, ${stays} unchanged`)]);
  const changedRules = rules.filter(({ outcome }) => outcome !== "unchanged");
  const ofRules = changedRules.length === 0 ? [] : [blank, line([ink("bold", "Rules of your packs"), ink("dim", "  raise the pack's version when they change")]), ...changedRules.flatMap(stepLines)];
  const moved = threats.length === 0 ? [] : [blank, line([ink("bold", "Threats that name other techniques"), ink("dim", `  ${threats.length}`)]), ...threats.map(({ id, was, is }) => line([id, ink("dim", `  ${was.join(", ")} → ${is.join(", ") || "none"}`)], 2))];
  const lines = [head, ...sections.flatMap(({ outcome, title, colour }) => sectionLines(steps.filter((step) => step.outcome === outcome), title, colour)), ...ofRules, ...moved];
  return `${renderLines(lines, page)}${files.length === 0 ? "" : `\n${changesText(files, page)}`}`;
}

function sectionLines(steps: readonly UpgradeStep[], title: string, colour: Ink): readonly Line[] {
  return steps.length === 0 ? [] : [blank, line([ink(["bold", colour], title), ink("dim", `  ${steps.length}`)]), ...steps.flatMap(stepLines)];
}

function stepLines({ id, to, tactic, toTactic, by, where, why, options, outcome }: UpgradeStep): readonly Line[] {
  const became = [to === undefined ? id : `${id} → ${to}`, toTactic === undefined ? undefined : `${tactic ?? ""} → ${toTactic}`].filter((word) => word !== undefined).join(", ");
  return [
    line([ink("bold", became), ink("dim", `  ${by} at ${where.file}:${where.line}`)], 2),
    ...why.map((sentence) => line(sentence, 4)),
    ...options.map((option) => line(ink("cyan", `${option.id}  ${option.name}`), 6)),
    ...(outcome === "ask" ? [line(ink("dim", `--choose ${id}=${options[0]?.id.startsWith("T") ? options[0].id : "<id>"} or --choose ${id}=none`), 6)] : []),
  ];
}
