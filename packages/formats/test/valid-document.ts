// What any imported document must be: valid by the schema, free of problems when read as a model, with ids that are valid and unique.
import { ModelDocumentSchema } from "@merlon/schema";
import type { ModelDocument } from "@merlon/schema";
import { readModel } from "@merlon/core";
import { builtInLibrary } from "@merlon/testkit";

const idPattern = /^[a-z][a-z0-9-]{0,62}$/;
const maps = ["elements", "boundaries", "flows", "data", "controls", "threats", "risks", "assumptions"] as const;

/** Secrets, personal values and CVE ids in texts: what people wrote is carried as it is, and core tells them. */
const aboutWords = new Set(["C1060", "C1061", "C1062"]);

/** Every problem as a line of text; none for a good document. */
export function problemsOf(document: ModelDocument): readonly string[] {
  const shape = ModelDocumentSchema.safeParse(withoutExtensions(document));
  const read = readModel([{ path: "model.json", text: JSON.stringify(document) }], builtInLibrary());
  return [
    ...(shape.success ? [] : shape.error.issues.map((found) => `${found.path.join(".")}: ${found.message}`)),
    ...read.diagnostics.filter(({ severity, code }) => severity !== "info" && !aboutWords.has(code)).map(({ code, message, where }) => `${code} ${where?.path ?? ""} ${message}`),
    ...idProblems(document),
  ];
}

function idProblems(document: ModelDocument): readonly string[] {
  const ids = maps.flatMap((map) => Object.keys(document[map] ?? {}));
  const bad = [...ids, ...Object.keys(document.views ?? {})].filter((id) => !idPattern.test(id)).map((id) => `invalid id ${id}`);
  return [...bad, ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id used twice: ${id}`)];
}

/** The schema of a file as written knows no `x-` keys and no characteristics of packs; core lifts them out before it looks. */
function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("x-") && !/^[a-z0-9-]+\.[a-z0-9-]+$/.test(key)).map(([key, part]) => [key, withoutExtensions(part)]));
}
