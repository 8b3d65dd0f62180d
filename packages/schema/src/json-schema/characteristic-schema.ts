// The JSON Schema of one characteristic's value, for characteristics that packs bring and the generated shapes do not have.
import * as z from "zod";
import { choiceValue, FlagSchema, numberValue, setValue } from "../common/value.ts";
import type { Characteristic, ChoiceValue } from "../knowledge/characteristic.ts";

export function characteristicSchema(one: Characteristic): z.ZodType {
  const question = one.question.replaceAll("{title}", `this ${one["applies-to"].join(" or ")}`);
  const examples = one.kind === "set" ? [one.examples] : [...one.examples];
  return valueSchema(one).meta({ title: one.title, description: `${question} ${one.help}`, examples });
}

function valueSchema(one: Characteristic): z.ZodType {
  const values = one.values ?? [];
  switch (one.kind) {
    case "flag": return FlagSchema;
    case "choice": return choiceValue(Object.fromEntries(values.map((value) => [value.id, textOf(value)])));
    case "set": return setValue(memberSchema(values), [one.examples.map(String)]);
    case "number": return numberValue(one, Number(one.examples[0] ?? 0));
  }
}

function memberSchema(values: readonly ChoiceValue[]): z.ZodType<string> {
  const [first, ...rest] = values.map((value) => value.id);
  if (first === undefined) return z.string().min(1);
  return z.enum([first, ...rest]).meta({ enumDescriptions: values.map(textOf) });
}

function textOf(value: ChoiceValue): string {
  return value.description ?? `${value.title}.`;
}
