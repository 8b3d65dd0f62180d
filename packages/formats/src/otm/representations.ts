// Diagrams to views with the positions of the elements; what points into code is kept, except for the code itself.
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { takeLine, takeMap, takeMaps, takeNumber } from "../foreign/intake.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { isBlank, isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { centre, holdsRect } from "../geometry.ts";
import type { Point, Rect } from "../geometry.ts";
import { shortId } from "../ids/short-id.ts";
import { titleId } from "../ids/slug.ts";
import type { Item } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";
import { extended, idIn, keepIt } from "./otm-work.ts";
import type { OtmWork } from "./otm-work.ts";

/** Where things stand on one diagram, as the file has it. */
type Drawing = ReadonlyMap<Item, Rect>;

export interface Drawn {
  /** By the id of the diagram. */
  readonly drawings: ReadonlyMap<string, Drawing>;
  /** What points into code, by component. */
  readonly codeOf: ReadonlyMap<Item, readonly unknown[]>;
}

export function readDrawn(work: OtmWork): Drawn {
  const drawings = new Map<string, Map<Item, Rect>>();
  const codeOf = new Map<Item, unknown[]>();
  for (const list of [work.lists.trustZones, work.lists.components]) {
    for (const item of list.items) readEntries(work, item, drawings, codeOf);
  }
  return { drawings, codeOf };
}

function readEntries(work: OtmWork, item: Item, drawings: Map<string, Map<Item, Rect>>, codeOf: Map<Item, unknown[]>): void {
  const { intake } = work;
  for (const place of takeMaps(intake, item.place, "representations")) {
    const diagram = takeLine(intake, place, "representation") ?? "";
    const position = takeMap(intake, place, "position");
    if (position === undefined) {
      codeOf.set(item, [...(codeOf.get(item) ?? []), keepEntry(work, item, place)]);
      continue;
    }
    const [x, y] = [takeNumber(intake, position, "x"), takeNumber(intake, position, "y")];
    const [width, height] = [lengthOf(under(place, "size", "width").value), lengthOf(under(place, "size", "height").value)];
    for (const key of ["id", "name", "size", "attributes"]) settleAs(intake.account, "layout", under(place, key).at);
    if (x === undefined || y === undefined) continue;
    const drawing = drawings.get(diagram) ?? new Map<Item, Rect>();
    drawings.set(diagram, drawing.set(item, { x, y, width, height }));
  }
}

function lengthOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

function keepEntry(work: OtmWork, item: Item, place: Place): unknown {
  lose(work.intake.account, { kind: "kept", at: place.at, what: `where "${excerpt(item.name)}" is found in code`, why: "It has no counterpart; it stands under `x-otm`." });
  if (!isMap(place.value)) return place.value;
  const snippet = under(place, "codeSnippet");
  if (!isBlank(snippet.value)) loseEach(work.intake.account, { kind: "dropped", at: snippet.at, what: "a piece of code", why: "Code does not belong in a model; file and line are kept." });
  return Object.fromEntries(Object.entries(place.value).filter(([key, value]) => key !== "codeSnippet" && !isBlank(value)));
}

/** Views for the diagrams that show elements; the other representations are returned, to be kept as they are. */
export function putViews(work: OtmWork, { drawings }: Drawn): readonly unknown[] {
  const { items } = work.lists.representations;
  for (const [id, drawing] of drawings) if (!items.some((item) => item.id === id)) dropDrawing(work, id, drawing);
  return items.flatMap((item) => {
    const drawing = drawings.get(item.id);
    const shown = work.lists.components.items.filter((component) => drawing?.has(component) === true);
    if (drawing === undefined || shown.length === 0) return [keepRepresentation(work, item)];
    putView(work, item, drawing, shown);
    return [];
  });
}

