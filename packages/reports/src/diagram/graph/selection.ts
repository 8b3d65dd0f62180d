// Which elements, flows and boundaries a view shows.
import type { Analysis, FlowFacts } from "@merlon/schema";
import type { Model } from "@merlon/core";
import { enclosing, placeOf } from "./containment.ts";
import { isBoundaryView, isDataView, subjectOf } from "./diagram-view.ts";
import type { DiagramView } from "./diagram-view.ts";

export interface Selection {
  readonly elements: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  readonly boundaries: ReadonlySet<string>;
  /** Shown, but only as context. */
  readonly dimmed: ReadonlySet<string>;
  /** When present, only these data are named on flows. */
  readonly data?: ReadonlySet<string>;
}

export function selectionOf(model: Model, analysis: Analysis, view: DiagramView): Selection {
  if (view === "personal-data") return personalSelection(model, analysis);
  if (isDataView(view)) return dataSelection(model, analysis, withParts(subjectOf(view), model));
  if (isBoundaryView(view)) return boundarySelection(model, analysis, subjectOf(view));
  return {
    elements: new Set(model.elements.keys()), flows: new Set(model.flows.keys()),
    boundaries: new Set(drawnOrEmpty(model)), dimmed: new Set(),
  };
}

function personalSelection(model: Model, analysis: Analysis): Selection {
  const personal = analysis.data.filter((data) => data.personal === "yes").map((data) => data.data);
  const found = [...analysis.elements, ...analysis.flows].flatMap((facts) => facts.personal);
  return dataSelection(model, analysis, new Set([...personal, ...found]));
}

/** Elements that hold or handle the data, flows that carry it and what encloses them; everything else is left out. */
function dataSelection(model: Model, analysis: Analysis, data: ReadonlySet<string>): Selection {
  const placements = analysis.data.filter((placement) => data.has(placement.data));
  const carrying = analysis.flows.filter((flow) => carried(flow).some((id) => data.has(id))).map((flow) => flow.id);
  const flows = new Set([...carrying, ...placements.flatMap((placement) => placement.flows)].filter((id) => model.flows.has(id)));
  const present = analysis.elements.filter((element) => element.data.some((id) => data.has(id))).map((element) => element.id);
  const elements = new Set([
    ...present, ...placements.flatMap((placement) => [...placement.heldBy, ...placement.handledBy]), ...endsOf(model, flows),
  ].filter((id) => model.elements.has(id)));
  return { elements, flows, boundaries: enclosingAll(model, elements), dimmed: new Set(), data };
}

/** The members, what crosses the boundary and the other ends. Flows that stay inside are context. */
function boundarySelection(model: Model, analysis: Analysis, id: string): Selection {
  const members = new Set(analysis.boundaries.find((boundary) => boundary.id === id)?.members ?? []);
  const crossing = analysis.flows.filter((flow) => flow.crosses.includes(id)).map((flow) => flow.id);
  const inside = [...model.flows.values()].filter((flow) => members.has(flow.from) && members.has(flow.to)).map((flow) => flow.id);
  const elements = new Set([...members, ...endsOf(model, crossing)].filter((end) => model.elements.has(end)));
  const ends = new Set(endsOf(model, crossing));
  const nested = [...model.boundaries.keys()].filter((other) => enclosing(other, model.boundaries).includes(id));
  return {
    elements, flows: new Set([...crossing, ...inside].filter((flow) => model.flows.has(flow))),
    boundaries: new Set([...enclosingAll(model, elements), ...nested, ...enclosing(id, model.boundaries)]),
    dimmed: new Set([...inside, ...[...members].filter((member) => !ends.has(member))]),
  };
}

function carried(flow: FlowFacts): readonly string[] {
  return [flow.carries, flow.response].flatMap((data) => (data === "unknown" ? [] : data));
}

function endsOf(model: Model, flows: Iterable<string>): string[] {
  return [...flows].flatMap((id) => {
    const flow = model.flows.get(id);
    return flow === undefined ? [] : [flow.from, flow.to];
  });
}

function enclosingAll(model: Model, elements: Iterable<string>): Set<string> {
  return new Set([...elements].flatMap((id) => {
    const element = model.elements.get(id);
    return element === undefined ? [] : enclosing(placeOf(element, model.boundaries).boundary, model.boundaries);
  }));
}

/** Boundaries around a drawn element, and those with nothing in them at all; one that is only a tag gets no outline. */
function drawnOrEmpty(model: Model): string[] {
  const drawn = enclosingAll(model, model.elements.keys());
  const stated = new Set([...model.elements.values()].flatMap((element) =>
    element.in.flatMap((id) => enclosing(id, model.boundaries))));
  const empty = [...model.boundaries.keys()].filter((id) => !stated.has(id));
  return [...drawn, ...empty.flatMap((id) => enclosing(id, model.boundaries))];
}

/** A kind of data with everything that is stated to be part of it. */
function withParts(id: string, model: Model): Set<string> {
  const found = new Set([id]);
  for (const part of found) {
    for (const data of model.data.values()) if (data["part-of"] === part) found.add(data.id);
  }
  return found;
}
