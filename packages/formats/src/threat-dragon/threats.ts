// Threats that people wrote into cells become human threats; what they decided about them becomes decisions.
import type { DecisionState } from "@merlon/schema";
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeLine, takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import { threatCategory } from "../threat-category.ts";
import { describe } from "./cells.ts";
import type { Cell } from "./cells.ts";
import type { CellThreat } from "./cell-threats.ts";
import { extended, idOf, keepIt, sourcesOf } from "./dragon-work.ts";
import type { DragonWork } from "./dragon-work.ts";
import { isElement } from "./shapes.ts";

/** What a new threat says before somebody types. */
const placeholders = new Set([
  "Provide a description for this threat",
  "Provide remediation for this threat or a reason if status is N/A",
  "Provide remediation for this threat or a reason if status is not applicable",
]);

/** One severity for two scores: n stands for likelihood n and consequence n, whose sum gives the same severity again. */
const ranks: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, critical: 4 };

const decided: Readonly<Record<string, DecisionState>> = {
  mitigated: "mitigate", notapplicable: "not-applicable", accepted: "accept", transferred: "transfer", avoided: "avoid", eliminated: "avoid",
};

export function putThreat(work: DragonWork, threat: CellThreat, at: Cell | undefined): void {
  const { intake } = work;
  const id = idOf(work, threat.key);
  const status = readStatus(work, threat, id);
  const mitigation = readProse(work, threat, "mitigation");
  const category = readCategory(work, threat);
  const rank = readSeverity(work, threat);
  const place = at === undefined ? undefined : work.book.ids.get(at.key);
  if (at !== threat.cell) reportMoved(work, threat, place);
  work.draft.threats.set(id, {
    title: threat.title === "" ? defaultTitle(work, threat, id) : threat.title,
    description: describeThreat(work, threat, status.state === undefined ? mitigation : undefined),
    at: place,
    stride: category.stride, linddun: category.linddun,
    likelihood: rank.score, consequence: rank.score,
    sources: sourcesOf(threat),
    ...extended({
      number: keepIt(work, threat.place, "number"), score: keepIt(work, threat.place, "score"),
      severity: rank.kept, status: status.kept, type: category.kept, modelType: category.method,
      eopGameId: keepIt(work, threat.place, "eopGameId"), cardSuit: keepIt(work, threat.place, "cardSuit"), cardNumber: keepIt(work, threat.place, "cardNumber"),
    }),
  });
  if (status.state !== undefined) work.draft.decisions.set(id, { state: status.state, reason: mitigation });
  settleAs(intake.account, "layout", under(threat.place, "new").at);
}

function describeThreat(work: DragonWork, threat: CellThreat, mitigation: string | undefined): string | undefined {
  const description = readProse(work, threat, "description");
  if (mitigation === undefined) return description;
  loseEach(work.intake.account, { kind: "kept", at: under(threat.place, "mitigation").at, what: "the mitigation of a threat without a decision", why: "It stands at the end of the threat's description." });
  return [description, `Mitigation: ${mitigation}`].filter((part) => part !== undefined).join("\n\n");
}

function readProse(work: DragonWork, threat: CellThreat, key: string): string | undefined {
  const text = takeText(work.intake, threat.place, key);
  if (text === undefined || !placeholders.has(text)) return text;
  loseEach(work.intake.account, { kind: "dropped", at: under(threat.place, key).at, what: `the text that a new threat starts with, in \`${key}\``, why: "Nobody has written anything there yet." });
  return undefined;
}

interface Category {
  readonly stride?: readonly string[];
  readonly linddun?: readonly string[];
  readonly kept?: unknown;
  readonly method?: unknown;
}

