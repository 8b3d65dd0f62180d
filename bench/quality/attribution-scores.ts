// Section: the causes of what a change does. Each new, gone or changed threat must be proven and name the operations behind it, and undoing these must make the difference go.
import { builtInLibrary, randomDocument, randomEdits, seeded } from "@merlon/testkit";
import { attributed, type Edited } from "./attribution/replay.ts";
import { hasCorpus, sharedPath } from "./corpus.ts";
import { measuredEdits } from "./merges/measured-edits.ts";
import { applicationsIn } from "./microsecend/applications.ts";
import { documentOf, rulesAlone } from "./microsecend/verdicts.ts";
import type { Section } from "./section.ts";

const CHANGES = 60;
const ELEMENTS = 30;
const EDITS = 20;

interface Row {
  readonly name: string;
  readonly edited: readonly Edited[];
}

export function attributionScores(): Promise<Section> {
  const library = builtInLibrary();
  const random = (name: string, edits: typeof randomEdits): Row => ({
    name, edited: Array.from({ length: CHANGES }, (_, seed) => {
      const base = randomDocument(seed + 500, library, ELEMENTS);
      return attributed(base, edits(base, { random: seeded(seed), count: EDITS, name: "new" }), library);
    }),
  });
  const rows = [random("random edits, as counted from real changes", measuredEdits), random("random edits, with removals", randomEdits), ...(hasCorpus ? [variants()] : [])];
  const all = rows.flatMap(({ edited }) => edited.flatMap(({ threats }) => threats));
  const wrong = rows.flatMap(({ name, edited }) => edited.flatMap(({ threats }) => threats.filter(({ caused, verified }) => caused && !verified).map(({ change }) => `${name}: ${change.change} \`${change.id}\` (${change.cause.kind})`)));
  const share = (of: "proven" | "caused" | "verified"): number => all.filter((one) => one[of]).length / all.length;
  return Promise.resolve({
    title: "(i) Causes of what a change does",
    lines: [
      `${CHANGES} changes of ${EDITS} edits to random models of ${ELEMENTS} elements in each of two mixes (those of the merges), and the variants of microSecEnD against their applications. *Verified*: versions with the named operations undone, or with nothing but them, are read and analysed anew. Undone one by one each makes the difference go; where no single one does, the named set is enough, and without any of it is not.`, "",
      "| changes | versions | threats that came, went or changed | proven | with a cause | cause verified |", "|---|---|---|---|---|---|", ...rows.map(rowLine), "",
      "Aims: all proven, at least 99 % with a cause, all causes verified.", ...(wrong.length === 0 ? [] : ["", "Not verified:", "", ...wrong.slice(0, 10).map((one) => `- ${one}`)]),
    ],
    figures: { "threats changed": all.length, "share proven": share("proven"), "share with a cause": share("caused"), "share verified": share("verified") },
  });
}

function rowLine({ name, edited }: Row): string {
  const threats = edited.flatMap((one) => one.threats);
  const percent = (part: number): string => `${(100 * part / threats.length).toFixed(1)} %`;
  const caused = threats.filter((one) => one.caused);
  return `| ${name} | ${edited.length} | ${threats.length} | ${percent(threats.filter(({ proven }) => proven).length)} | ${percent(caused.length)} | ${caused.filter(({ verified }) => verified).length} of ${caused.length} |`;
}

function variants(): Row {
  const library = rulesAlone();
  return {
    name: "variants of microSecEnD", edited: applicationsIn(sharedPath("corpus/microsecend")).flatMap(({ name, base, variants: all }) => (
      base === undefined ? [] : all.map(({ text }) => attributed(documentOf(base, name), documentOf(text, name), library)))),
  };
}
