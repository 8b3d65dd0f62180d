// Section (b): what Merlon shows for models whose experts' threats are known, and how much of those threats it finds, stops or asks about. Rules: matcher/why-matching.md.
import type { Session } from "@merlon/app";
import { readShared } from "./corpus.ts";
import { calibrationLine } from "./calibration-line.ts";
import { adjudicationLines } from "./adjudicated/adjudication-lines.ts";
import { readSystems, type ExpertSystem, type Half } from "./expert/read-systems.ts";
import { atOtherPlaces, luck, withOtherLetters } from "./matcher/controls.ts";
import type { ExpertThreat } from "./matcher/expert-threat.ts";
import type { Matching } from "./matcher/match.ts";
import { byProtocol, matchedOf, recallOf, sharesOf, toThePoint, verdicts, type Shares, type Verdict } from "./matcher/score.ts";
import { weightsOf } from "./matcher/similarity.ts";
import { weaknessTree, type SourceWeakness } from "./matcher/weakness.ts";
import { knownVulnerabilityLines } from "./known-vulnerabilities.ts";
import { missedLines } from "./missed-lines.ts";
import type { Section } from "./section.ts";
import { show, showAnswered, type Shown } from "./shown.ts";

interface Measured {
  readonly name: string;
  readonly systems: readonly ExpertSystem[];
  readonly items: number;
  readonly groups: number;
  readonly protocol: readonly Verdict[];
  readonly point: readonly Verdict[];
  /** To the point, after every question about a protection was answered with no. */
  readonly answered: readonly Verdict[];
  readonly answeredItems: number;
  /** With what is in the default view alone. */
  readonly inView: { readonly items: number; readonly protocol: readonly Verdict[]; readonly point: readonly Verdict[] };
  readonly luck: { readonly protocol: Luck; readonly point: Luck };
}

interface Luck {
  readonly letters: number;
  readonly places: number;
}

const halves: readonly (readonly [Half, string])[] = [
  ["open", "Open half: diagram is data, may be looked at"], ["held-out", "Held-out half: diagram is data, only scored"], ["apart", "Apart: diagram is a picture, model written from the source's words, may be looked at"],
];

export async function expertScores(session: Session): Promise<Section> {
  const systems = readSystems();
  const { weaknesses } = readShared("data/attack/capec-cwe/cwe-4.19.1.json") as { readonly weaknesses: readonly SourceWeakness[] };
  const ruleTexts = new Map(session.builtIn.library.rules.map(({ id, title, why }) => [id, `${title} ${why}`]));
  const common = { tree: weaknessTree(weaknesses), weights: weightsOf([...systems.flatMap(({ threats }) => threats.map(({ text }) => text)), ...ruleTexts.values()]) };
  const measured: Measured[] = [];
  const shown = new Map<string, Shown>();
  for (const system of systems) {
    const one = await show(system.system, session);
    shown.set(system.system, one);
    measured.push(measure(system, [one, await showAnswered(system.system, session)], { ...common, ends: one.ends }, systems));
  }
  const halfSums = halves.map(([half, title]) => ({ half, title, sum: together(half, measured.filter(({ systems: [system] }) => system!.half === half)) }));
  return {
    title: "(b) Threats that experts listed",
    lines: [
      ...introduction, "",
      ...halfSums.flatMap(({ half, title, sum }) => [`### ${title}`, "", ...tableOf([...measured.filter(({ systems: [system] }) => system!.half === half), sum]), ""]),
      ...sinceLines(halfSums.map(({ half, title, sum }) => [half, title, sum] as const)), "",
      ...visibleLines(halfSums.map(({ title, sum }) => [title, sum] as const)), "",
      ...inViewLines(halfSums.map(({ title, sum }) => [title, sum] as const)), "",
      ...answeredLines(halfSums.map(({ title, sum }) => [title, sum] as const)), "",
      ...rankLines(halfSums.map(({ title, sum }) => [title, sum] as const)), "",
      ...missedLines(measured.flatMap(({ systems: [system], point }) => point.map((verdict) => ({ system: system!, verdict })))), "",
      ...adjudicationLines(shown), "", ...knownVulnerabilityLines(await show("juice-shop", session), common.tree), "", calibrationLine(systems, ruleTexts, common.weights),
    ],
    figures: Object.assign({}, ...halfSums.map(({ half, sum }) => figuresOf(half, sum))) as Readonly<Record<string, number>>,
  };
}

const introduction = [
  "Input is the model alone. *Found*: an open threat matches; *stopped*: something that the model says stops it; *asked*: a question of the model's depth decides it. *Items* are all groups and questions of the model's depth, also those that the default view folds; a table below has the default view alone. *Luck* repeats the measurement with deliberately wrong pairs: other systems' letters at these places, and these letters at other places.",
  "", "**By place and letter** is the usual protocol (M1–M3). Letters are few, so luck is high and the number says little. **To the point** asks for a common weakness or alike words instead of a common letter, and counts only questions that ask for a protection; that is the number to believe, less its luck. How matching works: [matcher/why-matching.md](matcher/why-matching.md).",
];

