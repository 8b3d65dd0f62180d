// Edits of a model in the mix in which people made them: the shares are those of the operations that `merlon diff` counts from the applications of microSecEnD to their 140 variants.
import type { ModelDocument } from "@merlon/schema";

type Values = Record<string, unknown>;
type Objects = Record<string, Values>;

interface Edited {
  readonly elements: Objects;
  readonly flows: Objects;
}

export interface MeasuredEdits {
  readonly random: () => number;
  readonly count: number;
  /** Starts the ids of new objects. */
  readonly name: string;
}

/**
 * Counted: 2,303 operations. 456 concern marks that only that data set knows and are left out; its own characteristics are written as those of ours that are nearest.
 * Nothing is weighed otherwise than counted.
 */
const counted = [
  { count: 476, edit: "flow added" }, { count: 75, edit: "element added" }, { count: 10, edit: "flow removed" },
  { count: 298, edit: "flow", key: "encryption-in-transit", values: ["yes", "no"] }, { count: 291, edit: "flow", key: "protocol", values: ["https", "http", "amqp", "grpc", "postgres", "mqtt"] },
  { count: 157, edit: "flow", key: "authorization", values: ["yes", "no"] }, { count: 154, edit: "flow", key: "authentication", values: ["session", "token", "mutual-tls", "no"] },
  { count: 252, edit: "element", key: "audit-logging", values: ["yes", "no"] }, { count: 66, edit: "element", key: "log-redaction", values: ["yes", "no"] },
  { count: 23, edit: "element", key: "type", values: ["service", "web.application", "worker", "api.gateway"] }, { count: 25, edit: "element", key: "input-validation", values: ["yes", "no"] },
  { count: 12, edit: "element", key: "rate-limiting", values: ["yes", "no"] }, { count: 8, edit: "element", key: "sign-in-throttling", values: ["yes", "no"] },
] as const;

const total = counted.reduce((sum, { count }) => sum + count, 0);

/** A changed copy. */
export function measuredEdits(document: ModelDocument, { random, count, name }: MeasuredEdits): ModelDocument {
  const edited = structuredClone(document) as unknown as Edited; // the maps that are edited
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let at = 0; at < count; at++) {
    const [element, flow] = [pick(Object.keys(edited.elements)), pick(Object.keys(edited.flows))];
    const one = drawn(random());
    switch (one.edit) {
      case "flow added":
        edited.flows[`${name}-flow-${at}`] = { from: element, to: pick(Object.keys(edited.elements)), protocol: "https" };
        break;
      case "element added":
        edited.elements[`${name}-part-${at}`] = { kind: "process", type: "service" };
        break;
      case "flow removed":
        delete edited.flows[flow];
        break;
      default: Object.assign((one.edit === "flow" ? edited.flows[flow] : edited.elements[element])!, { [one.key]: pick<string>(one.values) });
    }
  }
  return edited as unknown as ModelDocument; // the same maps with the same kinds of values
}

function drawn(dice: number): (typeof counted)[number] {
  let left = dice * total;
  return counted.find(({ count }) => (left -= count) < 0) ?? counted[0];
}
