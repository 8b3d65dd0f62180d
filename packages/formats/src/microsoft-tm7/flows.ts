// Attached connectors to flows; loose ones, and open boundary lines, to losses that name them.
import { lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { report } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { protocolOf } from "../protocol-of.ts";
import { outOfScope, settleLayout } from "./elements.ts";
import { describe, isElement } from "./shapes.ts";
import type { Shape } from "./shapes.ts";
import { shapeValues, stencilLine, stencilName } from "./stencil-values.ts";
import { extended, idOf, sourcesOf, titleOf } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";

export interface Attached {
  readonly flow: Shape;
  readonly from: Shape;
  readonly to: Shape;
}

const nothing = /^0{8}-(?:0{4}-){3}0{12}$/;

/** The elements of the same surface at both ends; what has fewer is reported and left out. */
export function readAttached(intake: Intake, shapes: readonly Shape[]): readonly Attached[] {
  const elements = new Map(shapes.map((shape) => [`${shape.surface.guid} ${shape.id}`, shape]));
  return shapes.filter(({ kind }) => kind === "flow").flatMap((flow) => {
    const [from, to] = [flow.source, flow.target].map((id) => endOf(intake, flow, id, elements));
    if (from !== undefined && to !== undefined) return [{ flow, from, to }];
    const at = (end: Shape | undefined): string => (end === undefined ? "nothing" : describe(end));
    lose(intake.account, { kind: "dropped", at: flow.place.at, what: `${describe(flow)} from ${at(from)} to ${at(to)}`, why: "It is not attached to an element at both ends; the Microsoft tool generates nothing for it either." });
    return [];
  });
}

function endOf(intake: Intake, flow: Shape, id: string, elements: ReadonlyMap<string, Shape>): Shape | undefined {
  if (id === "" || nothing.test(id)) return undefined;
  const end = elements.get(`${flow.surface.guid} ${id}`);
  if (end === undefined) report(intake, "F2005", flow.place.at, { what: describe(flow), target: id });
  return end !== undefined && isElement(end.kind) ? end : undefined;
}

export function putFlow(work: Tm7Work, { flow, from, to }: Attached): void {
  const scope = outOfScope(work, flow);
  const stencil = stencilName(work.template, flow);
  const { characteristics, kept } = shapeValues(work, flow, "flow");
  work.draft.flows.set(idOf(work, flow.key), {
    title: titleOf(work, flow, describe(flow)), from: idOf(work, from.key), to: idOf(work, to.key),
    protocol: stencil === undefined ? undefined : protocolOf(stencil), "out-of-scope": scope.reason,
    ...characteristics, ...crossed(work, flow), sources: sourcesOf(flow),
    ...extended({ ...kept, ...scope.kept }),
  });
  settleLayout(work.intake, flow);
}

/** The stencils of the boundaries that its line meets, each once. */
function crossed(work: Tm7Work, flow: Shape): Readonly<Record<string, readonly string[]>> {
  const { template } = work;
  if (template === undefined) return {};
  const words = (work.crossings.get(flow.key) ?? []).map((boundary) => template.words.stencils.get(stencilLine(template, boundary).at(-1) ?? ""));
  return { [template.words.keys.crosses]: [...new Set(words)].filter((word) => word !== undefined).sort() };
}

/** Open lines have no inside, so no boundary can come of them; the flows across them are named, so that a person can put one there. */
export function dropLine(work: Tm7Work, line: Shape, attached: readonly Attached[]): void {
  const across = attached.filter(({ flow }) => work.crossings.get(flow.key)?.includes(line) === true).map(({ flow }) => idOf(work, flow.key)).sort();
  lose(work.intake.account, {
    kind: "dropped", at: line.place.at, what: `${describe(line)} drawn ${across.length === 0 ? "across no flow" : `across ${excerpt(across.join(", "), 300)}`}`,
    why: `An open line has no inside. ${work.template === undefined ? "" : "That a flow's line meets it is carried, for the rules of the template. "}Put a boundary around what lies on one side of it.`,
  });
}
