// Experts' threats that nothing to the point answers, by why. Those of held-out systems are only counted, so that nobody can write a rule for one.
import type { ExpertSystem } from "./expert/read-systems.ts";
import type { Nature } from "./matcher/expert-threat.ts";
import type { Verdict } from "./matcher/score.ts";

export interface Judged {
  readonly system: ExpertSystem;
  readonly verdict: Verdict;
}

const reasons: Readonly<Record<Nature, string>> = {
  model: "To be seen on the model: a rule or a characteristic is missing, or the model says too little",
  inside: "Inside of an element: code, parser, operating system",
  process: "Advice on how people work",
  outside: "About something that the diagram does not show",
};

export function missedLines(all: readonly Judged[]): readonly string[] {
  const missed = all.filter(({ verdict }) => verdict.by === "none");
  return [
    "Missed (nothing to the point), by nature, which was written down before scoring:", "",
    ...(Object.keys(reasons) as readonly Nature[]).flatMap((nature) => {
      const here = missed.filter(({ verdict }) => verdict.expert.nature === nature);
      const total = all.filter(({ verdict }) => verdict.expert.nature === nature).length;
      const heldOut = here.filter(({ system }) => system.half === "held-out").length;
      return [`- ${reasons[nature]}: ${here.length} of ${total}${heldOut > 0 ? ` (${heldOut} held out, not listed)` : ""}`, ...here.filter(({ system }) => system.half !== "held-out").map(lineOf)];
    }),
  ];
}

function lineOf({ system, verdict: { expert } }: Judged): string {
  return `  - ${system.system}: ${expert.about} (${expert.at.join(", ")}; ${expert.stride.join("") || "no letter"})`;
}
