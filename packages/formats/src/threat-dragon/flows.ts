// Attached flow edges to flows; edges that hang loose, and open boundary curves, to losses that name them.
import { lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { report, takeFlag, takeLine, takeText } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isBlank, isMap, under } from "../foreign/place.ts";
import { isHttpEither, protocolNamed, protocolOf } from "../protocol-of.ts";
import type { Cell } from "./cells.ts";
import { describe } from "./cells.ts";
import { extended, idOf, keepIt, outOfScope, settleLayout, sourcesOf, ticked } from "./dragon-work.ts";
import type { DragonWork } from "./dragon-work.ts";
import { titleOf } from "./elements.ts";
import { isElement } from "./shapes.ts";

export interface FlowEnds {
  readonly from: Cell | undefined;
  readonly to: Cell | undefined;
}

/** The elements at both ends; undefined where an end hangs loose. */
export function readEnds(intake: Intake, flow: Cell, cells: ReadonlyMap<string, Cell>): FlowEnds {
  return { from: readEnd(intake, flow, "source", cells), to: readEnd(intake, flow, "target", cells) };
}

/** Cells by diagram and id, to look ends up. */
export function cellsById(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  return new Map(cells.map((cell) => [`${cell.diagram.key} ${cell.id}`, cell]));
}

function readEnd(intake: Intake, flow: Cell, side: "source" | "target", cells: ReadonlyMap<string, Cell>): Cell | undefined {
  const place = under(flow.place, side);
  if (!isMap(place.value) || isBlank(place.value["cell"])) return undefined;
  const id = takeLine(intake, place, "cell") ?? "";
  const end = cells.get(`${flow.diagram.key} ${id}`);
  if (end !== undefined) return isElement(end.shape) ? end : undefined;
  report(intake, "F2005", under(place, "cell").at, { what: `The ${side} of ${describe(flow)}`, target: id });
  return undefined;
}

export function dropLooseFlow(work: DragonWork, flow: Cell, ends: FlowEnds): void {
  const at = (end: Cell | undefined): string => (end === undefined ? "nothing" : describe(end));
  const loose = ends.from === undefined && ends.to === undefined ? "Neither end is" : ends.from === undefined ? "Its source is not" : "Its target is not";
  lose(work.intake.account, { kind: "dropped", at: flow.place.at, what: `${describe(flow)} from ${at(ends.from)} to ${at(ends.to)}`, why: `${loose} attached to an element.` });
}

export function putFlow(work: DragonWork, cell: Cell, from: Cell, to: Cell): void {
  const { intake } = work;
  const id = idOf(work, cell.key);
  const encrypted = ticked(work, cell.data, "isEncrypted");
  const isPublic = ticked(work, cell.data, "isPublicNetwork");
  const bothWays = takeFlag(intake, cell.data, "isBidirectional") === true;
  if (bothWays) {
    lose(intake.account, {
      kind: "guessed", at: under(cell.data, "isBidirectional").at, what: `${describe(cell)} goes both ways: one flow, opened by ${describe(from)}, with an unknown response`,
      why: "Threat Dragon does not say which end opens the connection; the arrow's source is taken.", object: id,
    });
  }
  const scope = outOfScope(work, cell);
  const protocol = readProtocol(work, cell, id, encrypted);
  work.draft.flows.set(id, {
    title: titleOf(work, cell),
    from: idOf(work, from.key), to: idOf(work, to.key),
    description: takeText(intake, cell.data, "description"),
    protocol: protocol.key,
    response: bothWays ? "unknown" : undefined,
    "encryption-in-transit": encrypted ? "yes" : undefined,
    "out-of-scope": scope.reason,
    sources: sourcesOf(cell),
    ...extended({ protocol: protocol.kept, isPublicNetwork: isPublic ? keepIt(work, cell.data, "isPublicNetwork", id) : undefined, reasonOutOfScope: scope.kept }),
  });
  settleLayout(work, cell);
}

function readProtocol(work: DragonWork, cell: Cell, id: string, encrypted: boolean): { readonly key?: string | undefined; readonly kept?: unknown } {
  const place = under(cell.data, "protocol");
  const stated = takeLine(work.intake, cell.data, "protocol");
  const guess = (at: string, key: string, why: string): { readonly key: string } => {
    lose(work.intake.account, { kind: "guessed", at, what: `protocol \`${key}\` for ${describe(cell)}`, why, object: id });
    return { key };
  };
  if (stated === undefined) {
    const named = protocolNamed(cell.name);
    if (named === undefined || (encrypted && inClear.has(named))) return {};
    return guess(under(cell.data, "name").at, named, "The protocol is empty; the flow's name is one.");
  }
  const key = protocolOf(stated);
  if (key !== undefined) return { key };
  if (encrypted && isHttpEither(stated)) return guess(place.at, "https", `It says ${excerpt(stated)} and is marked as encrypted.`);
  return { kept: keepIt(work, cell.data, "protocol", id) };
}

/** A name alone does not beat the tick that says the flow is encrypted. */
const inClear = new Set(["http", "ws", "ftp", "mqtt", "amqp", "tftp", "telnet"]);
