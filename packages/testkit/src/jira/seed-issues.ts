// Issues in the types of a security team's Jira, with plausible links: assets, their vulnerabilities, risks chained from R4 to R0, people, facts and incidents. The same count gives the same issues.
export interface SeedIssue {
  readonly project: string;
  readonly type: string;
  readonly summary: string;
  readonly labels: readonly string[];
  /** Link words from this issue to the issue at that place. */
  readonly links: readonly { readonly outward: string; readonly to: number }[];
}

const kinds = ["asset", "vuln", "R4", "R3", "R2", "R1", "R0", "person", "fact", "incident"] as const;
const size = kinds.length;

const made: readonly ((nth: number, start: number) => SeedIssue)[] = [
  (nth, start) => issue("IA", "IT Asset", `Service ${nth}`, [`service-${nth}`], [["has RISK", start + 2], ["has Technical Owner", start + 7]]),
  (nth, start) => issue("VULN", "Vulnerability", `Weakness ${nth}`, ["T1190"], [["VULN affects", start], ["creates RISK", start + 2]]),
  (nth, start) => issue("RISK", "Risk", `Technical risk ${nth}`, ["R4"], [["creates R3", start + 3]]),
  (nth, start) => issue("RISK", "Risk", `System risk ${nth}`, ["R3"], [["creates R2", start + 4]]),
  (nth, start) => issue("RISK", "Risk", `Service risk ${nth}`, ["R2"], [["creates R1", start + 5]]),
  (nth, start) => issue("RISK", "Risk", `Business risk ${nth}`, ["R1"], [["has Business Owner", start + 7]]),
  (nth, start) => issue("RISK", "Risk", `Company risk ${nth}`, ["R0"], [["has Stakeholder", start + 7]]),
  (nth) => issue("PERSON", "Person", `Person ${nth}`, [], []),
  (nth, start) => issue("FACT", "Fact", `Fact ${nth}`, [], [["supports RISK", start + 2]]),
  (nth, start) => issue("INCIDENT", "Incident", `Incident ${nth}`, [], [["affects", start]]),
];

export function seedIssues(count: number): readonly SeedIssue[] {
  const all = Array.from({ length: count }, (_, index) => made[index % size]?.(Math.floor(index / size) + 1, index - (index % size)));
  return all.filter((one) => one !== undefined).map((one) => ({ ...one, links: one.links.filter((link) => link.to < count) }));
}

function issue(project: string, type: string, summary: string, labels: readonly string[], links: readonly (readonly [string, number])[]): SeedIssue {
  return { project, type, summary, labels, links: links.map(([outward, to]) => ({ outward, to })) };
}
