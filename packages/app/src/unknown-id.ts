// The error for an id that does not exist, with the ids that were probably meant.
import { nearest } from "@merlon/core";
import { AppError } from "./app-error.ts";

export function unknownId(what: string, id: string, known: Iterable<string>): AppError {
  const all = [...known].sort();
  const close = nearest(id, all);
  const hint = close !== undefined ? `Did you mean \`${close}\`?` : all.length === 0 ? `There is no ${what} at all.` : `There ${all.length === 1 ? "is" : "are"}: ${all.slice(0, 12).join(", ")}${all.length > 12 ? ", …" : ""}.`;
  return new AppError("A4009", `There is no ${what} \`${id}\`.`, { hint });
}
