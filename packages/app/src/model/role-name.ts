// What one file is called inside of its model's folder, which shows what it is for, where only its place in a repository is known.
import { fileRole } from "@merlon/core";
import { AppError } from "../app-error.ts";

export function roleName(path: string, text: string): string {
  const ending = /\.(?:yml|json)$/.exec(path)?.[0] ?? ".yaml";
  if (/^\s*\{?\s*"?merlon"?\s*:/m.test(text.slice(0, 4000))) return `model${ending}`;
  const parts = path.split("/");
  const found = parts.map((_, at) => parts.slice(at).join("/")).find((inner) => fileRole(inner) !== undefined);
  if (found === undefined) throw new AppError("A4002", `${path} is no file of a model.`, { hint: "Take the line about it out of .gitattributes." });
  return found;
}
