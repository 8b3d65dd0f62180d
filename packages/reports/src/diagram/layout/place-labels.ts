// Puts a label at every flow so that none lies over a shape, a title, an arrowhead, a crossing mark or another label.
// PlacedLabels along each route are costed once against all that stands still; then the labels with the least choice go first.
import type { Block } from "../text/block.ts";
import { boxIndex } from "./box-index.ts";
import type { BoxIndex } from "./box-index.ts";
import { boundsOf, clip, coveredLength, distance, holdsPoint, inflate, nearestIn, overlap, pointAt, segmentsOf } from "./geometry.ts";
import type { Box, Point, Route, Segment } from "./geometry.ts";

export interface LabelRequest {
  readonly id: string;
  readonly route: Route;
  /** The preferred one first. */
  readonly variants: readonly Block[];
}

export interface LabelSurroundings {
  /** Nothing may be written over these. */
  readonly obstacles: readonly Box[];
  /** Outlines that a label should not cover. */
  readonly outlines: readonly Box[];
}

export interface PlacedLabel {
  readonly label: Block;
  readonly box: Box;
  /** How badly it stands: above `crampedCost` it covers other lines or outlines. */
  readonly cost: number;
  /** Set when it stands away from its line: the point of the line that it belongs to. */
  readonly anchor?: Point;
}

export const crampedCost = 45;

const step = 11;
const clearance = 2;
const passes = 6;
/** On the line and beside it. */
const nearSides = [0, -1, 1];
/** Two places further away on each side, tied to the line by a leader. */
const farSides = [-2, 2, -3, 3];
/** With this many good places near the line nobody looks further away. */
const enoughGood = 12;
const leaderStep = 26;
const price = { foreignLine: 1, outline: 2.5, beside: 5, leader: 18, leaderCrossing: 25, ownBend: 10, offCentre: 14, variant: 4 };

/** Labels by id; a request without room is not in the result. */
export function placeLabels(requests: readonly LabelRequest[], surroundings: LabelSurroundings): Map<string, PlacedLabel> {
  const index = surroundingsIndex(requests, surroundings);
  const choices = new Map(requests.map((request) => [request.id, candidatesOf(request, index)]));
  let order = requests.map((request) => request.id)
    .toSorted((a, b) => (choices.get(a)?.length ?? 0) - (choices.get(b)?.length ?? 0) || (a < b ? -1 : 1));
  let best = new Map<string, PlacedLabel>();
  for (let pass = 0; pass < passes; pass++) {
    const placed = placeInOrder(order, choices);
    if (placed.size > best.size || pass === 0) best = placed;
    const failed = order.filter((id) => !placed.has(id));
    if (failed.length === 0) break;
    order = [...failed, ...order.filter((id) => placed.has(id))];
  }
  return best;
}

function placeInOrder(order: readonly string[], choices: ReadonlyMap<string, readonly PlacedLabel[]>): Map<string, PlacedLabel> {
  const placed = new Map<string, PlacedLabel>();
  const taken = boxIndex<Box>();
  for (const id of order) {
    const free = choices.get(id)?.find((candidate) => coveredBy(candidate).every((part) => {
      const around = inflate(part, clearance);
      return !taken.near(around).some((other) => overlap(around, other));
    }));
    if (free === undefined) continue;
    placed.set(id, free);
    for (const part of coveredBy(free)) taken.add(part, part);
  }
  return placed;
}

/** The label and its leader. */
function coveredBy({ box, anchor }: PlacedLabel): Box[] {
  return anchor === undefined ? [box] : [box, leaderBox(anchor, box)];
}

function leaderBox(anchor: Point, box: Box): Box {
  return boundsOf([{ ...anchor, width: 0, height: 0 }, { ...nearestIn(box, anchor), width: 0, height: 0 }]);
}

interface Surroundings {
  readonly obstacles: BoxIndex<Box>;
  readonly lines: BoxIndex<{ readonly owner: string; readonly segment: Segment }>;
}

const outlineOwner = " outline";

function surroundingsIndex(requests: readonly LabelRequest[], { obstacles, outlines }: LabelSurroundings): Surroundings {
  const index: Surroundings = { obstacles: boxIndex(), lines: boxIndex() };
  for (const box of obstacles) index.obstacles.add(box, box);
  for (const { id, route } of requests) {
    for (const segment of segmentsOf(route)) index.lines.add(boxAround(segment), { owner: id, segment });
  }
  for (const box of outlines) {
    for (const segment of segmentsOf(cornersOf(box))) index.lines.add(boxAround(segment), { owner: outlineOwner, segment });
  }
  return index;
}

