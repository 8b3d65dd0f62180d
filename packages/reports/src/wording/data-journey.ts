// Where one kind of data goes: the elements it is at by trust, who outside receives it, and where it travels in the clear.
import type { Analysis, DataPlacement, ElementFacts } from "@merlon/schema";

export interface DataJourney {
  readonly placement: DataPlacement;
  /** Most trusted first, unknown last. */
  readonly places: readonly { readonly trust: string; readonly elements: readonly ElementFacts[] }[];
  readonly recipients: readonly string[];
  readonly unencrypted: readonly string[];
  readonly unstated: readonly string[];
}

export function dataJourney(placement: DataPlacement, analysis: Analysis): DataJourney {
  const ids = new Set([...placement.heldBy, ...placement.handledBy]);
  const elements = analysis.elements.filter(({ id }) => ids.has(id));
  const order = trustOrder(analysis);
  const trusts = [...new Set(elements.map((element) => element.trust.value))].sort((a, b) => order.indexOf(b) - order.indexOf(a));
  const titles = new Map(analysis.elements.map(({ id, title }) => [id, title]));
  const flows = new Set(placement.flows);
  const travelling = (encrypted: string): string[] => analysis.flows.filter((f) => flows.has(f.id) && f.encrypted === encrypted).map((f) => f.title);
  return {
    placement, places: trusts.map((trust) => ({ trust, elements: elements.filter((element) => element.trust.value === trust) })),
    recipients: placement.recipients.map((id) => titles.get(id) ?? id), unencrypted: travelling("no"), unstated: travelling("unknown"),
  };
}

/** Least first; `unknown` before all. */
function trustOrder({ scales }: Analysis): readonly string[] {
  return ["unknown", ...(scales.find(({ id }) => id === "trust")?.levels.map(({ id }) => id) ?? [])];
}
