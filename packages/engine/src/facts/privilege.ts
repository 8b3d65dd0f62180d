// Privilege reach: what the credentials at an element open, and what opens an element (data `credential.opens`).
import { dataAt } from "./data-at.ts";
import type { FactBase, SharedTable } from "./fact-base.ts";
import { between, ends } from "./fact.ts";
import { holdersOf, openersOf, opensOf } from "./openers.ts";
import { MOST_INPUTS, openPlaces } from "./open-places.ts";
import type { DataSubject, ElementSubject, Fact, Input } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";
import { ofModel, sameList, sharedTable } from "./shared-table.ts";

const NONE = 0;
const ALL = PRIVILEGES.length - 1;

/** The highest privilege anywhere that credentials present here give. */
export function heldPrivilege(element: ElementSubject, base: FactBase): Fact {
  const here = dataAt(element, base);
  let low = NONE;
  const inputs: Input[] = [...here.missing];
  for (const data of here.data) {
    const opens = opensOf(data, base);
    if (!opens) inputs.push({ subject: data, key: "opens" });
    else for (const one of opens) low = Math.max(low, PRIVILEGES.indexOf(one.as));
  }
  return between(PRIVILEGES, low, inputs.length > 0 ? ALL : low, inputs);
}

/** The highest privilege that some credential of the model gives at this element. */
export function openedPrivilege(element: ElementSubject, base: FactBase): Fact {
  const { byElement, unsaid } = openersOf(base);
  const low = (byElement.get(element.id) ?? []).reduce((most, { privilege }) => Math.max(most, privilege), NONE);
  return between(PRIVILEGES, low, unsaid.length > 0 ? ALL : low, asking(unsaid));
}

/** The highest privilege that credentials give here which are present at an element (ours) of lower trust. */
export function openedByLowerTrust(element: ElementSubject, base: FactBase): Fact {
  const trust = base.fact(element, "trust");
  const here = ends(base.model.trustLevels, trust);
  const unsaid = unsaidBelow(here, base);
  const inputs: Input[] = [...asking(unsaid)];
  let low = NONE;
  let high = unsaid.length > 0 ? ALL : NONE;
  for (const { data, privilege } of openersOf(base).byElement.get(element.id) ?? []) {
    const below = isBelow(data, here, base, element);
    if (below.is === "no") continue;
    high = Math.max(high, privilege);
    if (below.is === "yes") low = Math.max(low, privilege);
    else inputs.push(...below.inputs, ...trust.inputs);
  }
  return between(PRIVILEGES, low, high, inputs);
}

/** Least and greatest place in the trust levels. */
interface Range { readonly low: number; readonly high: number }
interface Below { readonly is: "yes" | "no" | "unknown"; readonly inputs: readonly Input[] }

/** Whether a credential is at an element that is trusted less than this range. */
function isBelow(data: DataSubject, here: Range, base: FactBase, except?: ElementSubject): Below {
  const inputs: Input[] = [];
  let isOpen = false;
  for (const holder of holdersOf(data, base)) {
    if (holder.first === except && !holder.isSeveral) continue;
    if (holder.high < here.low) return { is: "yes", inputs: [] };
    if (holder.low >= here.high) continue;
    isOpen = true;
    inputs.push(...holder.inputs);
  }
  for (const place of openPlaces(base)) {
    if (place.isExternal || place.low >= here.high) continue;
    isOpen = true;
    inputs.push(...place.inputs);
  }
  return { is: isOpen ? "unknown" : "no", inputs };
}

const unsaidByRange = new Map<string, SharedTable<readonly DataSubject[]>>();

/** Credentials that nobody says what they open and that may be where trust is lower: the same for all elements of one trust. */
function unsaidBelow(here: Range, base: FactBase): readonly DataSubject[] {
  const key = `${here.low} ${here.high}`;
  let table = unsaidByRange.get(key);
  if (!table) unsaidByRange.set(key, (table = sharedTable(`unsaid ${key}`, sameList)));
  return ofModel(table, base, () => openersOf(base).unsaid.filter((data) => isBelow(data, here, base).is !== "no"));
}

function asking(credentials: readonly DataSubject[]): readonly Input[] {
  return credentials.slice(0, MOST_INPUTS).map((data) => ({ subject: data, key: "opens" }));
}