/** Everything that meets no obstacle, cheapest first. Places away from the line only when none near it is good. */
function candidatesOf(request: LabelRequest, index: Surroundings): PlacedLabel[] {
  const near = candidatesOn(nearSides, request, index);
  const good = near.filter((candidate) => candidate.cost < crampedCost).length;
  const all = good >= enoughGood ? near : [...near, ...candidatesOn(farSides, request, index)];
  return all.toSorted((a, b) => a.cost - b.cost || a.box.y - b.box.y || a.box.x - b.box.x);
}

function candidatesOn(sides: readonly number[], request: LabelRequest, index: Surroundings): PlacedLabel[] {
  const candidates: PlacedLabel[] = [];
  const segments = segmentsOf(request.route);
  const total = segments.reduce((sum, segment) => sum + distance(segment.from, segment.to), 0);
  let before = 0;
  for (const segment of segments) {
    const length = distance(segment.from, segment.to);
    const stops = 2 * Math.floor(length / (2 * step)) + 1;
    for (let i = 0; i < stops; i++) {
      const t = (i + 0.5) / stops;
      const offCentre = Math.abs((before + t * length) / total - 0.5) * price.offCentre;
      candidatesAt({ segment, t, offCentre, sides }, request, index, candidates);
    }
    before += length;
  }
  return candidates;
}

interface Stop {
  readonly segment: Segment;
  /** Where on the segment, from 0 to 1. */
  readonly t: number;
  readonly offCentre: number;
  readonly sides: readonly number[];
}

function candidatesAt({ segment, t, offCentre, sides }: Stop, request: LabelRequest, index: Surroundings, found: PlacedLabel[]): void {
  const centre = pointAt(segment, t);
  const level = Math.abs(segment.to.x - segment.from.x) >= Math.abs(segment.to.y - segment.from.y);
  request.variants.forEach((label, variant) => {
    const [width, height] = [label.width + 4, label.height + 2];
    for (const side of sides) {
      const away = side === 0 ? 0 : Math.sign(side) * ((level ? height : width) / 2 + 3 + (Math.abs(side) - 1) * leaderStep);
      const box = { x: centre.x + (level ? 0 : away) - width / 2, y: centre.y + (level ? away : 0) - height / 2, width, height };
      const around = inflate(box, clearance);
      if (index.obstacles.near(around).some((other) => overlap(around, other))) continue;
      const far = Math.abs(side) > 1;
      const leader = far ? leaderCost(centre, box, request.id, index) : 0;
      const cost = offCentre + variant * price.variant + Math.abs(side) * price.beside + leader
        + bendsIn(box, request.route) * price.ownBend + linesCost(box, request.id, index);
      if (leader < Infinity) found.push(far ? { label, box, cost, anchor: centre } : { label, box, cost });
    }
  });
}

/** A leader may not run through anything that stands still; each line it crosses makes it harder to follow. */
function leaderCost(anchor: Point, box: Box, id: string, index: Surroundings): number {
  const leader = leaderBox(anchor, box);
  if (index.obstacles.near(leader).some((other) => overlap(inflate(leader, 1), other))) return Infinity;
  const crossed = index.lines.near(leader).filter(({ owner, segment }) => owner !== id && clip(segment, leader) !== null).length;
  return price.leader + crossed * price.leaderCrossing + distance(anchor, nearestIn(box, anchor)) / 4;
}

/** Corners of its own line that a label would hide. */
function bendsIn(box: Box, route: Route): number {
  return route.slice(1, -1).filter((point) => holdsPoint(box, point)).length;
}

function linesCost(box: Box, id: string, index: Surroundings): number {
  const around = inflate(box, clearance + 1);
  let cost = 0;
  for (const { owner, segment } of index.lines.near(around)) {
    if (owner === id) continue;
    cost += coveredLength(segment, around) * (owner === outlineOwner ? price.outline : price.foreignLine);
  }
  return cost;
}

function boxAround({ from, to }: Segment): Box {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
}

function cornersOf({ x, y, width, height }: Box): Route {
  return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }, { x, y }];
}