function measure(system: ExpertSystem, [shown, answered]: readonly [Shown, Shown], matching: Matching, all: readonly ExpertSystem[]): Measured {
  const { analysis, items } = shown;
  const kinds = new Map([
    ...analysis.elements.map(({ id, kind }) => [id, kind] as const), ...analysis.flows.map(({ id }) => [id, "flow"] as const), ...analysis.boundaries.map(({ id }) => [id, "boundary"] as const),
  ]);
  const wrong = { letters: withOtherLetters(system.threats, othersOf(system, all)), places: atOtherPlaces(system.threats, kinds) };
  const view = { ...shown, items: items.filter(({ folded }) => folded !== true) };
  const lucky = (how: typeof byProtocol): Luck => ({ letters: luck(wrong.letters, shown, matching, how), places: luck(wrong.places, shown, matching, how) });
  return {
    name: system.system, systems: [system], items: items.length, groups: items.filter(({ kind }) => kind === "group").length,
    protocol: verdicts(system.threats, shown, matching, byProtocol), point: verdicts(system.threats, shown, matching, toThePoint),
    answered: verdicts(system.threats, answered, matching, toThePoint), answeredItems: answered.items.length,
    inView: { items: view.items.length, protocol: verdicts(system.threats, view, matching, byProtocol), point: verdicts(system.threats, view, matching, toThePoint) }, luck: { protocol: lucky(byProtocol), point: lucky(toThePoint) },
  };
}

function othersOf(system: ExpertSystem, all: readonly ExpertSystem[]): readonly ExpertThreat[] {
  return all.filter((other) => other !== system).flatMap(({ threats }) => threats);
}

/** Luck weighs each system by its experts' threats. */
function together(name: string, parts: readonly Measured[]): Measured {
  const experts = parts.reduce((sum, { protocol }) => sum + protocol.length, 0);
  const mean = (of: (part: Measured) => number): number => parts.reduce((sum, part) => sum + of(part) * part.protocol.length, 0) / experts;
  const lucky = (of: (part: Measured) => Luck): Luck => ({ letters: mean((part) => of(part).letters), places: mean((part) => of(part).places) });
  return {
    name: `**${name}, together**`, systems: parts.flatMap(({ systems }) => systems), items: parts.reduce((sum, { items }) => sum + items, 0), groups: parts.reduce((sum, { groups }) => sum + groups, 0),
    protocol: parts.flatMap(({ protocol }) => protocol), point: parts.flatMap(({ point }) => point),
    answered: parts.flatMap(({ answered }) => answered), answeredItems: parts.reduce((sum, { answeredItems }) => sum + answeredItems, 0),
    inView: { items: parts.reduce((sum, { inView }) => sum + inView.items, 0), protocol: parts.flatMap(({ inView }) => inView.protocol), point: parts.flatMap(({ inView }) => inView.point) }, luck: { protocol: lucky(({ luck: { protocol } }) => protocol), point: lucky(({ luck: { point } }) => point) },
  };
}

function tableOf(rows: readonly Measured[]): readonly string[] {
  return [
    "| system | experts' threats | items (groups + questions) | by place and letter: found / stopped / asked | recall | luck: letters, places | items per match | to the point: found / stopped / asked | recall | luck: letters, places | items per match |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...rows.map((row) => `| ${[row.name, row.protocol.length, `${row.items} (${row.groups} + ${row.items - row.groups})`, ...cells(row.protocol, row.luck.protocol, row.items), ...cells(row.point, row.luck.point, row.items)].join(" | ")} |`),
  ];
}

function cells(all: readonly Verdict[], { letters, places }: Luck, items: number): readonly string[] {
  const shares = sharesOf(all);
  return [`${shares.found} / ${shares.stopped} / ${shares.prompted}`, recallOf(shares).toFixed(2), `${letters.toFixed(2)}, ${places.toFixed(2)}`, perMatch(items, shares)];
}

function perMatch(items: number, shares: Shares): string {
  return matchedOf(shares) === 0 ? "–" : (items / matchedOf(shares)).toFixed(1);
}

/** With the 75 rules that there were before anybody looked at experts' threats; measured once by the same rules of matching. */
const first: Readonly<Record<Half, readonly [protocol: number, point: number, answered: number]>> = { open: [0.51, 0.4, 0.33], "held-out": [0.68, 0.27, 0.45], apart: [0.78, 0.28, 0.35] };

