// Where people put the elements: one view per diagram, in case somebody wants the old picture back.
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeText } from "../foreign/intake.ts";
import { isBlank, under } from "../foreign/place.ts";
import { slug, titleId } from "../ids/slug.ts";
import { keep } from "../keep.ts";
import type { Cell, Diagram } from "./cells.ts";
import { extended, idOf, system } from "./dragon-work.ts";
import type { DragonWork } from "./dragon-work.ts";
import { centre } from "../geometry.ts";
import { isElement } from "./shapes.ts";

export function putView(work: DragonWork, diagram: Diagram, cells: readonly Cell[]): void {
  const { account } = work.intake;
  for (const key of ["thumbnail", "placeholder", "version"]) settleAs(account, "layout", under(diagram.place, key).at);
  const elements = cells.filter((cell) => isElement(cell.shape));
  if (elements.length === 0) return dropDiagram(work, diagram);
  const positions = elements.flatMap((cell) => {
    if (cell.rect === undefined) return [];
    settleAs(account, "carried", under(cell.place, "position").at);
    const { x, y } = centre(cell.rect);
    return [[idOf(work, cell.key), { x: Math.round(x), y: Math.round(y) }] as const];
  });
  work.draft.views.set(viewId(work, diagram), {
    title: diagram.title === "" ? undefined : diagram.title,
    shows: "dfd",
    positions: Object.fromEntries([...positions].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...extended({
      diagramType: keep(work.intake, diagram.place, "diagramType", { system, what: "the method of a diagram" }),
      description: keepText(work, diagram),
    }),
  });
}

function dropDiagram(work: DragonWork, diagram: Diagram): void {
  lose(work.intake.account, { kind: "dropped", at: under(diagram.place, "title").at, what: `the diagram "${excerpt(diagram.title)}"`, why: "It shows no element." });
  for (const key of ["id", "description", "diagramType"]) {
    const place = under(diagram.place, key);
    if (!isBlank(place.value)) loseEach(work.intake.account, { kind: "dropped", at: place.at, what: `\`${key}\` of a diagram`, why: "The diagram shows no element." });
  }
}

function keepText(work: DragonWork, diagram: Diagram): string | undefined {
  const text = takeText(work.intake, diagram.place, "description");
  if (text === undefined) return undefined;
  loseEach(work.intake.account, { kind: "kept", at: under(diagram.place, "description").at, what: "the description of a diagram", why: "It has no counterpart; it stands under `x-threat-dragon` of the view." });
  return text;
}

/** Views have names of their own, apart from the ids of the model's objects. */
function viewId(work: DragonWork, diagram: Diagram): string {
  const title = titleId(diagram.title, "diagram") ?? "diagram";
  if (!work.draft.views.has(title)) return title;
  const key = slug(diagram.key);
  return work.draft.views.has(`${title}-${key}`) ? `${title}-${key}-${work.draft.views.size}` : `${title}-${key}`;
}
