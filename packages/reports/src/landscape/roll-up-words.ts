// What a risk adds up to, in words.
import type { RiskRollUp, RollUpStep } from "@merlon/schema";
import { listedUpTo } from "../wording/counted.ts";

/** How what it says and what feeds it fit, without a full stop. */
function verdictWords({ said, fed, verdict }: Pick<RiskRollUp, "said" | "fed" | "verdict">): string {
  switch (verdict) {
    case "agrees": return `says ${said ?? ""}, and so does the worst that feeds it`;
    case "understated": return `says ${said ?? ""}, and is fed ${fed ?? ""}: worse than it says`;
    case "overstated": return `says ${said ?? ""}, and ${fed === undefined ? "nothing that feeds it counts any more" : `nothing that feeds it is worse than ${fed}`}`;
    case "unfed": return `says ${said ?? ""}, and nothing feeds it`;
    case "unsaid": return `says no level, and is fed ${fed ?? ""}`;
    case "unknown": return "says no level, and nothing that feeds it does";
    case "ended": return "closed";
    case "ended-but-fed": return `closed, and still fed ${fed ?? ""}`;
  }
}

/** From the worst that feeds it up to the risk, which is left out; empty where nothing does. */
function becauseWords({ chain }: Pick<RiskRollUp, "chain">): string {
  return chain.slice(0, -1).map(titleWords).join(" › ");
}

/** `says high, and is fed critical: worse than it says, because of VULN-12 …`. */
export function rollUpWords(risk: RiskRollUp): string {
  const because = becauseWords(risk);
  return because === "" ? verdictWords(risk) : `${verdictWords(risk)}, because of ${because}`;
}

/** Somebody should look: what it says is not what feeds it, or nobody said anything. */
export function isDisagreement({ verdict }: Pick<RiskRollUp, "verdict">): boolean {
  return verdict !== "agrees" && verdict !== "ended";
}

const MOST = 4;

/** What feeds it at once, each with its level. */
export function feederWords({ feeders }: Pick<RiskRollUp, "feeders">): string {
  return listedUpTo(MOST, feeders.map((one) => `${titleWords(one)} (${one.counts ? one.level ?? "no level" : `${one.state ?? "closed"}${one.level === undefined ? "" : `, behind it ${one.level}`}`})`));
}

/** People know a ticket by its key. */
function titleWords({ id, type, title }: RollUpStep): string {
  const own = id.slice(type.length + 1);
  return /^[A-Z][A-Z0-9_]*-\d+$/.test(own) ? `${own} ${title}` : title;
}
