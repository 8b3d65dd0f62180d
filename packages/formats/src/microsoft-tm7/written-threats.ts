// Stored threats that no rule gives again become human threats, with what people decided about them.
import { loseEach, settleAs } from "../foreign/account.ts";
import { under } from "../foreign/place.ts";
import { plainLine, plainText } from "../microsoft-template/plain-text.ts";
import { threatCategory } from "../threat-category.ts";
import { decisionOf } from "./decisions.ts";
import type { Attached } from "./flows.ts";
import { isElement } from "./shapes.ts";
import type { Shape } from "./shapes.ts";
import type { StoredThreat } from "./stored-threats.ts";
import { extended, idOf, sourcesOf, system } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";

export interface WrittenThreat {
  readonly stored: StoredThreat;
  readonly key: string;
  readonly sources: readonly string[];
  readonly title: string;
  /** The flow, else the element that is there of its two ends. */
  readonly about: Shape | undefined;
}

export function writtenThreat(stored: StoredThreat, shapes: readonly Shape[], attached: readonly Attached[]): WrittenThreat {
  const flow = attached.find((one) => one.flow.id === stored.flow && (stored.surface === "" || one.flow.surface.guid === stored.surface))?.flow;
  const end = (id: string): Shape | undefined => shapes.find((shape) => shape.id === id && isElement(shape.kind) && (stored.surface === "" || shape.surface.guid === stored.surface));
  return { stored, key: `threat ${stored.key}`, sources: [stored.key], title: plainLine(stored.title), about: flow ?? end(stored.target) ?? end(stored.source) };
}

/** Columns that have a place of their own in a threat or a decision, or that say again what others say. */
const placed = new Set(["Title", "UserThreatCategory", "UserThreatShortDescription", "UserThreatDescription", "PossibleMitigations", "StateInformation", "InteractionString"]);

export function putWrittenThreat(work: Tm7Work, threat: WrittenThreat): void {
  const { stored, about } = threat;
  const { account } = work.intake;
  const id = idOf(work, threat.key);
  const said = (name: string): string | undefined => plainText(stored.columns.get(name) ?? "") || undefined;
  const category = said("UserThreatCategory");
  const letter = category === undefined ? undefined : threatCategory(category)?.stride;
  const mitigation = said("PossibleMitigations");
  const others = Object.fromEntries([...stored.columns].filter(([name]) => !placed.has(name)).map(([name, value]) => [name, plainText(value)]));
  const known = work.template?.base.threatTypes.some((type) => type.id === stored.type) === true;
  work.draft.threats.set(id, {
    title: threat.title || "Threat without a title",
    description: [said("UserThreatDescription") ?? said("UserThreatShortDescription"), mitigation && `Mitigation: ${mitigation}`].filter((part) => part !== undefined).join("\n\n") || undefined,
    at: about === undefined ? undefined : idOf(work, about.key),
    stride: letter === undefined ? undefined : [letter],
    tags: known ? ["generated-elsewhere"] : undefined,
    sources: sourcesOf(threat),
    ...extended({ type: stored.type || undefined, category: letter === undefined ? category : undefined, ...others }),
  });
  settleAs(account, "carried", stored.entry.at);
  if (Object.keys(others).length > 0) loseEach(account, { kind: "kept", at: under(stored.place, "Properties").at, what: "columns of a threat that a human threat has no place for", why: `They stand under \`x-${system}\`.`, claims: false });
  if (letter === undefined && category !== undefined) loseEach(account, { kind: "kept", at: under(stored.place, "Properties").at, what: `the category ${category} of a threat`, why: `It is none of STRIDE; it stands under \`x-${system}\`.`, claims: false });
  const decision = decisionOf(work, stored, id, {});
  if (decision !== undefined) work.draft.decisions.set(id, decision);
}
