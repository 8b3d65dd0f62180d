// Services and external entities to elements. The format is closed in what it annotates: a service without an annotation does not have what it stands for.
import type { DraftObject } from "../document-draft.ts";
import { duties, externalTypes, outsideToo, products, serviceFaults, serviceFlags, serviceTypes, storeTypes, understood } from "./annotations.ts";
import type { Box, Diagram } from "./entries.ts";
import { flagOf, guess, idOf, keepRest, sourcesOf, stated } from "./microsecend-work.ts";
import type { MicrosecendWork } from "./microsecend-work.ts";

export function putElements(work: MicrosecendWork): void {
  const isEntryPoint = entryPoints(work.diagram);
  for (const box of work.diagram.boxes) work.draft.elements.set(idOf(work, box), box.isExternal ? external(work, box) : service(work, box, isEntryPoint(box)));
}

/** JSON files mark entry points, and then all of them; the text notation shows them only by the users' flows. */
function entryPoints({ boxes, arrows }: Diagram): (box: Box) => DraftObject {
  const marked = boxes.filter(({ isExternal, stereotypes }) => !isExternal && stereotypes.includes("entrypoint"));
  const called = arrows.filter(({ from }) => from.isExternal && from.stereotypes.includes("user_stereotype")).map(({ to }) => to);
  const [found, sign] = marked.length > 0 ? [new Set(marked), "entrypoint"] : [new Set(called), "flow from a user"];
  return (box) => (found.has(box) ? stated("yes", sign) : stated("no", `no ${sign}`));
}

function service(work: MicrosecendWork, box: Box, entryPoint: DraftObject): DraftObject {
  const [stereotype, general] = serviceTypes.find(([word]) => box.stereotypes.includes(word)) ?? [undefined, "service"];
  if (stereotype === undefined) guess(work, box, `\`${box.name}\` is a service`, "No annotation says what it is.");
  const isStore = storeTypes.has(general);
  const kept = keepRest(work, box, (word) => known[isStore ? "store" : "process"].has(word) || isProductTag(box, word, general));
  return {
    kind: isStore ? "store" : "process", type: specific(box, general), title: box.name,
    "microsecend.entry-point": entryPoint, ...flagsOf(box, isStore), ...(isStore ? {} : faultsOf(box)), "microsecend.duties": dutiesOf(box),
    sources: sourcesOf(box), ...kept,
  };
}

function external(work: MicrosecendWork, box: Box): DraftObject {
  const [stereotype, general] = externalType(box);
  if (stereotype === undefined) guess(work, box, `\`${box.name}\` is an outside system`, "No annotation says what it is.");
  const kept = keepRest(work, box, (word) => word === stereotype || word === "entrypoint" || word === "exitpoint" || isProductTag(box, word, general));
  return { kind: "external", type: specific(box, general), title: box.name, sources: sourcesOf(box), ...kept };
}

function externalType({ stereotypes }: Box): readonly [stereotype: string | undefined, type: string] {
  const own = Object.entries(externalTypes).find(([word]) => stereotypes.includes(word));
  return own ?? serviceTypes.find(([word, type]) => outsideToo.has(type) && stereotypes.includes(word)) ?? [undefined, "external"];
}

const always = [...serviceTypes.map(([word]) => word), ...Object.keys(duties), ...understood];

/** Annotations that a value stands for; of stores fewer. */
const known: Readonly<Record<"process" | "store", ReadonlySet<string>>> = {
  process: new Set([...always, ...serviceFlags.flatMap((flag) => flag.stereotypes), ...Object.keys(serviceFaults)]),
  store: new Set([...always, ...serviceFlags.filter(({ ofStores }) => ofStores).flatMap((flag) => flag.stereotypes)]),
};

/** A tagged value that names the product behind the type, and is carried by a more special type. */
function isProductTag(box: Box, key: string, general: string | undefined): boolean {
  const product = productOf(box, key);
  return general !== undefined && product !== undefined && product.startsWith(`${general}.`);
}

function productOf(box: Box, key: string): string | undefined {
  const value = box.tags.find((tag) => tag.key === key)?.value.toLowerCase();
  return value === undefined || !Object.hasOwn(products, value) ? undefined : products[value];
}

function specific(box: Box, general: string): string {
  const found = box.tags.find(({ key }) => isProductTag(box, key, general));
  return (found && productOf(box, found.key)) ?? general;
}

function flagsOf(box: Box, isStore: boolean): DraftObject {
  const flags = serviceFlags.filter(({ ofStores, only }) => (!isStore || ofStores) && (only === undefined || box.stereotypes.includes(only)));
  return Object.fromEntries(flags.map((flag) => [flag.key, flagOf(flag, box.stereotypes)]));
}

function faultsOf(box: Box): DraftObject {
  const found = Object.entries(serviceFaults).filter(([stereotype]) => box.stereotypes.includes(stereotype));
  return Object.fromEntries(found.map(([stereotype, [key, value]]) => [key, stated(value, stereotype)]));
}

function dutiesOf(box: Box): DraftObject {
  const found = box.stereotypes.filter((stereotype) => duties[stereotype] !== undefined);
  return stated([...new Set(found.flatMap((stereotype) => duties[stereotype] ?? []))].sort(), found.length === 0 ? "none annotated" : found.join(", "));
}
