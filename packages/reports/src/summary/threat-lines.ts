// The worst open threats, grouped by the fix they share: what can happen, why it counts so much, what to do, where.
import { targetTitles } from "@merlon/core";
import type { Analysis, Score, Threat, ThreatGroup } from "@merlon/schema";
import { ink, labelled, line, type Line } from "../terminal/lines.ts";
import { counted, listedUpTo } from "../wording/counted.ts";
import { nothingOpen } from "../wording/open-questions.ts";
import { severityLooks } from "../wording/severity.ts";
import { commandOf, firstOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";

/** Told in full; the others on a line each. */
const FULL = 3;
const SHOWN = 8;

export function threatLines(analysis: Analysis, options: SummaryOptions): readonly Line[] {
  const { groups, threats } = analysis;
  if (groups.length === 0) return [heading("Top threats"), line(nothingOpen(analysis), 2)];
  const byId = new Map(threats.map((threat) => [threat.id, threat]));
  const shown = firstOf(SHOWN, groups, options);
  return [
    heading("Top threats", `grouped by the fix they share; details: ${commandOf(options, "explain <id>")}`),
    ...shown.flatMap((group, index) => groupLines(group, byId, index < FULL || options.all === true ? options : undefined)), ...restOf(shown, groups, options),
  ];
}

/** Without options only what it is and where. */
function groupLines(group: ThreatGroup, byId: ReadonlyMap<string, Threat>, options: SummaryOptions | undefined): readonly Line[] {
  const { mark, inks } = severityLooks[group.severity];
  const members = group.threats.map((id) => byId.get(id)).filter((threat) => threat !== undefined);
  const worst = members[0];
  const places = members.length > 1 ? ink("dim", ` · ${counted(members.length, "place")}`) : undefined;
  const short = options === undefined && worst ? ink("cyan", `  ${worst.id}`) : undefined;
  return [
    labelled(ink(inks, `${mark} ${group.severity.toUpperCase().padEnd(8)} `), [ink("bold", group.title), places, short], 1),
    ...(worst && options ? worstLines(worst, members.slice(1), options) : []),
  ];
}

function worstLines(threat: Threat, others: readonly Threat[], options: SummaryOptions): readonly Line[] {
  const [fix] = threat.fixes;
  const more = options.all ? others.map((t) => t.id) : others.map(targetTitles);
  return [
    line(threat.statement === `${threat.title}.` ? [] : threat.statement, 12),
    labelled(ink("dim", `likelihood ${threat.likelihood.value}  `), reasons(threat.likelihood), 12),
    labelled(ink("dim", `impact ${threat.impact.value}      `), reasons(threat.impact), 12),
    ...(fix ? [labelled(ink("dim", "fix           "), fix.text, 12)] : []),
    line([ink("cyan", threat.id), more.length > 0 ? ink("dim", `  also at ${listedUpTo(options.all ? more.length : 3, more)}`) : undefined], 12),
  ].filter((one) => one.spans.length > 0);
}

function reasons(score: Score): string {
  return score.reasons.filter((reason) => reason !== "").join("; ");
}
