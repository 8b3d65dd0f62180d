// Pictures with the places that people gave: drawn as they are, or refused with the reason.
import { expect, test } from "vitest";
import { diagramGraph } from "../graph/build-graph.ts";
import { pictureFaults } from "../testing/picture-faults.ts";
import { sampleSystem } from "../testing/sample-system.ts";
import { smallSample } from "../testing/samples.ts";
import { centreOf } from "./geometry.ts";
import { layOut } from "./lay-out.ts";
import { whyNotByHand, type Positions } from "./place-by-hand.ts";

function noEngine(): string {
  throw new Error("Graphviz was asked");
}

const { model, analysis } = smallSample();
const graph = diagramGraph(model, analysis, "dfd");
const positions: Positions = {
  "user": { x: 100, y: 60 }, "mail-provider": { x: 100, y: 250 }, "web": { x: 320, y: 60 }, "api": { x: 320, y: 250 }, "worker": { x: 560, y: 60 }, "notes": { x: 320, y: 480 }, "queue": { x: 560, y: 480 }, "backup": { x: 320, y: 640 },
};

test("[DOC-12] a view whose positions are complete is drawn with them, each boundary around what is in it", () => {
  expect(whyNotByHand(graph, positions)).toBeUndefined();
  const scene = layOut(graph, noEngine, positions);
  expect(pictureFaults(graph, scene)).toEqual([]);
  const middles = new Map(scene.elements.map(({ element, box }) => [element.id, centreOf(box)]));
  const spread = (middles.get("web")!.x - middles.get("user")!.x) / 220;
  expect(spread).toBeGreaterThanOrEqual(1);
  for (const [id, { x, y }] of Object.entries(positions)) {
    const [at, first] = [middles.get(id)!, middles.get("user")!];
    expect([at.x - first.x, (at.y - first.y) / (y - 60 || 1) > 0 || y === 60].map((value) => (typeof value === "number" ? Math.round(value) : value))).toEqual([Math.round((x - 100) * spread), true]);
  }
});

test("[DOC-12] positions that are not complete or contradict the boundaries are not used, and why is said", () => {
  const { backup: _, queue: __, ...some } = positions;
  expect([whyNotByHand(graph, some), whyNotByHand(graph, { ...positions, "mail-provider": { x: 600, y: -200 } }), whyNotByHand(graph, { ...positions, "mail-provider": { x: 9e9, y: 0 } }), whyNotByHand(graph, { ...positions, api: positions["web"]! })]).toEqual([
    "nobody gave a place to Backups and Reminders", "Web app would stand in Internet and is not in it", "the places are too far apart", "Notes API and Web app have the same place",
  ]);
});

test("[DOC-12] a boundary with nothing in it needs a place of its own", () => {
  const sample = sampleSystem({ id: "m", title: "M", boundaries: { net: {}, empty: {} }, elements: { a: { in: "net" } }, flows: {} });
  const tiny = diagramGraph(sample.model, sample.analysis, "dfd");
  expect([whyNotByHand(tiny, { a: { x: 0, y: 0 } }), whyNotByHand(tiny, { a: { x: 0, y: 0 }, empty: { x: 400, y: 0 } })]).toEqual(["nobody gave a place to empty", undefined]);
});
