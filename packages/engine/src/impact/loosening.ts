// What a change makes less strict, where the policy forbids that: facts forgotten, decisions deleted, less looked at, another policy.
import { canonicalJson, STAGES } from "@merlon/core";
import type { GateReason, Loosening, ModelOperation, Policy } from "@merlon/schema";
import { counted, reasonOf, type Stop } from "../policy/gate-reason.ts";
import type { Comparison } from "./comparison.ts";

export function looseningReasons(comparison: Comparison, policy: Policy | undefined): readonly GateReason[] {
  const forbidden = policy?.["no-loosening"] ?? [];
  if (comparison.isGone) return forbidden.length === 0 ? [] : reasonOf({ value: forbidden, line: `no-loosening: [${forbidden.join(", ")}]` }, goneStop(comparison));
  return [...forbidden].sort().flatMap((what) => stops[what](comparison).flatMap((stop) => reasonOf({ value: what, line: `no-loosening: ${what}` }, stop)));
}

const stops: Readonly<Record<Loosening, (comparison: Comparison) => readonly Stop[]>> = { facts: factStops, decisions: decisionStops, scope: scopeStops, policy: policyStops };

/** With the model goes everything that may not be loosened. */
function goneStop({ before: { model } }: Comparison): Stop {
  return { ids: [model.header.id], text: "the whole model is removed", remedy: "Keep it: a service that ends goes to `stage: retire`. Else let whoever keeps the policy remove it in a change of its own." };
}

/** Fields of which nothing said means none, not unknown. */
const closed = new Set(["out-of-scope", "lifecycle", "part-of", "in", "policy", "inside", "environments", "via"]);
const described = new Set<ModelOperation["map"]>(["elements", "flows", "boundaries", "data"]);

function factStops({ diff }: Comparison): readonly Stop[] {
  const ids = diff.changes.map(({ operation }) => operation).filter(({ forgets, map, key = "" }) => forgets === true && described.has(map) && !closed.has(key) && !key.startsWith("x-")).map(({ key, object }) => `${key ?? ""}@${object}`);
  return [{ ids, text: `${counted(ids.length, "known value")} made unknown`, remedy: "Say what holds now; what was known was not unlearned." }];
}

/** A decision whose threat is gone may go with it, and one may stand for another. */
function decisionStops({ diff, before, after }: Comparison): readonly Stop[] {
  const gone = new Set(diff.changes.filter(({ operation: { kind, map } }) => kind === "remove" && map === "decisions").map(({ operation }) => operation.object));
  const { threats, cells } = after.judged.ledger;
  const isLeft = (key: string): boolean => {
    const seen = after.seen.get(`threat:${key}`);
    return /^[STRIDE]@/.test(key) ? objectsOf(after).has(key.slice(2).replace(/\+response$/, "")) : seen !== undefined && (seen.startsWith("threat") || seen === "question");
  };
  const ids = [...new Set(before.judged.ledger.all.filter(({ key, alias }) => gone.has(alias ?? key) && isLeft(key) && !threats.has(key) && !cells.has(key)).map(({ key }) => key))].sort();
  return [{ ids, text: `${counted(ids.length, "decision")} deleted though what it is about is there`, remedy: "Bring it back, or decide anew: what was decided is part of the record." }];
}

function objectsOf({ model }: Comparison["after"]): ReadonlySet<string> {
  return new Set([...model.elements.keys(), ...model.flows.keys(), ...model.boundaries.keys()]);
}

function scopeStops(comparison: Comparison): readonly Stop[] {
  const { diff, before, after } = comparison;
  const operations = diff.changes.map(({ operation }) => operation);
  const idsOf = (fits: (operation: ModelOperation) => boolean) => operations.filter(fits).map(({ object }) => object);
  const outside = idsOf(({ kind, key, before: was, after: is }) => kind === "set" && key === "out-of-scope" && was === undefined && is !== undefined);
  const open = idsOf(({ kind, map, key, after: is }) => kind === "move" && map !== "header" && key === "in" && (is === undefined || is === "[]"));
  const boundaries = idsOf(({ kind, map }) => kind === "remove" && map === "boundaries");
  const kept = new Set(after.library.rules.flatMap(({ id, supersedes = [] }) => [id, ...supersedes]));
  const rules = before.library === after.library ? [] : before.library.rules.filter(({ id, status }) => status === "stable" && !kept.has(id)).map(({ id }) => id);
  return [
    { ids: outside, text: `${counted(outside.length, "object")} put out of scope`, remedy: "Leave it in scope, or let whoever keeps the policy agree." },
    { ids: boundaries, text: `${counted(boundaries.length, "boundary", "boundaries")} removed`, remedy: "Keep the boundary: what crosses it is looked at because of it. A new name is declared with `formerly`." },
    { ids: open, text: `${counted(open.length, "object")} taken out of all boundaries`, remedy: "Say in which boundary it is now." },
    { ids: rules, text: `${counted(rules.length, "rule")} no longer asked`, remedy: "Keep the packs that the model names." },
    ...headerStops(comparison),
  ];
}

const DEPTHS = ["sketch", "standard", "full"];

function headerStops({ before, after }: Comparison): readonly Stop[] {
  const [was, is] = [before.model.header, after.model.header];
  const out = (is.scope?.out ?? []).filter((text) => !(was.scope?.out ?? []).includes(text));
  return [
    { ids: out, text: `${counted(out.length, "part")} put out of the model's scope`, remedy: "Leave it in scope, or let whoever keeps the policy agree." },
    { ids: DEPTHS.indexOf(is.depth) < DEPTHS.indexOf(was.depth) ? ["depth"] : [], text: `the model's depth goes back from ${was.depth} to ${is.depth}`, remedy: "Keep the depth." },
    { ids: STAGES.indexOf(is.stage) < STAGES.indexOf(was.stage) ? ["stage"] : [], text: `the model's stage goes back from ${was.stage} to ${is.stage}`, remedy: "Keep the stage." },
  ];
}

function policyStops({ before, after }: Comparison): readonly Stop[] {
  const [was, is] = [before.model.policy, after.model.policy] as unknown as readonly Readonly<Record<string, unknown>>[]; // by any key
  const ids = [...new Set([...Object.keys(was!), ...Object.keys(is!)])].sort().filter((key) => canonicalJson(was![key] ?? null) !== canonicalJson(is![key] ?? null));
  if (ids.length > 0 && Object.keys(is!).length === 0) return [{ ids: ["policy"], text: "the policy is removed", remedy: "Keep it, or let whoever keeps it remove it in a change of its own." }];
  return [{ ids, text: `the policy changes in ${counted(ids.length, "part")}`, remedy: "Let whoever keeps the policy change it in a change of its own." }];
}
