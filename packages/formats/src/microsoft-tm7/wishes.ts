// Which ids the objects of a Microsoft model would like: their titles, flows and threats also by what they connect or are about.
import { joinIds, slug, titleId } from "../ids/slug.ts";
import type { IdWish } from "../ids/assign-ids.ts";
import type { Attached } from "./flows.ts";
import { isElement, kindWords } from "./shapes.ts";
import type { Shape } from "./shapes.ts";
import type { WrittenThreat } from "./written-threats.ts";

/** Elements first, then boundaries, flows and threats: of two objects with one title the one that people speak of most has the plain id. */
export function idWishes(shapes: readonly Shape[], flows: readonly Attached[], threats: readonly WrittenThreat[]): readonly (readonly IdWish[])[] {
  return [
    shapes.filter(({ kind }) => isElement(kind)).map((shape) => shapeWish(shape, "elements")),
    shapes.filter(({ kind }) => kind === "box").map((shape) => shapeWish(shape, "boundaries")),
    flows.map(flowWish),
    threats.map(threatWish),
  ];
}

function shapeWish(shape: Shape, map: "elements" | "boundaries"): IdWish {
  const kind = kindWords[shape.kind];
  const title = titleId(shape.name, kind);
  return { key: shape.key, map, sources: shape.sources, kind, names: () => (title === undefined ? [] : [title, joinIds(title, kind)]) };
}

/** A flow that is called after its stencil says more by where it goes. */
function flowWish({ flow, from, to }: Attached): IdWish {
  return {
    key: flow.key, map: "flows", sources: flow.sources, kind: "flow",
    names: (ids) => {
      const ends = joinIds(cutEnd(ids.get(from.key)), `to-${cutEnd(ids.get(to.key))}`);
      const title = titleId(flow.name, "flow");
      if (title === undefined) return [ends];
      return flow.name === flow.properties[0]?.title ? [ends, title] : [title, ends];
    },
  };
}

function threatWish(threat: WrittenThreat): IdWish {
  return {
    key: threat.key, map: "threats", sources: threat.sources, kind: "threat",
    names: (ids) => {
      const title = titleId(threat.title, "threat") ?? "threat";
      const target = threat.about === undefined ? undefined : ids.get(threat.about.key);
      return target === undefined ? [title] : [title, joinIds(title, `at-${cutEnd(target)}`)];
    },
  };
}

/** Room for two ids and a word between them. */
function cutEnd(id: string | undefined): string {
  return slug(id ?? "nothing", 28);
}
