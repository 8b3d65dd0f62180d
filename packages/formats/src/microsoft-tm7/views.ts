// Where people put the elements: one view per surface, in case somebody wants the old picture back.
import { lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { centre } from "../geometry.ts";
import { titleId, joinIds } from "../ids/slug.ts";
import { shortId } from "../ids/short-id.ts";
import { isElement } from "./shapes.ts";
import type { Surface } from "./shapes.ts";
import { idOf } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";

export function putView(work: Tm7Work, surface: Surface): void {
  const elements = work.shapes.filter((shape) => shape.surface === surface && isElement(shape.kind));
  if (elements.length === 0) {
    return lose(work.intake.account, { kind: "dropped", at: surface.place.at, what: `the surface "${excerpt(surface.title)}"`, why: "It shows no element.", claims: false });
  }
  const positions = elements.flatMap((shape) => {
    if (shape.rect === undefined) return [];
    const { x, y } = centre(shape.rect);
    return [[idOf(work, shape.key), { x: Math.round(x), y: Math.round(y) }] as const];
  });
  work.draft.views.set(viewId(work, surface), {
    title: surface.title === "" ? undefined : surface.title, shows: "dfd",
    positions: Object.fromEntries([...positions].sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

/** Views have names of their own, apart from the ids of the model's objects. */
function viewId(work: Tm7Work, surface: Surface): string {
  const title = titleId(surface.title, "diagram") ?? "diagram";
  const marked = joinIds(title, shortId(surface.guid));
  return !work.draft.views.has(title) ? title : !work.draft.views.has(marked) ? marked : `${marked}-${work.draft.views.size}`;
}
