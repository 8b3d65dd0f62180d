// All that a threat is about. A rule's threat has one target; a person's may be at several objects.
import type { Target, Threat } from "@merlon/schema";

export function targetsOf({ target, targets }: Pick<Threat, "target" | "targets">): readonly Target[] {
  return targets ?? [target];
}

export function targetTitles(threat: Pick<Threat, "target" | "targets">): string {
  return targetsOf(threat).map(({ title }) => title).join(", ");
}
