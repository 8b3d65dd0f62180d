// A rule's condition in words, as a nested Markdown list: what people read instead of YAML.
import type { Condition, FactCondition } from "@merlon/schema";

export function conditionLines(condition: Condition, depth = 0): readonly string[] {
  const indent = "  ".repeat(depth);
  const because = condition.because ? ` — ${condition.because}` : "";
  if ("all" in condition) return group("all of", condition.all, because, depth);
  if ("any" in condition) return group("any of", condition.any, because, depth);
  if ("not" in condition) return [`${indent}- not:${because}`, ...conditionLines(condition.not, depth + 1)];
  if ("fact" in condition) return [`${indent}- ${factWords(condition)}${because}`];
  if ("control" in condition) return [`${indent}- control \`${condition.control}\` at \`${condition.at}\` is in force${because}`];
  const [kind, relation] = "some" in condition ? ["some", condition.some] : "every" in condition ? ["every", condition.every] : ["none", condition.none];
  return [`${indent}- ${kind} of \`${relation}\` (as \`${condition.as}\`):${because}`, ...conditionLines(condition.where, depth + 1)];
}

function group(words: string, parts: readonly Condition[], because: string, depth: number): readonly string[] {
  if (parts.length === 1 && because === "") return conditionLines(parts[0]!, depth);
  return [`${"  ".repeat(depth)}- ${words}:${because}`, ...parts.flatMap((part) => conditionLines(part, depth + 1))];
}

function factWords(condition: FactCondition): string {
  const name = `\`${condition.fact}\``;
  if (condition.is !== undefined) return `${name} is **${String(condition.is)}**`;
  if (condition.in !== undefined) return `${name} is one of **${condition.in.map(String).join(", ")}**`;
  if (condition.unlike !== undefined) return `${name} is unlike that of \`${condition.unlike}\``;
  if (condition["at-least"] !== undefined) return `${name} is at least **${String(condition["at-least"])}**`;
  return `${name} is below **${String(condition.below)}**`;
}
