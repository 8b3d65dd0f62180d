// Turns a model and its analysis into the graph of one picture.
import type { Analysis, ElementFacts, FlowFacts } from "@merlon/schema";
import type { Model, ModelBoundary, ModelElement, ModelFlow } from "@merlon/core";
import { oneLine } from "../../escape/visible.ts";
import { collapseBoundaries } from "./collapse.ts";
import { placeOf } from "./containment.ts";
import type { DiagramBoundary, DiagramElement, DiagramFlow, DiagramGraph, ThreatMark } from "./diagram-graph.ts";
import { isBoundaryView, isDataView, subjectOf } from "./diagram-view.ts";
import type { DiagramView } from "./diagram-view.ts";
import { highestClass, personalMark, threatKey, threatMarks } from "./marks.ts";
import type { ThreatMarks } from "./marks.ts";
import { hoistTags } from "./hoist-tags.ts";
import { selectionOf } from "./selection.ts";
import type { Selection } from "./selection.ts";

export interface DiagramOptions {
  /** Boundaries are collapsed, innermost first, until there are at most this many boxes. Default 300. */
  readonly limit?: number;
  /** Ids of boundaries to collapse in any case. */
  readonly collapsed?: readonly string[];
}

const defaultLimit = 300;

interface Context {
  readonly model: Model;
  readonly analysis: Analysis;
  readonly selection: Selection;
  readonly threats: ThreatMarks;
  readonly elementFacts: ReadonlyMap<string, ElementFacts>;
  readonly flowFacts: ReadonlyMap<string, FlowFacts>;
  /** Flow and boundary, with a space between. */
  readonly forbidden: ReadonlySet<string>;
}

export function diagramGraph(model: Model, analysis: Analysis, view: DiagramView, options: DiagramOptions = {}): DiagramGraph {
  const selection = selectionOf(model, analysis, view);
  const context: Context = {
    model, analysis, selection, threats: threatMarks(analysis),
    elementFacts: new Map(analysis.elements.map((facts) => [facts.id, facts])),
    flowFacts: new Map(analysis.flows.map((facts) => [facts.id, facts])),
    forbidden: new Set(analysis.crossings.filter((crossing) => crossing.forbidden).map(({ flow, boundary }) => `${flow} ${boundary}`)),
  };
  const graph: DiagramGraph = {
    view,
    model: { id: oneLine(model.header.id), title: titleOf({ id: model.header.id, title: model.header.title }) },
    heading: headingOf(view, model),
    ...hoistTags({
      elements: pick(model.elements, selection.elements).map((element) => diagramElement(element, context)),
      boundaries: pick(model.boundaries, selection.boundaries).map((boundary) => diagramBoundary(boundary, context)),
    }),
    flows: pick(model.flows, selection.flows)
      .filter((flow) => selection.elements.has(flow.from) && selection.elements.has(flow.to))
      .map((flow) => diagramFlow(flow, context)),
    ...withThreats(context.threats.get(isDataView(view) ? threatKey("data", subjectOf(view)) : threatKey("model", "model"))),
    notes: [],
  };
  return collapseBoundaries(graph, options.limit ?? defaultLimit, options.collapsed ?? []);
}

