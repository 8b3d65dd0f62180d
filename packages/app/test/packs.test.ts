// The packs of a model: what it gets with them, and what taking one away leaves.
import { expect, test } from "vitest";
import { analyzeModels } from "../src/analyze-models.ts";
import { place } from "./place.ts";

/** Packs in use, packs with rules in use, and what is said about the words of the model. */
async function withPacks(packs: string) {
  const { session } = await place({ "model.yaml": `merlon: 1\nid: one\n${packs === "" ? "" : `packs: ${packs}\n`}elements: {assistant: {kind: process, type: llm.agent}}\n` });
  const { models: [one] } = await analyzeModels(".", session);
  const { packs: used, rules } = one!.loaded.library;
  return { used: used.map(({ id }) => id), ruled: [...new Set(rules.map(({ pack }) => pack))].sort(), said: one!.diagnostics.map(({ code }) => code) };
}

test("[PCK-2] optional packs are off until a model names them", async () => {
  const [none, more] = [await withPacks(""), await withPacks("[default, microsecend]")];
  expect(more.used.filter((id) => !none.used.includes(id))).toEqual(["microsecend"]);
  expect(none.ruled).not.toContain("microsecend");
  expect(none.used).toContain("ai");
});

test("[PCK-3] taking a pack away takes its rules away; its words are still understood", async () => {
  const { used, ruled, said } = await withPacks("[default, -ai, -core]");
  expect([used.includes("ai"), ruled.includes("ai"), ruled.includes("core"), ruled.includes("web"), said]).toEqual([false, false, false, true, []]);
});
