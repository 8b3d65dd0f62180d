import { expect, test } from "vitest";
import { holdDialogue, type Answer } from "./hold-dialogue.ts";
import { askOne, askText, keep, say, type Dialogue } from "./prompt.ts";

function* shopping(): Dialogue<readonly string[]> {
  const first = yield* askText({ message: "First?" });
  yield* keep([first]);
  yield* say([`${first} is in the basket`]);
  const second = yield* askOne({ message: "Second?", options: [] });
  yield* keep([first, second]);
  const third = yield* askText({ message: "Third?" });
  return [first, second, third];
}

async function hold(answers: readonly Answer[]): Promise<{ readonly result: unknown; readonly log: readonly string[] }> {
  const log: string[] = [];
  const rest = [...answers];
  const result = await holdDialogue(shopping, {
    ask: async ({ message, initial }, canGoBack) => {
      log.push(`${message}${canGoBack ? "" : " (first)"}${initial === undefined ? "" : ` [${String(initial)}]`}`);
      return rest.shift() ?? "stop";
    },
    say: ({ lines }) => { log.push(...lines); },
    keep: async (kept) => { log.push(`keep ${JSON.stringify(kept)}`); },
  });
  return { result, log };
}

test("a conversation gives what came of all replies", async () => {
  expect(await hold([{ reply: " a " }, { reply: "b" }, { reply: "c" }])).toEqual({
    result: ["a", "b", "c"],
    log: ["First? (first)", 'keep ["a"]', "a is in the basket", "Second?", 'keep ["a","b"]', "Third?"],
  });
});

test("going back asks the question before again with its reply, and takes back what was kept since", async () => {
  expect(await hold([{ reply: "a" }, { reply: "b" }, "back", "back", { reply: "x" }, { reply: "y" }, { reply: "z" }])).toEqual({
    result: ["x", "y", "z"],
    log: [
      "First? (first)", 'keep ["a"]', "a is in the basket", "Second?", 'keep ["a","b"]', "Third?", 'keep ["a"]', "a is in the basket", "Second? [b]", "keep undefined", "First? (first) [a]",
      'keep ["x"]', "x is in the basket", "Second?", 'keep ["x","y"]', "Third?",
    ],
  });
});

test("who stops gets no result; what was kept stays kept", async () => {
  expect(await hold([{ reply: "a" }, "stop"])).toEqual({ result: undefined, log: ["First? (first)", 'keep ["a"]', "a is in the basket", "Second?"] });
});
