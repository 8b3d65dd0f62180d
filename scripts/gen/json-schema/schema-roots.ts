// Which schemas are published: what people write, what packs hold, and what commands give.
import {
  AttackCatalogueSchema, AttackHistorySchema, CatalogueSchema, CharacteristicsFileSchema, ControlsFileSchema, DataKindsFileSchema, JiraMapSchema, modelRoots, PackFileSchema, PackLockSchema,
  ProtocolsFileSchema, RuleSchema, RuleTestsSchema, ScalesFileSchema, TechnologiesFileSchema, TicketSchema, TypesFileSchema,
} from "@merlon/schema";
import { AnalysisSchema, AnalysisSetSchema, AttackPathsSchema, DueSchema, EnvelopeSchema, ExplanationSchema, ImpactSchema, ImportResultSchema, LandscapeDiffSchema, LandscapeSchema, MergeConflictsSchema, ModelLogSchema, StrideTablesSchema, ThreatBlameSchema } from "@merlon/schema/results";

export const knowledgeRoots = [
  PackFileSchema, PackLockSchema, RuleSchema, RuleTestsSchema, CharacteristicsFileSchema, TypesFileSchema, TechnologiesFileSchema,
  ProtocolsFileSchema, DataKindsFileSchema, ControlsFileSchema, ScalesFileSchema, CatalogueSchema, AttackCatalogueSchema, AttackHistorySchema,
];

export const resultRoots = [AnalysisSchema, AnalysisSetSchema, StrideTablesSchema, ExplanationSchema, AttackPathsSchema, ImpactSchema, DueSchema, ModelLogSchema, ThreatBlameSchema, MergeConflictsSchema, LandscapeSchema, LandscapeDiffSchema, TicketSchema, ImportResultSchema, EnvelopeSchema];

export const writtenRoots = [...modelRoots, JiraMapSchema, ...knowledgeRoots];

/** Definitions with a file and a page of their own, in the order in which a reader wants them; all others are in `common`. */
export const modules: Readonly<Record<"model" | "knowledge" | "results", readonly string[]>> = {
  model: [
    "ModelDocument", "SystemDocument", "DecisionsDocument", "ViewsDocument", "Policy", "Lock",
    "Scale", "Data", "Boundary", "Element", "Flow", "Control", "Assumption", "HumanThreat", "Risk", "Decision", "Evidence", "View", "JiraMap",
  ],
  knowledge: [
    "Pack", "PackLock", "Rule", "Condition", "RuleTests", "Characteristics", "ElementTypes", "Technologies", "Protocols", "DataKinds", "ControlTypes", "ScalePresets", "Catalogue", "AttackCatalogue", "AttackHistory",
  ],
  results: ["Envelope", "Diagnostic", "Analysis", "AnalysisSet", "Threat", "Question", "StrideTables", "Explanation", "AttackPaths", "Impact", "Due", "ModelLog", "ThreatBlame", "MergeConflicts", "Landscape", "LandscapeDiff", "Ticket", "ImportResult"],
};

export const moduleNames: readonly string[] = [...modules.model, ...modules.knowledge, ...modules.results];

/** `ModelDocument` becomes `model-document`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
