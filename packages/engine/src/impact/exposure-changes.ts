// What became reachable, where data is that was not, what crosses, and what protects no more; and the same the other way round.
import type { ExposureChange, Target } from "@merlon/schema";
import { REACHES } from "../facts/orders.ts";
import type { Subject } from "../facts/subject.ts";
import { targetOf } from "../threats/build-threat.ts";
import { differences, farthest } from "./observe.ts";
import { causeFor, type Comparison, type SideSeen } from "./comparison.ts";

export function exposureChanges(comparison: Comparison): readonly ExposureChange[] {
  const changes = differences(comparison.before.seen, comparison.after.seen).flatMap((key) => changeOf(key, comparison) ?? []);
  return [...changes].sort((a, b) => Number(a.better) - Number(b.better) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.target.id < b.target.id ? -1 : 1));
}

const ORDER: readonly ExposureChange["kind"][] = ["data-to-outside", "data-at-lower-trust", "forbidden-crossing", "reach", "control-gone", "crossing"];

function changeOf(key: string, comparison: Comparison): ExposureChange | undefined {
  const [kind, ...ids] = key.split(":");
  switch (kind) {
    case "reach": return reachChange(key, ids[0]!, comparison);
    case "at": return placeChange(key, ids[0]!, ids[1]!, comparison);
    case "cross": return crossingChange(key, ids[0]!, ids[1]!, comparison);
    case "control": return controlChange(key, ids[0]!, comparison);
    default: return undefined;
  }
}

function reachChange(key: string, id: string, comparison: Comparison): ExposureChange | undefined {
  const [before, after] = [comparison.before.seen.get(key), comparison.after.seen.get(key)];
  const element = subjectIn(comparison, "elements", id);
  const [was, is] = [farthest(before ?? "none"), farthest(after ?? "none")];
  // The insides of externals are not ours; what is new and hidden from outsiders is no exposure.
  if (!element || element.kind !== "element" || element.source.kind === "external" || was === is) return undefined;
  if (before === undefined && is < REACHES.indexOf("authenticated")) return undefined;
  if (after === undefined) return undefined;
  return { kind: "reach", better: is < was, target: targetOf(element), ...(before === undefined ? {} : { before }), after, cause: causeFor(comparison, key) };
}

/** At an external, or at less trust than anywhere before. */
function placeChange(key: string, dataId: string, elementId: string, comparison: Comparison): ExposureChange | undefined {
  const came = comparison.after.seen.has(key);
  const [data, element] = [subjectIn(comparison, "data", dataId), subjectIn(comparison, "elements", elementId)];
  if (!data || element?.kind !== "element") return undefined;
  const [here, there] = came ? [comparison.after, comparison.before] : [comparison.before, comparison.after];
  const isPersonal = here.judged.prepared.base.fact(data, "personal-data").value === "yes";
  const rest = { better: !came, target: targetOf(element), about: targetOf(data), ...(isPersonal ? { personal: true as const } : {}), cause: causeFor(comparison, key) };
  if (element.source.kind === "external") return { kind: "data-to-outside", ...rest };
  const trust = trustOf(here, elementId);
  const least = leastTrust(there, dataId);
  return trust < least && least < Infinity ? { kind: "data-at-lower-trust", ...rest } : undefined;
}

function leastTrust(side: SideSeen, dataId: string): number {
  const places = [...side.seen.keys()].filter((key) => key.startsWith(`at:${dataId}:`)).map((key) => key.slice(key.lastIndexOf(":") + 1));
  return Math.min(Infinity, ...places.filter((id) => side.model.elements.get(id)?.kind !== "external").map((id) => trustOf(side, id)));
}

function trustOf({ judged: { prepared: { base } }, model }: SideSeen, id: string): number {
  const element = base.subjects.elements.get(id);
  const at = element ? model.trustLevels.indexOf(String(base.fact(element, "trust").value)) : -1;
  return at < 0 ? Infinity : at;
}

function crossingChange(key: string, boundaryId: string, flowId: string, comparison: Comparison): ExposureChange | undefined {
  const [before, after] = [comparison.before.seen.get(key), comparison.after.seen.get(key)];
  const [boundary, flow] = [subjectIn(comparison, "boundaries", boundaryId), subjectIn(comparison, "flows", flowId)];
  // A flow that is still there and crosses no more may as well have an end that moved outwards: neither better nor worse.
  if (!boundary || !flow || (after === undefined && comparison.after.model.flows.has(flowId))) return undefined;
  const isForbidden = (after ?? before)!.endsWith("forbidden");
  return {
    kind: isForbidden ? "forbidden-crossing" : "crossing", better: after === undefined, target: targetOf(flow), about: targetOf(boundary),
    ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), cause: causeFor(comparison, key),
  };
}

function controlChange(key: string, id: string, comparison: Comparison): ExposureChange | undefined {
  const gone = !comparison.after.seen.has(key);
  const control = (gone ? comparison.before : comparison.after).model.controls.get(id);
  const at = control?.at[0];
  const target = at === undefined ? undefined : anySubject(gone ? comparison.before : comparison.after, at);
  // What is gone itself needs no protection.
  if (!control || !target || (gone && !anySubject(comparison.after, target.id))) return undefined;
  const about: Target = { kind: "model", id, title: control.title };
  return { kind: "control-gone", better: !gone, target: targetOf(target), about, cause: causeFor(comparison, key) };
}

type Group = "elements" | "flows" | "boundaries" | "data";

function subjectIn({ before, after }: Comparison, group: Group, id: string): Subject | undefined {
  return after.judged.prepared.base.subjects[group].get(id) ?? before.judged.prepared.base.subjects[group].get(id);
}

function anySubject({ judged: { prepared: { base: { subjects } } } }: SideSeen, id: string): Subject | undefined {
  return subjects.elements.get(id) ?? subjects.flows.get(id) ?? subjects.boundaries.get(id);
}
