// Where one kind of data goes: the elements it is at by trust, who outside receives it, and where it travels in the clear.
import type { Analysis, DataPlacement, ElementFacts, FlowFacts } from "@merlon/schema";

export interface DataJourney {
  readonly placement: DataPlacement;
  /** Most trusted first, unknown last. */
  readonly places: readonly { readonly trust: string; readonly elements: readonly ElementFacts[] }[];
  readonly recipients: readonly string[];
  readonly unencrypted: readonly string[];
  readonly unstated: readonly string[];
}

export function dataJourney(placement: DataPlacement, analysis: Analysis): DataJourney {
  const { elements: all, flows, trustOrder: order } = indexOf(analysis);
  const elements = found([...new Set([...placement.heldBy, ...placement.handledBy])].sort(), all);
  const trusts = [...new Set(elements.map((element) => element.trust.value))].sort((a, b) => order.indexOf(b) - order.indexOf(a));
  const carriers = found(placement.flows, flows);
  const travelling = (encrypted: string): string[] => carriers.filter((f) => f.encrypted === encrypted).map((f) => f.title);
  return {
    placement, places: trusts.map((trust) => ({ trust, elements: elements.filter((element) => element.trust.value === trust) })),
    recipients: placement.recipients.map((id) => all.get(id)?.title ?? id), unencrypted: travelling("no"), unstated: travelling("unknown"),
  };
}

interface Index {
  readonly elements: ReadonlyMap<string, ElementFacts>;
  readonly flows: ReadonlyMap<string, FlowFacts>;
  /** Least first; `unknown` before all. */
  readonly trustOrder: readonly string[];
}

const indexes = new WeakMap<Analysis, Index>();

/** Made once, however many kinds of data are followed. */
function indexOf(analysis: Analysis): Index {
  let index = indexes.get(analysis);
  if (!index) {
    indexes.set(analysis, (index = {
      elements: new Map(analysis.elements.map((element) => [element.id, element])), flows: new Map(analysis.flows.map((flow) => [flow.id, flow])),
      trustOrder: ["unknown", ...(analysis.scales.find(({ id }) => id === "trust")?.levels.map(({ id }) => id) ?? [])],
    }));
  }
  return index;
}

function found<T>(ids: readonly string[], all: ReadonlyMap<string, T>): readonly T[] {
  return ids.map((id) => all.get(id)).filter((one) => one !== undefined);
}
