// Copies: data that rests at an element and also at a store of ours that is trusted more.
import { dataStored } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { between, ends } from "./fact.ts";
import { MOST_INPUTS } from "./open-places.ts";
import { groupByTrust, sameHolders, type Holders } from "./openers.ts";
import { CLASSES } from "./orders.ts";
import { ofModel, ofSubject, partOfTable, sharedTable } from "./shared-table.ts";
import type { DataSubject, ElementSubject, Fact, Input } from "./subject.ts";

const NONE = 0;
const ALL = CLASSES.length - 1;

/** The highest confidentiality class of what rests here and also rests where trust is higher. */
export function copiedConfidentiality(element: ElementSubject, base: FactBase): Fact {
  const here = base.fact(element, "trust");
  const trust = ends(base.model.trustLevels, here);
  const stored = dataStored(element, base);
  const open = openStores(base);
  const inputs: Input[] = [];
  let low = NONE;
  let high = NONE;
  if (stored.missing.length > 0 && trust.low < base.model.trustLevels.length - 1) {
    high = ALL;
    inputs.push(...stored.missing);
  }
  for (const data of stored.data) {
    const rests = restsAt(data, base).filter((holders) => holders.first !== element || holders.isSeveral);
    const above = rests.filter((holders) => holders.high > trust.low);
    if (above.length === 0 && open.high <= trust.low) continue;
    const secret = base.fact(data, "confidentiality");
    const of = ends(CLASSES, secret);
    high = Math.max(high, of.high);
    if (rests.some((holders) => holders.low > trust.high)) low = Math.max(low, of.low);
    else inputs.push(...here.inputs, ...above.flatMap((holders) => holders.inputs), ...(open.high > trust.low ? open.inputs : []));
    inputs.push(...secret.inputs);
  }
  return between(CLASSES, low, high, inputs);
}

const rests = sharedTable("rests", sameHolders);

function restsAt(data: DataSubject, base: FactBase): readonly Holders[] {
  return ofSubject(rests, data, base, () => groupByTrust(data.heldBy.filter(isStore), base));
}

function isStore(element: ElementSubject): boolean {
  return element.source.kind === "store" && !element.isGone;
}

/** Stores that do not say what they hold: how much the most trusted of them may be trusted, and what to ask. */
interface OpenStores { readonly high: number; readonly inputs: readonly Input[] }

const openTable = sharedTable<OpenStores>("open stores", (a, b) => a.high === b.high);
const openPart = sharedTable<number>("open store", Object.is);

function openStores(base: FactBase): OpenStores {
  return ofModel(openTable, base, () => {
    let most = -1;
    const inputs: Input[] = [];
    for (const element of base.subjects.elements.values()) {
      const high = partOfTable(openPart, element, base, () => highestTrust(element, base));
      if (high < 0) continue;
      most = Math.max(most, high);
      if (inputs.length < MOST_INPUTS) inputs.push({ subject: element, key: "holds" });
    }
    return { high: most, inputs };
  });
}

/** Of a store that does not say what it holds; else -1. */
function highestTrust(element: ElementSubject, base: FactBase): number {
  return isStore(element) && element.source.holds === undefined ? ends(base.model.trustLevels, base.fact(element, "trust")).high : -1;
}
