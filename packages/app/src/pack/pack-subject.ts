// The packs of a folder, put together with what they stand on: what `merlon pack` and `merlon rules test` work with.
import { join, resolve } from "node:path";
import { readModel } from "@merlon/core";
import type { Pack, ReadTestModel } from "@merlon/engine";
import type { Diagnostic, Library } from "@merlon/schema";
import { shownPath } from "../files/shown-path.ts";
import { withPacks } from "../library/choose-packs.ts";
import { printTestModel } from "../library/print-test-model.ts";
import type { Session } from "../session.ts";

export interface PackSubject {
  /** Absolute. */
  readonly folder: string;
  readonly shown: string;
  /** The pack of the folder, then those inside it. */
  readonly packs: readonly [Pack, ...Pack[]];
  /** The packs of the folder on top of all that come with Merlon. */
  readonly library: Library;
  readonly diagnostics: readonly Diagnostic[];
  readonly read: ReadTestModel;
}

export async function packSubject(path: string, session: Session): Promise<PackSubject> {
  const { assemble, readPackFolder } = await import("../library/pack-folder.ts");
  const folder = resolve(session.cwd, path);
  const shown = shownPath(path, session.cwd);
  const packs = await readPackFolder(folder, shown);
  const { library, diagnostics } = session.limit(() => assemble(packs, beneath(packs, session.builtIn.library)));
  return { folder, shown, packs, library, diagnostics, read: testModelReader(library) };
}

export function testModelReader(library: Library): ReadTestModel {
  return (document) => {
    const found = readModel([{ path: "test.yaml", text: printTestModel(document) }], library);
    return { model: found.model, errors: found.diagnostics.filter((d) => d.severity === "error").map((d) => d.message) };
  };
}

/** The folder on disk of one of the packs. */
export function folderOf(subject: Pick<PackSubject, "folder" | "packs">, pack: Pack): string {
  return join(subject.folder, pack.root.slice(subject.packs[0].root.length));
}

/** Packs that come with Merlon are tested from their own folders too, and then they do not lie under themselves; they are known by a rule of theirs. */
function beneath(packs: readonly Pack[], builtIn: Library): Library | undefined {
  const same = new Set(packs.filter((pack) => pack.rules.some(({ rule }) => builtIn.rules.some((other) => other.id === rule.id && other.pack === pack.id))).map(({ id }) => id));
  if (same.has("core")) return undefined;
  return withPacks(builtIn, new Set(builtIn.packs.flatMap(({ id }) => (same.has(id) ? [] : [id]))));
}
