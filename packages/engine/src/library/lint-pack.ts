// Everything that a pack can be told before others use it, besides what is wrong with its files: tests, outside ids, what it supersedes, what it was locked as.
import { sortDiagnostics, whereIs } from "@merlon/core";
import type { Catalogue, Diagnostic, Library, PackLock, Where } from "@merlon/schema";
import { newestVersion, type AttackKnowledge } from "../attack/attack-knowledge.ts";
import { ruleReferences, type AttackReference } from "../attack/attack-references.ts";
import { checkAttack } from "../attack/check-attack.ts";
import { engineDiagnostic } from "../codes.ts";
import { foreignIdProblems } from "./foreign-ids.ts";
import { packLockProblems } from "./pack-lock.ts";
import type { Pack, SourcedRule } from "./read-pack.ts";
import { unknownSuperseded } from "./supersedes.ts";
import { testRule, type ReadTestModel } from "./test-rules.ts";

export interface LintContext {
  /** With the pack in it. */
  readonly library: Library;
  readonly read: ReadTestModel;
  readonly catalogues: readonly Catalogue[];
  readonly attack: AttackKnowledge;
  /** What pack.lock says, where there is one. */
  readonly lock: PackLock | undefined;
}

export function lintPack(pack: Pack, { library, read, catalogues, attack, lock }: LintContext): readonly Diagnostic[] {
  const header: Where = { file: `${pack.root}pack.yaml`, line: 1, column: 1 };
  const version = newestVersion(attack);
  const { model } = read({ "attack-version": version });
  return sortDiagnostics([
    ...pack.rules.flatMap((sourced) => testProblems(sourced, pack, library, read)),
    ...foreignIdProblems(pack, catalogues),
    ...checkAttack([...ruleReferences(pack), ...controlReferences(pack, header)], { knowledge: attack, model, versionWhere: header }),
    ...unknownSuperseded(pack, library, Object.keys(lock?.rules ?? {})),
    ...(lock ? packLockProblems(pack, lock, header) : [engineDiagnostic("E3025", `The pack ${pack.id} has no pack.lock, so nothing holds it to a released version.`, header, { pack: pack.id })]),
  ]);
}

function testProblems({ rule, parsed }: SourcedRule, pack: Pack, library: Library, read: ReadTestModel): readonly Diagnostic[] {
  const beside = pack.tests.find((tests) => tests.rule === rule.id);
  return testRule(rule, beside?.tests ?? [], library, read).failures.map(({ test, message }) =>
    engineDiagnostic("E3020", `Rule ${rule.id}, ${test}: ${message}.`, beside && test !== "mutation" ? whereIs(beside.parsed, []) : whereIs(parsed, []), { rule: rule.id, test }));
}

function controlReferences({ controls }: Pack, where: Where): readonly AttackReference[] {
  return controls.flatMap(({ id: control, attack = [] }) => attack.map((id): AttackReference => ({ kind: "mitigation", id, by: `control type ${control}`, objects: [], where })));
}