function pick<T extends { readonly id: string }>(all: ReadonlyMap<string, T>, wanted: ReadonlySet<string>): T[] {
  return [...all.values()].filter((item) => wanted.has(item.id)).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function headingOf(view: DiagramView, model: Model): string {
  if (isDataView(view)) return `Where ${titleIn(model.data, subjectOf(view))} goes`;
  if (isBoundaryView(view)) return `What crosses ${titleIn(model.boundaries, subjectOf(view))}`;
  return view === "personal-data" ? "Where personal data goes" : "Data flow diagram";
}

function diagramElement(element: ModelElement, context: Context): DiagramElement {
  const { model, elementFacts, selection } = context;
  const facts = elementFacts.get(element.id);
  const place = placeOf(element, model.boundaries);
  const note = noteOf(element, model);
  return {
    id: element.id, title: titleOf(element), shape: element.kind,
    ...(note === "" ? {} : { note }),
    ...(place.boundary === undefined ? {} : { boundary: place.boundary }),
    tags: place.tags.flatMap((id) => {
      const boundary = model.boundaries.get(id);
      return boundary === undefined ? [] : [{ id, title: titleOf(boundary), type: boundary.type }];
    }),
    sensitivity: facts === undefined
      ? "unknown"
      : highestClass([facts.classes.confidentiality, facts.classes.privacy].map((summary) => summary.value)),
    personal: personalMark(facts?.personal ?? [], context.analysis),
    ...withThreats(context.threats.get(threatKey("element", element.id))),
    outOfScope: element.outOfScope !== undefined,
    dimmed: selection.dimmed.has(element.id),
  };
}

function noteOf(element: ModelElement, model: Model): string {
  const type = element.type?.split(".").at(-1) ?? (element.kind === "external" ? element.actor : undefined) ?? "";
  const whole = element.partOf === undefined ? "" : `part of ${titleIn(model.elements, element.partOf)}`;
  return [oneLine(type).replaceAll("-", " "), whole].filter((part) => part !== "").join(", ");
}

function diagramBoundary(boundary: ModelBoundary, { model, selection, threats }: Context): DiagramBoundary {
  const rank = boundary.trust === undefined ? -1 : model.trustLevels.indexOf(boundary.trust);
  const parent = boundary.parent !== undefined && selection.boundaries.has(boundary.parent) ? boundary.parent : undefined;
  return {
    id: boundary.id, title: titleOf(boundary), type: boundary.type,
    ...(boundary.trust === undefined ? {} : { trust: boundary.trust }),
    ...(rank < 0 ? {} : { trustRank: model.trustLevels.length < 2 ? 0 : rank / (model.trustLevels.length - 1) }),
    ...(parent === undefined ? {} : { parent }),
    tags: [],
    ...withThreats(threats.get(threatKey("boundary", boundary.id))),
  };
}

function diagramFlow(flow: ModelFlow, context: Context): DiagramFlow {
  const { model, analysis, selection, flowFacts } = context;
  const facts = flowFacts.get(flow.id);
  const data = titlesOf(flow.carries, context);
  const response = titlesOf(flow.response, context);
  return {
    id: flow.id, title: titleOf(flow),
    plainTitle: flow.title === `${inWords(flow.from)} to ${inWords(flow.to)}`,
    from: flow.from, to: flow.to,
    ...(flow.protocol === undefined ? {} : { protocol: oneLine(flow.protocol.split(".").at(-1) ?? "") }),
    ...(data === undefined ? {} : { data }),
    ...(response === undefined ? {} : { response }),
    via: flow.via.map((id) => ({ id, title: titleIn(model.elements, id) })),
    crosses: (facts?.crosses ?? []).toSorted().map((id) => ({
      id, title: titleIn(model.boundaries, id),
      forbidden: context.forbidden.has(`${flow.id} ${id}`),
    })),
    encrypted: facts?.encrypted ?? "unknown",
    sensitivity: facts?.confidentiality.value ?? "unknown",
    personal: personalMark(facts?.personal ?? [], analysis),
    ...withThreats(context.threats.get(threatKey("flow", flow.id))),
    outOfScope: flow.outOfScope !== undefined,
    dimmed: selection.dimmed.has(flow.id),
    count: 1,
  };
}

function titlesOf(ids: readonly string[] | undefined, { model, selection }: Context): string[] | undefined {
  const shown = selection.data === undefined ? ids : ids?.filter((id) => selection.data?.has(id));
  return shown?.map((id) => titleIn(model.data, id));
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** One line without anything that acts on a screen; never empty. */
function titleOf({ id, title }: Titled): string {
  return oneLine(title) || oneLine(id) || "untitled";
}

function titleIn(all: ReadonlyMap<string, Titled>, id: string): string {
  return titleOf(all.get(id) ?? { id, title: "" });
}

function inWords(id: string): string {
  return id.replaceAll("-", " ");
}

function withThreats(threats: ThreatMark | undefined): { readonly threats?: ThreatMark } {
  return threats === undefined ? {} : { threats };
}
