// A level that the policy names must be one of the model's trust scale, or nothing would ever stop.
import type { Diagnostic, Policy } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { orList } from "../model/explain-issue.ts";
import type { ModelSource } from "../model/read-sources.ts";
import { nearest } from "../text/nearest.ts";
import { whereIsValue } from "../text/parsed-file.ts";
import type { Path } from "../text/tree.ts";
import type { CheckContext } from "./check-context.ts";

export function checkPolicyLevels(context: CheckContext): readonly Diagnostic[] {
  return context.sources.flatMap((source) => {
    const [policy, path] = policyIn(source);
    return (["model", "change"] as const).flatMap((kind) => Object.entries(policy?.gates?.[kind] ?? {}).flatMap(([stage, gate]) => {
      const level = gate["personal-data-below"];
      if (level === undefined || context.trustLevels.includes(level)) return [];
      const expected = orList(context.trustLevels.map((name) => `\`${name}\``));
      const where = whereIsValue(source.parsed, [...path, "gates", kind, stage, "personal-data-below"]);
      return [diagnose("C1055", where, { level, object: "the policy", scale: "trust", expected, nearest: nearest(level, context.trustLevels) })];
    }));
  });
}

function policyIn({ role, document }: ModelSource): readonly [Policy | undefined, Path] {
  if (role === "policy") return [document as Policy, []]; // it passed its schema
  return role === "model" ? [(document as { readonly policy?: Policy }).policy, ["policy"]] : [undefined, []];
}
