// Finds the layout that is easiest to read among those that pass the checks: Graphviz places, the flows are routed anew,
// and flows whose label has no room are made longer. When Graphviz fails, the grid takes over. Where people gave everything a
// place, Graphviz is not asked.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { routeFlows } from "../routing/route-flows.ts";
import { draftLayout } from "./draft-layout.ts";
import type { Draft, DraftInput, LayoutEngine } from "./draft-layout.ts";
import type { Box } from "./geometry.ts";
import { gridLayout } from "./grid-layout.ts";
import { layoutCost } from "./layout-cost.ts";
import type { DotSettings } from "./layout-dot.ts";
import { meetShapes } from "./meet-shapes.ts";
import { crampedCost } from "./place-labels.ts";
import { placeByHand } from "./place-by-hand.ts";
import type { Positions } from "./place-by-hand.ts";
import { placeTitle } from "./place-title.ts";
import type { Placement } from "./placement.ts";
import { sceneOf } from "./scene-of.ts";
import type { Scene } from "./scene.ts";
import { stretched } from "./stretch.ts";
import type { Stretch } from "./stretch.ts";
import { sizesOf } from "./sizes.ts";
import type { Sizes } from "./sizes.ts";

const choices: readonly DotSettings[] = [
  { splines: "ortho", rankdir: "TB", order: "forward" },
  { splines: "ortho", rankdir: "LR", order: "forward" },
];
/** Tried only when none of the ones above passed the checks. */
const otherChoices: readonly DotSettings[] = [
  { splines: "polyline", rankdir: "TB", order: "forward" },
  { splines: "polyline", rankdir: "LR", order: "forward" },
];

interface Effort {
  /** How many choices Graphviz lays out; one more turns the order of the best round. */
  readonly drafts: number;
  /** How many of those are routed to be compared. */
  readonly routed: number;
  /** How many ways of stretching it are tried when labels are cramped. */
  readonly stretches: number;
}

const stretches: readonly Stretch[] = [{ x: 1.2, y: 1.2 }, { x: 1.4, y: 1.4 }];

/** By the number of elements: large pictures take longer for each step. */
function effortFor(elements: number): Effort {
  if (elements <= 40) return { drafts: 3, routed: 2, stretches: 2 };
  return elements <= 120 ? { drafts: 3, routed: 1, stretches: 1 } : { drafts: 1, routed: 1, stretches: 0 };
}

export function layOut(graph: DiagramGraph, engine: LayoutEngine, positions?: Positions): Scene {
  const input = { graph, sizes: sizesOf(graph), engine };
  const effort = effortFor(graph.elements.length);
  const byHand = positions && placeByHand(graph, input.sizes, positions);
  if (byHand && "placement" in byHand) return withRoomForLabels(finish(byHand.placement, input), input, effort).scene;
  const drafts = draftsFor(effort.drafts, input);
  const tried = promising(drafts.length > 0 ? drafts : draftsOf(otherChoices, input), effort).map((draft) => finish(draft.placement, input));
  return withRoomForLabels(best(tried) ?? finish(gridLayout(graph, input.sizes), input), input, effort).scene;
}

function draftsFor(count: number, input: DraftInput): Draft[] {
  const drafts = draftsOf(choices.slice(0, count), input);
  const [first] = drafts;
  if (first === undefined || count <= choices.length) return drafts;
  return byCost([...drafts, ...draftsOf([{ ...first.settings, order: "backward" }], input)]);
}

function draftsOf(wanted: readonly DotSettings[], input: DraftInput): Draft[] {
  return byCost(wanted.map((settings) => draftLayout(settings, input)).filter((draft) => draft !== undefined));
}

function byCost(drafts: readonly Draft[]): Draft[] {
  return drafts.toSorted((a, b) => a.cost - b.cost);
}

/** Better routes do not save a draft that is far worse than the best. */
function promising(drafts: readonly Draft[], effort: Effort): Draft[] {
  const limit = 1.15 * (drafts[0]?.cost ?? 0);
  return drafts.filter((draft) => draft.cost <= limit).slice(0, effort.routed);
}

interface Trial {
  /** As it was before the flows were routed. */
  readonly placement: Placement;
  readonly scene: Scene;
  /** Lower is easier to read. */
  readonly score: number;
}

function finish(placement: Placement, { graph, sizes }: DraftInput): Trial {
  const routed = meetShapes(graph, routeFlows({ graph, placement, titles: probableTitles(graph, sizes, placement) }));
  const scene = sceneOf(graph, sizes, routed);
  return { placement, scene, score: layoutCost(graph, routed) + labelScore(scene) };
}

function best(trials: readonly Trial[]): Trial | undefined {
  return trials.toSorted((a, b) => a.score - b.score)[0];
}

/** Where titles stand when no line is in the way. */
function probableTitles(graph: DiagramGraph, sizes: Sizes, placement: Placement): Box[] {
  return graph.boundaries.flatMap(({ id }) => {
    const [box, label] = [placement.boundaries.get(id), sizes.boundaries.get(id)];
    return box === undefined || label === undefined ? [] : [placeTitle(box, label, [], [])];
  });
}

/** Below this the labels stand well enough. */
const littleCramped = 2;

/** What labels lose that stand on other lines, or found no room at all. */
function labelScore(scene: Scene): number {
  return scene.flows.reduce((sum, placed) => sum + (placed.number === undefined ? Math.max(0, placed.labelCost - crampedCost) / 20 : 40), 0);
}

/** Stretches the layout while labels are cramped and the picture becomes better for it. */
function withRoomForLabels(start: Trial, input: DraftInput, effort: Effort): Trial {
  let chosen = start;
  for (const by of stretches.slice(0, effort.stretches)) {
    if (labelScore(chosen.scene) < littleCramped) break;
    const wider = finish(stretched(input.graph, start.placement, by), input);
    if (wider.score < chosen.score) chosen = wider;
  }
  return chosen;
}
