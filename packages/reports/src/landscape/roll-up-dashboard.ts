// The dashboard of risks before and after: how many of each rank are at each level with what came and went, and each risk with what feeds it.
import type { LandscapeDiff, RiskRollUp, RiskRollUpChange, Severity } from "@merlon/schema";
import { SEVERITIES } from "../wording/severity.ts";

export interface DashboardCell {
  /** As many are in it now. */
  readonly after: number;
  /** As many were not before, and as many are not any more: one that came for one that went is not nothing. */
  readonly came: number;
  readonly went: number;
}

export interface DashboardRow {
  readonly rank: string;
  /** In the order of the levels; the last one is of risks without any. */
  readonly cells: readonly DashboardCell[];
}

export interface Dashboard {
  readonly levels: readonly string[];
  readonly rows: readonly DashboardRow[];
}

const NONE = "no level";

/** Undefined where neither version has a risk. Levels and ranks that no risk has are left out. */
export function dashboardOf({ rollUp = [] }: Pick<LandscapeDiff, "rollUp">): Dashboard | undefined {
  if (rollUp.length === 0) return undefined;
  const sides = rollUp.flatMap(({ before, after }) => [...(before ? [before] : []), ...(after ? [after] : [])]);
  const levels = [...SEVERITIES, undefined].filter((level) => sides.some((side) => side.verdict !== "ended" && side.level === level));
  const ranks = [...new Set(sides.map(({ rank }) => rank ?? ""))].sort((a, b) => ((a || "R9") < (b || "R9") ? -1 : 1));
  const rows = ranks.map((rank): DashboardRow => {
    const cells = levels.map((level): DashboardCell => {
      const sides = rollUp.map(({ before, after }) => [isIn(before, rank, level), isIn(after, rank, level)] as const);
      const count = (was: readonly boolean[], is: boolean) => sides.filter(([b, a]) => was.includes(b) && a === is).length;
      return { after: count([true, false], true), came: count([false], true), went: count([true], false) };
    });
    return { rank: rank || (ranks.length === 1 ? "risks" : "no rank"), cells };
  });
  return { levels: levels.map((level) => level ?? NONE), rows };
}

/** Ended risks that nothing feeds add up to nothing, and are no longer any. */
function isIn(risk: RiskRollUp | undefined, rank: string, level: Severity | undefined): boolean {
  return risk !== undefined && risk.verdict !== "ended" && (risk.rank ?? "") === rank && risk.level === level;
}

/** `2 (+1 −1)`. */
export function cellWords({ after, came, went }: DashboardCell): string {
  const moves = [...(came > 0 ? [`+${came}`] : []), ...(went > 0 ? [`−${went}`] : [])].join(" ");
  return moves === "" ? (after === 0 ? "·" : String(after)) : `${after} (${moves})`;
}

/** `high → critical`, or one word where it stayed. */
export function levelWords({ before, after }: RiskRollUpChange): string {
  const word = (side: RiskRollUp | undefined, absent: string) => (side ? side.verdict === "ended" ? "closed" : side.level ?? NONE : absent);
  const [was, is] = [word(before, "not there"), word(after, "not there any more")];
  return was === is ? is : `${was} → ${is}`;
}

/** Whether it adds up to another level, or for another reason. */
export function isMoved({ before, after }: RiskRollUpChange): boolean {
  return before?.level !== after?.level || before?.verdict !== after?.verdict || before?.said !== after?.said || before?.state !== after?.state;
}
