// Puts packs together to the library a model is analysed with, and checks every rule against it.
import { nearest, whereIs } from "@merlon/core";
import type { Diagnostic, Library, LibraryRule, PackInfo } from "@merlon/schema";
import { engineDiagnostic } from "../codes.ts";
import { compileRule } from "../rules/compile-rule.ts";
import type { RuleProblem } from "../rules/compiled.ts";
import { packDigest } from "./pack-lock.ts";
import type { Pack, SourcedRule } from "./read-pack.ts";
import { supersedesProblems } from "./supersedes.ts";

const EMPTY: Library = { packs: [], characteristics: [], types: [], technologies: [], protocols: [], dataKinds: [], controls: [], scales: [], rules: [] };

/** `onTop`: a library already assembled that the packs add to. The severity profile of the last pack that has one counts. */
export function assembleLibrary(packs: readonly Pack[], onTop: Library = EMPTY): { readonly library: Library; readonly diagnostics: readonly Diagnostic[] } {
  type Shared = Exclude<keyof Library & keyof Pack, "rules" | "profile">;
  const all = <K extends Shared>(key: K) => [...onTop[key], ...packs.flatMap((p) => p[key] as readonly unknown[])] as unknown as Library[K];
  const profile = packs.findLast((p) => p.profile)?.profile ?? onTop.profile;
  const library: Library = {
    packs: [...onTop.packs, ...packs.map(infoOf)],
    characteristics: all("characteristics"), types: all("types"), technologies: all("technologies"), protocols: all("protocols"),
    dataKinds: all("dataKinds"), controls: all("controls"), scales: all("scales"),
    rules: [...onTop.rules, ...packs.flatMap((p) => p.rules.map((r) => r.rule))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...(profile ? { profile } : {}),
  };
  const diagnostics = packs.flatMap((p) => [...p.diagnostics, ...p.rules.flatMap((r) => conditionProblems(r, library)), ...samePack(p, packs, onTop), ...duplicates(p, packs, onTop), ...supersedesProblems(p, library)]);
  return { library, diagnostics };
}

function infoOf(pack: Pack): PackInfo {
  const { id, version, title, description, default: usage } = pack;
  return { id, version, title, ...(description ? { description } : {}), ...(usage ? { default: usage } : {}), digest: packDigest(pack) };
}

function conditionProblems({ rule, parsed }: SourcedRule, library: Library): readonly Diagnostic[] {
  return compileRule(rule, library).problems.map((problem) => describe(problem, rule, parsed));
}

function describe(problem: RuleProblem, rule: LibraryRule, parsed: SourcedRule["parsed"]): Diagnostic {
  const close = problem.wrong !== undefined && problem.known ? nearest(problem.wrong, problem.known) : undefined;
  const message = `Rule ${rule.id}: ${problem.message}${close === undefined ? "" : `; did you mean "${close}"?`}.`.replace(/\?\.$/, "?");
  return engineDiagnostic("E3001", message, whereIs(parsed, problem.path), { rule: rule.id, ...(close === undefined ? {} : { nearest: close }) });
}

function samePack(pack: Pack, packs: readonly Pack[], onTop: Library): readonly Diagnostic[] {
  const taken = pack.id === "default" || onTop.packs.some(({ id }) => id === pack.id) || packs.slice(0, packs.indexOf(pack)).some(({ id }) => id === pack.id);
  return taken ? [engineDiagnostic("E3005", `The pack id ${pack.id} is taken.`, { file: `${pack.root}pack.yaml`, line: 1, column: 1 }, { pack: pack.id })] : [];
}

function duplicates(pack: Pack, packs: readonly Pack[], onTop: Library): readonly Diagnostic[] {
  const earlier = new Set([...onTop.rules.map((r) => r.id), ...packs.slice(0, packs.indexOf(pack)).flatMap((p) => p.rules.map((r) => r.rule.id))]);
  const seen = new Set<string>();
  return pack.rules.flatMap(({ rule, parsed }) => {
    const twice = earlier.has(rule.id) || seen.has(rule.id);
    seen.add(rule.id);
    return twice ? [engineDiagnostic("E3003", `The rule id ${rule.id} is taken.`, whereIs(parsed, ["id"]), { rule: rule.id })] : [];
  });
}