function readCategory(work: DragonWork, threat: CellThreat): Category {
  const text = takeLine(work.intake, threat.place, "type");
  const category = text === undefined ? undefined : threatCategory(text);
  if (category === undefined) return { kept: keepIt(work, threat.place, "type"), method: keepIt(work, threat.place, "modelType") };
  const { stride, linddun } = category;
  const read = { ...(stride === undefined ? {} : { stride: [stride] }), ...(linddun === undefined ? {} : { linddun: [linddun] }) };
  if (!category.guessed) {
    settleAs(work.intake.account, "carried", under(threat.place, "modelType").at);
    return read;
  }
  loseEach(work.intake.account, {
    kind: "guessed", at: under(threat.place, "type").at, what: `\`${stride ?? linddun ?? ""}\` for the category ${excerpt(text)}`,
    why: "The method it comes from has no such category; this one is nearest in meaning.",
  });
  return { ...read, kept: text, method: keepIt(work, threat.place, "modelType") };
}

function readSeverity(work: DragonWork, threat: CellThreat): { readonly score?: number; readonly kept?: unknown } {
  const text = takeLine(work.intake, threat.place, "severity");
  if (text === undefined) return {};
  const at = under(threat.place, "severity").at;
  const score = ranks[text.toLowerCase()];
  if (score !== undefined) {
    loseEach(work.intake.account, { kind: "guessed", at, what: `likelihood ${score} and consequence ${score} for severity ${text}`, why: "Threat Dragon has one severity where two scores are needed; equal ones give it back." });
    return { score };
  }
  if (/^(?:tb[ad]|undefined)$/i.test(text)) {
    loseEach(work.intake.account, { kind: "dropped", at, what: `severity ${text}`, why: "It says that nobody has decided; likelihood and consequence stay unknown." });
    return {};
  }
  return { kept: keepIt(work, threat.place, "severity") };
}

function readStatus(work: DragonWork, threat: CellThreat, id: string): { readonly state?: DecisionState; readonly kept?: unknown } {
  const text = takeLine(work.intake, threat.place, "status");
  const plain = text?.toLowerCase().replace(/[^a-z]/g, "");
  if (text === undefined || plain === "open") return {};
  const state = decided[plain ?? ""];
  if (state === undefined) return { kept: keepIt(work, threat.place, "status") };
  const at = under(threat.place, "status").at;
  if (plain === "mitigated" || plain === "eliminated") {
    lose(work.intake.account, {
      kind: "guessed", at, what: `\`${state}\` for ${text}: ${excerpt(threat.title)}`, object: id,
      why: plain === "mitigated" ? "It was decided to mitigate; who did and what does it is not said. A control that is implemented shows that it is done." : "Avoiding is the decision nearest in meaning.",
    });
    return { state, kept: text };
  }
  lose(work.intake.account, { kind: "kept", at, what: `the decision ${text}: ${excerpt(threat.title)}`, why: "It stands among the decisions; who took it is not said.", object: id });
  return { state };
}

function defaultTitle(work: DragonWork, threat: CellThreat, id: string): string {
  lose(work.intake.account, { kind: "defaulted", at: under(threat.place, "title").at, what: `a threat without a title at ${describe(threat.cell)}`, why: "Every threat needs a title.", object: id });
  return "Threat without a title";
}

function reportMoved(work: DragonWork, threat: CellThreat, at: string | undefined): void {
  lose(work.intake.account, {
    kind: "guessed", at: under(threat.place, "title").at, what: `the threat "${excerpt(threat.title)}" is about ${at === undefined ? "the model as a whole" : `\`${at}\``}`,
    why: `It was written at ${describe(threat.cell)}, which is not carried.`, object: idOf(work, threat.key),
  });
}

/** Where a threat goes: its own cell, else the end that a loose flow is attached to, else the model. */
export function threatTarget(cell: Cell, carried: ReadonlySet<Cell>, ends: { readonly from: Cell | undefined; readonly to: Cell | undefined } | undefined): Cell | undefined {
  if (isElement(cell.shape) || cell.shape === "box" || carried.has(cell)) return cell;
  return ends?.from ?? ends?.to;
}
