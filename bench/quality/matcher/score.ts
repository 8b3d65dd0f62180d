// How many of an expert's threats a tool found, asked about or missed, and at what place in the list; the same for the two controls.
import type { ExpertThreat, Generated } from "./expert-threat.ts";
import { agreementOf, isToThePoint, strengthOf, type Agreement, type Matching, type Strength } from "./match.ts";

export interface ListedItem {
  readonly kind: "group" | "question";
  /** Of questions: it asks for a protection, and so points at what it protects from, rather than for a part of the model. */
  readonly direct?: boolean;
  readonly generated: readonly Generated[];
}

export interface Listed {
  /** In the order they are shown. */
  readonly items: readonly ListedItem[];
  readonly stopped: readonly Generated[];
}

export interface Verdict {
  readonly expert: ExpertThreat;
  readonly by: "threat" | "stopped" | "question" | "none";
  readonly strength?: Strength;
  /** The first thing that matched. */
  readonly match?: string;
  /** Place in the list, from 1; none for what is stopped or missed. */
  readonly rank?: number;
}

/** The strength with which an agreement counts; undefined when it does not. */
export interface Measure {
  readonly found: (agreement: Agreement) => Strength | undefined;
  /** For what a question decides. */
  readonly asked: (agreement: Agreement) => Strength | undefined;
  /** Only direct questions count. */
  readonly direct: boolean;
}

/** As the protocol has it: place and letter are enough. */
export const byProtocol: Measure = { found: strengthOf, asked: (agreement) => (strengthOf(agreement) === "M1" ? "M1" : undefined), direct: false };

/** What two people would call the same threat. */
export const toThePoint: Measure = { found: pointed, asked: pointed, direct: true };

function pointed(agreement: Agreement): Strength | undefined {
  return isToThePoint(agreement) ? strengthOf(agreement) : undefined;
}

export function verdicts(experts: readonly ExpertThreat[], listed: Listed, matching: Matching, measure: Measure): readonly Verdict[] {
  return experts.map((expert) => verdictOf(expert, listed, matching, measure));
}

function verdictOf(expert: ExpertThreat, { items, stopped }: Listed, matching: Matching, { found: finds, asked: asks, direct }: Measure): Verdict {
  const among = (kind: ListedItem["kind"], counts: Measure["found"]): Match | undefined =>
    strongest(items.flatMap((item, index) => (item.kind === kind && (kind === "group" || !direct || item.direct === true) ? matchesOf(expert, item.generated, index + 1, matching, counts) : [])));
  const found = among("group", finds);
  if (found) return { expert, by: "threat", ...found };
  const held = strongest(matchesOf(expert, stopped, 0, matching, finds));
  if (held) return { expert, by: "stopped", strength: held.strength, match: held.match };
  const asked = among("question", asks);
  return asked ? { expert, by: "question", ...asked } : { expert, by: "none" };
}

interface Match {
  readonly strength: Strength;
  readonly match: string;
  readonly rank: number;
}

function matchesOf(expert: ExpertThreat, generated: readonly Generated[], rank: number, matching: Matching, counts: Measure["found"]): readonly Match[] {
  return generated.flatMap((one) => {
    const agreement = agreementOf(expert, one, matching);
    const strength = agreement && counts(agreement);
    return strength === undefined ? [] : [{ strength, match: one.id, rank }];
  });
}

function strongest(matches: readonly Match[]): Match | undefined {
  return (["M1", "M2", "M3"] as const).map((strength) => matches.find((match) => match.strength === strength)).find((match) => match !== undefined);
}

export interface Shares {
  readonly experts: number;
  readonly found: number;
  readonly stopped: number;
  readonly prompted: number;
}

export function sharesOf(all: readonly Verdict[]): Shares {
  const count = (by: Verdict["by"]): number => all.filter((one) => one.by === by).length;
  return { experts: all.length, found: count("threat"), stopped: count("stopped"), prompted: count("question") };
}

export function matchedOf({ found, stopped, prompted }: Shares): number {
  return found + stopped + prompted;
}

/** Everything but what was missed. */
export function recallOf(shares: Shares): number {
  return shares.experts === 0 ? 0 : matchedOf(shares) / shares.experts;
}