function putView(work: OtmWork, item: Item, drawing: Drawing, shown: readonly Item[]): void {
  const placeOf = positionsOf(work, item, drawing, shown);
  const positions = shown.map((component) => [idIn(work, "elements", component.key), placeOf(component)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  settleAs(work.intake.account, "carried", under(item.place, "type").at);
  settleAs(work.intake.account, "layout", under(item.place, "size").at);
  const id = titleId(item.name, "diagram") ?? "diagram";
  work.draft.views.set(work.draft.views.has(id) ? `${id}-${shortId(item.key)}`.slice(0, 63) : id, {
    title: item.name === "" ? undefined : item.name,
    shows: "dfd",
    positions: Object.fromEntries(positions),
    ...extended({ description: keepIt(work, item.place, "description", "the description of a diagram"), attributes: keepIt(work, item.place, "attributes") }),
  });
}

/** The standard measures from the diagram's corner, StartLeft from the parent's; whichever keeps everything inside its parent is meant. */
function positionsOf(work: OtmWork, item: Item, drawing: Drawing, shown: readonly Item[]): (component: Item) => Point {
  const boxes = shown.flatMap((component) => {
    const box = parentOn(work, drawing, component);
    const own = drawing.get(component);
    return box === undefined || own === undefined ? [] : [{ own, box: drawing.get(box) ?? own }];
  });
  const asWritten = boxes.every(({ own, box }) => holdsRect(box, own));
  const inParent = !asWritten && boxes.every(({ own, box }) => holdsRect({ ...box, x: 0, y: 0 }, own));
  if (inParent) {
    lose(work.intake.account, { kind: "guessed", claims: false, at: item.place.at, what: `positions on ${describeItem("representations", item)} are measured from the parent's corner`, why: "Only so everything lies inside its parent." });
  }
  return (component) => {
    const { x, y } = centre(drawing.get(component) ?? { x: 0, y: 0, width: 0, height: 0 });
    const corner = inParent ? cornerOf(work, drawing, parentOn(work, drawing, component)) : { x: 0, y: 0 };
    return { x: Math.round(x + corner.x), y: Math.round(y + corner.y) };
  };
}

/** The nearest thing around an item that stands on the same diagram. */
function parentOn(work: OtmWork, drawing: Drawing, item: Item): Item | undefined {
  const { componentOf, zoneOf, outerOf } = work.parents;
  const isZone = work.lists.trustZones.items.includes(item);
  let at = isZone ? outerOf.get(item.key) : (componentOf.get(item.key) ?? zoneOf.get(item.key));
  for (let steps = 0; at !== undefined && !drawing.has(at) && steps < 100; steps++) {
    at = work.lists.trustZones.items.includes(at) ? outerOf.get(at.key) : (componentOf.get(at.key) ?? zoneOf.get(at.key));
  }
  return at;
}

function cornerOf(work: OtmWork, drawing: Drawing, box: Item | undefined): Point {
  let corner = { x: 0, y: 0 };
  for (let at = box, steps = 0; at !== undefined && steps < 100; at = parentOn(work, drawing, at), steps++) {
    const rect = drawing.get(at);
    if (rect !== undefined) corner = { x: corner.x + rect.x, y: corner.y + rect.y };
  }
  return corner;
}

function keepRepresentation(work: OtmWork, item: Item): unknown {
  lose(work.intake.account, { kind: "kept", at: item.place.at, what: describeItem("representations", item), why: "It shows no element; it stands under `x-otm` of the model." });
  return item.place.value;
}

function dropDrawing(work: OtmWork, id: string, drawing: Drawing): void {
  const [first] = drawing.keys();
  lose(work.intake.account, { kind: "dropped", claims: false, at: first?.place.at ?? "", what: `positions of ${drawing.size} objects on the representation \`${id}\``, why: "The file has no such representation." });
}

/** Addresses of the code's repositories, for the links of the model. */
export function repositoryLinks(work: OtmWork): readonly { readonly title?: string; readonly url: string }[] {
  return work.lists.representations.items.flatMap((item) => {
    const repository = takeMap(work.intake, item.place, "repository");
    const url = repository === undefined ? undefined : takeLine(work.intake, repository, "url");
    return url === undefined ? [] : [{ ...(item.name === "" ? {} : { title: item.name }), url }];
  });
}
