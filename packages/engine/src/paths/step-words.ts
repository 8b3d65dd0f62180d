// A step in words: its template with the titles of what it is about.
import type { Step } from "./attack-step.ts";

export function wordsOfStep({ words, at, door, data, other }: Step): string {
  const titles: Readonly<Record<string, string | undefined>> = { at: at.title, to: (at.kind === "flow" ? at.to : door?.to)?.title, flow: door?.flow?.title, data: data?.title, other: other?.title };
  return words.replace(/\{(\w+)\}/g, (all, name: string) => titles[name] ?? all);
}
