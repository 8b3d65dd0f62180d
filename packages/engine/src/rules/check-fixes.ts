// Mistakes in a rule's fixes: a role, key, value or control type that does not exist. Found when the pack loads, so that a what-if never meets them.
import type { AddControlFix, ChangeFix, Characteristic, Library, LibraryRule } from "@merlon/schema";
import type { SubjectKind } from "../facts/fact-base.ts";
import type { RuleProblem } from "./compiled.ts";
import { parsePath, parseRole, type Roles } from "./roles.ts";

/** Fields of the schema that a fix may set, besides characteristics. `list`: the value is a list. */
const FIELDS: Readonly<Record<SubjectKind, Readonly<Record<string, "one" | "list">>>> = {
  element: { type: "one", technology: "list", in: "list", holds: "list", handles: "list", actor: "one" },
  flow: { protocol: "one", port: "one", carries: "list", response: "list", via: "list" },
  boundary: { trust: "one" },
  data: {
    kind: "one", subjects: "list", purpose: "one", "legal-basis": "one", retention: "one", "special-category": "one", identifiability: "one",
    recipients: "list", transfers: "list", lifetime: "one", rotation: "one",
  },
  model: {},
  path: {},
  end: {},
};

export function checkFixes(rule: LibraryRule, roles: Roles, library: Library): readonly RuleProblem[] {
  return rule.fix.flatMap((fix, i) => {
    if ("change" in fix) return changeProblems(fix, roles, library).map((p) => ({ ...p, path: ["fix", i, "change", ...p.path] }));
    return "add-control" in fix ? controlProblems(fix, roles, library).map((p) => ({ ...p, path: ["fix", i, "add-control", ...p.path] })) : [];
  });
}

function changeProblems({ change }: ChangeFix, roles: Roles, library: Library): readonly RuleProblem[] {
  const found = parsePath(change.set, roles);
  if (!found) return [{ path: ["set"], message: `no role in "${change.set}"`, wrong: change.set, known: [...roles.keys()] }];
  const { path: { kind }, last } = found;
  const field = FIELDS[kind][last];
  if (field) return isList(change.to) === (field === "list") ? [] : [{ path: ["to"], message: `"${change.set}" takes ${field === "list" ? "a list" : "one value"}` }];
  const own = library.characteristics.filter((c) => (c["applies-to"] as readonly string[]).includes(kind));
  const characteristic = own.find((c) => c.id === last);
  if (!characteristic) return [{ path: ["set"], message: `nothing called "${last}" can be set on ${kind === "element" ? "an" : "a"} ${kind}`, wrong: last, known: [...own.map((c) => c.id), ...Object.keys(FIELDS[kind])] }];
  return valueProblems(characteristic, change);
}

function valueProblems(characteristic: Characteristic, { set, to }: ChangeFix["change"]): readonly RuleProblem[] {
  if (characteristic.kind === "set") return isList(to) || to === "no" ? [] : [{ path: ["to"], message: `"${set}" takes a list, or no` }];
  const values = characteristic.kind === "flag" ? ["yes", "no"] : ["yes", "no", ...(characteristic.values ?? []).map((v) => v.id)];
  const fits = characteristic.kind === "number" ? typeof to === "number" : values.includes(String(to));
  return fits ? [] : [{ path: ["to"], message: `"${set}" is never "${String(to)}"`, wrong: String(to), known: values }];
}

function controlProblems({ "add-control": { type, at } }: AddControlFix, roles: Roles, library: Library): readonly RuleProblem[] {
  const types = library.controls.map((c) => c.id);
  return [
    ...(types.includes(type) ? [] : [{ path: ["type"], message: `no control type "${type}"`, wrong: type, known: types }]),
    ...(parseRole(at, roles) ? [] : [{ path: ["at"], message: `no role "${at}"`, wrong: at, known: [...roles.keys()] }]),
  ];
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}
