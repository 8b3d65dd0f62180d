// Where a threat stands after what people decided. A decision that is stale or expired no longer closes anything.
import type { DecisionStatus, Threat, ThreatStatus } from "@merlon/schema";

export function decide(threat: Threat, status: DecisionStatus | undefined, plannedBy: string | undefined): Threat {
  const planned = plannedBy === undefined ? {} : { plannedBy };
  if (!status) return { ...threat, status: plannedBy === undefined ? "open" : "planned", ...planned };
  return { ...threat, ...planned, decision: status, status: statusBy(status, plannedBy) };
}

function statusBy(status: DecisionStatus, plannedBy: string | undefined): ThreatStatus {
  const otherwise = plannedBy === undefined ? "open" : "planned";
  if (status.state !== "valid") return otherwise;
  switch (status.decision.state) {
    case "open": return otherwise;
    case "mitigate": return "planned";
    case "accept":
    case "transfer":
    case "avoid": return "accepted";
    case "not-applicable":
    case "false-positive": return "dismissed";
  }
}
