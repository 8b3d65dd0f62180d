// Facts, rules, threats, questions, ledger: model and library in, results out. Pure and deterministic.
export { analyze } from "./analysis/analyze.ts";
export type { AnalyzeOptions } from "./analysis/judge.ts";
export { strideTables } from "./stride/stride-tables.ts";
export { explain, type ExplainOptions } from "./explain/explain.ts";
export { compileRule } from "./rules/compile-rule.ts";
export type { RuleProblem } from "./rules/compiled.ts";
export { engineCodes } from "./codes.ts";
export { readPack, type Pack } from "./library/read-pack.ts";
export { assembleLibrary } from "./library/assemble-library.ts";
export { testRule, type ReadTestModel, type RuleTestReport } from "./library/test-rules.ts";
export { describeFacts, type FactDescription } from "./facts/describe-facts.ts";
export { attackVersion, catalogueAt, domainNames, newestVersion, type AttackKnowledge } from "./attack/attack-knowledge.ts";
export { attackReferences, hasAttackReferences, ruleReferences, type AttackReference } from "./attack/attack-references.ts";
export { withCatalogue } from "./attack/with-catalogue.ts";
export { planUpgrade, type UpgradeOption, type UpgradeOutcome, type UpgradeStep } from "./attack/plan-upgrade.ts";
export { checkAttack } from "./attack/check-attack.ts";
