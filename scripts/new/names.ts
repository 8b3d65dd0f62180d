// The forms of a kebab-case id that code needs.
import { ScaffoldError } from "./scaffold.ts";

export function requireId(id: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return id;
  throw new ScaffoldError(`"${id}" is not in kebab case, as in plain-backup.`);
}

/** plain-backup to plainBackup. */
export function camel(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** plain-backup to PlainBackup. */
export function pascal(id: string): string {
  return camel(`-${id}`);
}

/** plain-backup to Plain backup. */
export function sentence(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
