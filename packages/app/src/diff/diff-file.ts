// What `git diff` asks of a diff driver: two versions of one file of a model, told as what somebody did to the model. The file may be a part of a model only, so nothing is judged.
import { resolve } from "node:path";
import { canonicalJson, diffModels, readModel, readYaml, type ModelSource, type SourceFile } from "@merlon/core";
import type { ModelOperation } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { roleName } from "../model/role-name.ts";
import type { Session } from "../session.ts";

export interface TwoVersions {
  /** Where the file lies in the repository. */
  readonly path: string;
  /** Paths; `/dev/null` for the version that is not there. */
  readonly before: string;
  readonly after: string;
}

export interface FileDiff {
  readonly path: string;
  readonly change: "new" | "gone" | "changed";
  readonly operations: readonly ModelOperation[];
  /** Top keys with another value that is not of the system, such as `views`. */
  readonly besides: readonly string[];
  /** Why there is nothing to tell. */
  readonly unreadable?: string;
}

/** Never throws for what is in the files: git would stop there. */
export async function diffFile({ path, before, after }: TwoVersions, session: Session): Promise<FileDiff> {
  const change = before === nothing ? "new" : after === nothing ? "gone" : "changed";
  try {
    const [old, now] = [await textOf(before, path, session), await textOf(after, path, session)];
    return { path, change, ...session.limit(() => compared(path, [old, now], session)) };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { path, change, operations: [], besides: [], unreadable: cause.message };
  }
}

const nothing = "/dev/null";

async function textOf(name: string, path: string, session: Session): Promise<string> {
  return name === nothing ? "" : readText(resolve(session.cwd, name), path);
}

function compared(path: string, texts: readonly [string, string], session: Session): Pick<FileDiff, "operations" | "besides" | "unreadable"> {
  const { library } = session.builtIn;
  const inside = roleName(path, texts.find((text) => text !== "") ?? "");
  const sides = texts.map((text) => (text.trim() === "" ? undefined : { path: inside, text }));
  const wrong = sides.flatMap((file) => (file ? readYaml(file).diagnostics : [])).find(({ severity }) => severity === "error");
  if (wrong) return { operations: [], besides: [], unreadable: wrong.message };
  const sources = (file: SourceFile | undefined): readonly ModelSource[] => (file ? readModel([file], library, { at: session.at }).documents : []);
  const [old, now] = [sources(sides[0]), sources(sides[1])];
  const operations = diffModels(old, now, library).changes.map(({ operation }) => (operation.where ? { ...operation, where: { ...operation.where, file: path } } : operation));
  return { operations, besides: operations.length > 0 ? [] : otherKeys(old, now) };
}

/** What is written otherwise in maps that are no part of the system. */
function otherKeys([old]: readonly ModelSource[], [now]: readonly ModelSource[]): readonly string[] {
  const [was, is] = [old?.raw ?? {}, now?.raw ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => notOfSystem.has(key) && canonicalJson(was[key] ?? null) !== canonicalJson(is[key] ?? null)).sort();
}

const notOfSystem: ReadonlySet<string> = new Set(["views", "evidence", "imports", "policy"]);
