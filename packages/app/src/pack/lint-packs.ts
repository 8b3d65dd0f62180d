// `merlon pack lint`: everything that is wrong with the packs of a folder before others use them.
import { sortDiagnostics } from "@merlon/core";
import { lintPack, packDigest, type Pack } from "@merlon/engine";
import type { Diagnostic } from "@merlon/schema";
import { attackLibrary, readOutsideCatalogues } from "../attack/attack-library.ts";
import type { Session } from "../session.ts";
import { folderOf, packSubject } from "./pack-subject.ts";
import { packLockName, readPackLock } from "./read-pack-lock.ts";

export interface LintedPack {
  readonly id: string;
  readonly version: string;
  /** As shown to people. */
  readonly folder: string;
  readonly rules: number;
  readonly tests: number;
  readonly locked: "absent" | "same" | "differs";
}

export interface PackLint {
  readonly packs: readonly LintedPack[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function lintPacks(path: string, session: Session): Promise<PackLint> {
  const subject = await packSubject(path, session);
  const [attack, catalogues] = [await attackLibrary(session), await readOutsideCatalogues(session)];
  const packs: LintedPack[] = [];
  const diagnostics: Diagnostic[] = [...subject.diagnostics];
  for (const pack of subject.packs) {
    session.progress(`Trying ${pack.id}`);
    const lock = await readPackLock(folderOf(subject, pack), `${pack.root}${packLockName}`);
    // A rule that was not understood would fail in other ways too, and say less.
    const broken = pack.diagnostics.some(({ severity }) => severity === "error");
    diagnostics.push(...session.limit(() => lintPack(broken ? { ...pack, rules: [] } : pack, { library: subject.library, read: subject.read, attack, catalogues, lock: broken ? undefined : lock }))
      .filter(({ code }) => !broken || code !== "E3025"));
    packs.push(linted(pack, lock === undefined ? "absent" : lock.digest === packDigest(pack) ? "same" : "differs"));
  }
  return { packs, diagnostics: sortDiagnostics(diagnostics) };
}

function linted(pack: Pack, locked: LintedPack["locked"]): LintedPack {
  const tests = pack.tests.reduce((sum, beside) => sum + beside.tests.length, 0);
  return { id: pack.id, version: pack.version, folder: pack.root.replace(/\/$/, "") || ".", rules: pack.rules.length, tests, locked };
}
