// The part of SARIF 2.1.0 that we write. Names and nesting are the standard's.

export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly SarifInvocation[];
  readonly taxonomies: readonly SarifTaxonomy[];
  readonly results: readonly SarifResult[];
  readonly columnKind: "utf16CodeUnits";
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifDriver {
  readonly name: string;
  readonly version?: string;
  readonly shortDescription: SarifText;
  readonly supportedTaxonomies: readonly { readonly name: string; readonly index: number }[];
  readonly rules: readonly SarifRule[];
}

export interface SarifText {
  readonly text: string;
}

export interface SarifRule {
  readonly id: string;
  readonly deprecatedIds?: readonly string[];
  readonly name?: string;
  readonly shortDescription: SarifText;
  readonly fullDescription?: SarifText;
  readonly help?: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly relationships?: readonly { readonly target: SarifTaxonRef; readonly kinds: readonly ["relevant"] }[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export type SarifLevel = "error" | "warning" | "note";

export interface SarifTaxonRef {
  readonly id: string;
  readonly toolComponent: { readonly name: string };
}

export interface SarifTaxonomy {
  readonly name: string;
  readonly organization: string;
  readonly shortDescription: SarifText;
  readonly informationUri: string;
  readonly isComprehensive: false;
  readonly taxa: readonly { readonly id: string; readonly helpUri: string }[];
}

export interface SarifInvocation {
  readonly executionSuccessful: true;
  readonly toolExecutionNotifications: readonly { readonly level: SarifLevel; readonly message: SarifText }[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly kind: "fail";
  readonly message: SarifText;
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly SarifSuppression[];
  /** Only where two versions are compared. */
  readonly relatedLocations?: readonly SarifRelatedLocation[];
  readonly baselineState?: SarifBaselineState;
  readonly taxa: readonly SarifTaxonRef[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export type SarifBaselineState = "new" | "unchanged" | "updated" | "absent";

export interface SarifPlace {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: "%SRCROOT%" };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}

export interface SarifRelatedLocation extends SarifPlace {
  readonly id: number;
  readonly message: SarifText;
}

export interface SarifLocation extends SarifPlace {
  readonly logicalLocations: readonly { readonly name: string; readonly fullyQualifiedName: string; readonly kind: string }[];
}

export interface SarifSuppression {
  readonly kind: "external";
  readonly status: "accepted";
  readonly justification: string;
}