function sinceLines(rows: readonly (readonly [Half, string, Measured])[]): readonly string[] {
  return [
    "Before and after: the first measurement was with 75 rules, before anybody had looked at experts' threats. Since then those who write rules have seen what the open half and the systems apart miss, in general words and by case. Of the held-out half they have not seen the threats, but a few general words about questions that missed there, so it is not wholly unseen; still, its change says best what the rules learnt in general: the gain of the open half is mostly that of one system, ros2-robot, which holds most of its threats and whose misses were looked at by case, and the gain of the systems apart lately that of genai-chatbot.", "",
    ...rows.flatMap(([, title, { protocol, luck: { protocol: lucky } }]) => (recallOf(sharesOf(protocol)) > lucky.letters + 0.1 ? [] : [`${title.split(":")[0] ?? ""}: recall by place and letter, ${recallOf(sharesOf(protocol)).toFixed(2)}, is not clearly above luck of letters, ${lucky.letters.toFixed(2)}.`, ""])),
    ...rows.flatMap(([, title, { point, luck: { point: lucky } }]) => (recallOf(sharesOf(point)) > Math.max(lucky.letters, lucky.places) + 0.1 ? [] : [`${title.split(":")[0] ?? ""}: recall to the point, ${recallOf(sharesOf(point)).toFixed(2)}, is not clearly above luck, ${Math.max(lucky.letters, lucky.places).toFixed(2)}.`, ""])),
    "| recall, first → now | by place and letter | to the point | to the point, all answered |", "|---|---|---|---|",
    ...rows.map(([half, title, { protocol, point, answered }]) => `| ${title.split(":")[0] ?? ""} | ${[protocol, point, answered].map((all, at) => `${first[half][at]!.toFixed(2)} → ${recallOf(sharesOf(all)).toFixed(2)}`).join(" | ")} |`),
  ];
}

function inViewLines(rows: readonly (readonly [string, Measured])[]): readonly string[] {
  return [
    "In the default view alone, which is all groups and the ten questions that decide most. How questions are ranked was chosen by this very table, among ten ways, so the rows of the open half and of the systems apart are fitted and lie only just at the aim. All ten gave the held-out half the same recall by place and letter.", "",
    "| | items | by place and letter: recall | items per match | to the point: recall | items per match |", "|---|---|---|---|---|---|",
    ...rows.map(([title, { inView: { items, protocol, point } }]) => {
      const [p, q] = [sharesOf(protocol), sharesOf(point)];
      return `| ${title.split(":")[0] ?? ""} | ${items} | ${recallOf(p).toFixed(2)} | ${perMatch(items, p)} | ${recallOf(q).toFixed(2)} | ${perMatch(items, q)} |`;
    }),
  ];
}

function answeredLines(rows: readonly (readonly [string, Measured])[]): readonly string[] {
  return [
    "After a team answered every question about a protection with the least safe answer (nothing is protected, as experts' lists mostly assume), to the point:", "",
    "| | items | found / stopped / asked | recall | of those to be seen on the model | items per match |", "|---|---|---|---|---|---|",
    ...rows.map(([title, { answered, answeredItems }]) => {
      const [shares, visible] = [sharesOf(answered), sharesOf(answered.filter(({ expert }) => expert.nature === "model"))];
      return `| ${title.split(":")[0] ?? ""} | ${answeredItems} | ${shares.found} / ${shares.stopped} / ${shares.prompted} | ${recallOf(shares).toFixed(2)} | ${recallOf(visible).toFixed(2)} | ${perMatch(answeredItems, shares)} |`;
    }),
  ];
}

function visibleLines(rows: readonly (readonly [string, Measured])[]): readonly string[] {
  const recall = (all: readonly Verdict[]): string => recallOf(sharesOf(all.filter(({ expert }) => expert.nature === "model"))).toFixed(2);
  return [
    "Only experts' threats that can be seen on the model (not the inside of an element, not advice on how people work, not parts that the diagram lacks):", "",
    "| | experts' threats | recall by place and letter | to the point |", "|---|---|---|---|",
    ...rows.map(([title, { protocol, point }]) => `| ${title.split(":")[0] ?? ""} | ${point.filter(({ expert }) => expert.nature === "model").length} | ${recall(protocol)} | ${recall(point)} |`),
  ];
}

function rankLines(rows: readonly (readonly [string, Measured])[]): readonly string[] {
  const within = (all: readonly Verdict[], first: number): string => (all.filter(({ by, rank = 0 }) => by !== "none" && rank <= first).length / Math.max(1, all.length)).toFixed(2);
  return [
    "Rank curve: recall to the point among the first items of each list.", "", "| | first 5 | first 10 | first 20 | first 30 | all |", "|---|---|---|---|---|---|",
    ...rows.map(([title, { point }]) => `| ${title.split(":")[0] ?? ""} | ${[5, 10, 20, 30, Infinity].map((first) => within(point, first)).join(" | ")} |`),
  ];
}

function figuresOf(half: Half, { protocol, point, items, inView, luck: { point: lucky } }: Measured): Readonly<Record<string, number>> {
  const [p, q] = [sharesOf(protocol), sharesOf(point)];
  return {
    [`${half}: experts' threats`]: p.experts, [`${half}: recall by place and letter`]: recallOf(p), [`${half}: items per match by place and letter`]: items / Math.max(1, matchedOf(p)),
    [`${half}: recall by place and letter in the default view`]: recallOf(sharesOf(inView.protocol)), [`${half}: items per match by place and letter in the default view`]: inView.items / Math.max(1, matchedOf(sharesOf(inView.protocol))),
    [`${half}: recall to the point`]: recallOf(q), [`${half}: items per match to the point`]: items / Math.max(1, matchedOf(q)), [`${half}: luck of letters to the point`]: lucky.letters, [`${half}: luck of places to the point`]: lucky.places,
  };
}
