// What a library is once it is read, and where the one that comes with Merlon can be read from.
import type { Diagnostic, Library, RuleTest } from "@merlon/schema";

export interface LoadedLibrary {
  readonly library: Library;
  readonly diagnostics: readonly Diagnostic[];
}

/** The tests beside the rules, by rule id. */
export type TestsByRule = Readonly<Record<string, readonly RuleTest[]>>;

export type BuiltIn = { readonly file: string } | { readonly folder: string } | { readonly loaded: LoadedLibrary; readonly tests: TestsByRule };
