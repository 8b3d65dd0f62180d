// The stored threats sorted and put where they belong: what rules give again is not copied, what people did with it becomes a decision.
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import type { Place } from "../foreign/place.ts";
import { plainLine } from "../microsoft-template/plain-text.ts";
import type { ReadyType, Template } from "../microsoft-template/template.ts";
import { decisionOf, editsOf } from "./decisions.ts";
import type { Attached } from "./flows.ts";
import { sorter } from "./generated-threats.ts";
import type { Shape } from "./shapes.ts";
import { readStoredThreats } from "./stored-threats.ts";
import type { StoredThreat } from "./stored-threats.ts";
import { idOf } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";
import { putWrittenThreat, writtenThreat } from "./written-threats.ts";
import type { WrittenThreat } from "./written-threats.ts";

export interface SortedThreats {
  readonly generated: readonly { readonly stored: StoredThreat; readonly flow: Shape; readonly type: ReadyType }[];
  readonly written: readonly WrittenThreat[];
  readonly stale: readonly { readonly stored: StoredThreat; readonly why: string }[];
}

export interface ThreatSource {
  readonly root: Place;
  readonly template: Template | undefined;
  readonly generates: boolean;
  readonly shapes: readonly Shape[];
  readonly attached: readonly Attached[];
  readonly crossings: ReadonlyMap<string, readonly Shape[]>;
}

export function sortThreats({ root, template, generates, shapes, attached, crossings }: ThreatSource): SortedThreats {
  const sort = sorter(template, attached, crossings, generates);
  const sorted = readStoredThreats(root).map((stored) => ({ stored, ...sort(stored) }));
  return {
    generated: sorted.filter((one) => one.kind === "generated"),
    written: sorted.filter((one) => one.kind === "written").map(({ stored }) => writtenThreat(stored, shapes, attached)),
    stale: sorted.filter((one) => one.kind === "stale"),
  };
}

export function putThreats(work: Tm7Work, { generated, written, stale }: SortedThreats): void {
  const { account } = work.intake;
  for (const { stored, flow, type } of generated) {
    settleAs(account, "computed", stored.entry.at);
    const id = `${work.template?.words.ruleId(type.type.id) ?? ""}@${idOf(work, flow.key)}`;
    const decision = decisionOf(work, stored, id, editsOf(stored, type.type, work.template?.base.priority ?? "High"));
    if (decision !== undefined) work.draft.decisions.set(id, decision);
  }
  for (const threat of written) putWrittenThreat(work, threat);
  for (const { stored, why } of stale) {
    lose(account, { kind: "dropped", at: stored.entry.at, what: `the stored threat "${excerpt(plainLine(stored.title))}" (${stored.state || "no state"})`, why: `${why} The Microsoft tool would not generate it now.` });
  }
}
