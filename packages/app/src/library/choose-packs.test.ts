// The words of a model's `packs`: what they choose, and what is said when they choose nothing.
import { expect, test } from "vitest";
import { AppError } from "../app-error.ts";
import { choosePacks } from "./choose-packs.ts";

const known = [{ id: "core" }, { id: "web" }, { id: "ai" }, { id: "teaching", default: "off" as const }].map((pack) => ({ version: "1.0.0", title: pack.id, digest: "sha256:0", ...pack }));

function chosen(...names: readonly string[]): string {
  const packs = names.map((name, index) => ({ name, where: { file: "model.yaml", line: index + 1, column: 1 } }));
  try {
    const { builtIn, own } = choosePacks(packs.length === 0 ? undefined : packs, known);
    return [...builtIn, ...own.map(({ name }) => name)].join(" ");
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.where?.line}: ${error.message}` : "";
  }
}

test("[PCK-2] default, a pack more, a pack less, a pack of one's own, in any order", () => {
  expect([
    chosen(), chosen("default"), chosen("default", "teaching"), chosen("default", "-ai", "./ours"), chosen("-ai", "default"), chosen("core", "../ours"), chosen("teaching"), chosen("core", "-ai"), chosen("./ours"),
  ]).toEqual([
    "core web ai", "core web ai", "core web ai teaching", "core web ./ours", "core web", "core ../ours", "teaching", "core", "./ours",
  ]);
});

test("[PCK-4] what is not there is told with the nearest, and that there is nothing to take from", () => {
  expect([chosen("default", "teachin"), chosen("default", "-wbe"), chosen("defualt"), chosen("default", "ours"), chosen("-ai")]).toEqual([
    "A4005 2: The model asks for the rule pack `teachin`, which is not installed; did you mean `teaching`?",
    "A4005 2: The model asks for the rule pack `wbe`, which is not installed; did you mean `web`?",
    "A4005 1: The model asks for the rule pack `defualt`, which is not installed; did you mean `default`?",
    "A4005 2: The model asks for the rule pack `ours`, which is not installed.",
    "A4005 1: `-ai` takes a pack away, but there is nothing to take it from.",
  ]);
});
