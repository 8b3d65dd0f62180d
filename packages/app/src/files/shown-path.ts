// Paths as people see them: relative to where they stand, with forward slashes.
import { isAbsolute, normalize, relative, resolve, sep } from "node:path";

/** A path inside of `cwd` becomes relative to it (`.` for itself); another stays as it was written. */
export function shownPath(path: string, cwd: string): string {
  const fromHere = relative(cwd, resolve(cwd, path));
  const inside = !fromHere.startsWith("..") && !isAbsolute(fromHere);
  const shown = inside ? fromHere || "." : trimmed(normalize(path));
  return shown.split(sep).join("/");
}

/** A file's path inside a shown folder. */
export function shownInside(folder: string, path: string): string {
  return folder === "." ? path : folder.endsWith("/") ? folder + path : `${folder}/${path}`;
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path;
}
