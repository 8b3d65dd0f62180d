// Which ids the entries of a diagram would like: their names, and for flows what they connect.
import type { IdWish } from "../ids/assign-ids.ts";
import { joinIds, slug, titleId } from "../ids/slug.ts";
import type { Arrow, Box, Diagram } from "./entries.ts";

export function idWishes({ boxes, arrows }: Diagram): readonly (readonly IdWish[])[] {
  return [boxes.map(boxWish), arrows.map(arrowWish)];
}

function boxWish({ key, name, isExternal }: Box): IdWish {
  const kind = isExternal ? "external" : "service";
  const title = titleId(name, kind);
  return { key, map: "elements", sources: [key], kind, names: () => (title === undefined ? [] : [title, joinIds(title, kind)]) };
}

function arrowWish({ key, from, to }: Arrow): IdWish {
  return {
    key, map: "flows", sources: [key], kind: "flow",
    names: (ids) => [joinIds(slug(ids.get(from.key) ?? "", 28), `to-${slug(ids.get(to.key) ?? "", 28)}`)],
  };
}
