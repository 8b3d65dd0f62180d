// What `--set` takes, in parts: `orders.encryption-at-rest=yes`, `card.levels.confidentiality=secret`, `web.technology=nodejs,react`, `model.stage=operate`; nothing after `=` takes it out.
import { readYaml } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";

export interface Setting {
  readonly text: string;
  readonly object: string;
  readonly field: readonly [string, ...string[]];
  /** As it may be meant, the likeliest first: a word, or a list where the field takes one. `undefined` takes the field out. */
  readonly values: readonly unknown[];
}

export function readSetting(text: string, { characteristics }: Pick<Library, "characteristics">): Setting {
  const [, object, key, value] = /^([^.=\s]+)\.([^=\s]+)=(.*)$/s.exec(text) ?? [];
  if (object === undefined || key === undefined || value === undefined) {
    throw new AppError("A4015", `\`--set ${text}\` does not say what is set to what.`, { hint: "Write object.field=value, such as --set web.input-validation=yes." });
  }
  const whole = key.startsWith("x-") || characteristics.some(({ id }) => id === key);
  const [first, ...rest] = whole ? [key] : key.split(".");
  return { text, object, field: [first ?? key, ...rest], values: valuesOf(value.trim()) };
}

function valuesOf(text: string): readonly unknown[] {
  if (text === "") return [undefined];
  const read = readYaml({ path: "--set", text: `value: ${text}` }).value;
  const value = typeof read === "object" && read !== null && "value" in read ? read.value : text;
  if (typeof value === "object") return [value];
  return [value, text.split(",").map((part) => part.trim()).filter((part) => part !== "")];
}
