import type { QuestionPrompt } from "@merlon/app";
import { plainStyle } from "@merlon/reports";
import { expect, test } from "vitest";
import { terminalListener, type Clack } from "./terminal-listener.ts";

const cancelled = Symbol("cancelled");

/** Answers each prompt with the next reply, and notes what was shown. */
async function listen(...replies: readonly unknown[]) {
  const shown: string[] = [];
  const left = [...replies];
  const show = (kind: string) => async (options: { readonly message: string; readonly options?: unknown; readonly placeholder?: string }) => {
    const labels = Array.isArray(options.options) ? options.options.map((option: { readonly label: string }) => option.label).join("|") : "";
    shown.push(`${kind}: ${options.message}${labels === "" ? "" : ` [${labels}]`}`);
    const reply = left.shift();
    if (kind === "multiselect" && reply === "<") process.stdin.emit("keypress", "<");
    return reply;
  };
  const clack = {
    text: show("text"), select: show("select"), multiselect: show("multiselect"), autocomplete: show("autocomplete"), isCancel: (value: unknown) => value === cancelled,
    note: (text: string, title: string) => { shown.push(`note ${title}: ${text}`); }, log: { message: (text: string) => { shown.push(`log: ${text}`); } },
  };
  const listener = await terminalListener({ style: plainStyle, width: 46 }, async () => clack as unknown as Clack); // the parts that are used
  return { listener, shown };
}

const one: QuestionPrompt = { kind: "one", message: "Which?\u001b[2J", options: [{ value: "a", label: "A" }] };

test("a reply, a wish to go back, and a wish to stop are told apart", async () => {
  const { listener, shown } = await listen("a", "\u0000back", cancelled, "<", "<");
  const text: QuestionPrompt = { kind: "text", message: "What?", optional: true };
  expect([
    await listener.ask(one, false), await listener.ask(one, true), await listener.ask(one, true), await listener.ask(text, true), await listener.ask(text, false),
  ]).toEqual([{ reply: "a" }, "back", "stop", "back", { reply: "<" }]);
  expect(shown.slice(0, 2)).toEqual(["select: Which?␛[2J [A]", "select: Which?␛[2J [A|← back]"]);
  expect(shown.slice(3)).toEqual(["text: What? (Enter leaves it out, < goes back)", "text: What? (Enter leaves it out)"]);
});

test("only answers have a box to tick: back is a key, and what is said instead is asked for when nothing is ticked", async () => {
  const several: QuestionPrompt = { kind: "several", message: "Which?", options: one.options, required: true, instead: [{ value: "none", label: "None" }, { value: "skip", label: "Skip" }] };
  const { listener, shown } = await listen("<", ["a"], [], "skip", [], "\u0000again", ["a"], [], "\u0000back", cancelled);
  const answers = [];
  for (let asked = 0; asked < 6; asked++) answers.push(await listener.ask(several, true));
  expect(answers).toEqual(["back", { reply: ["a"] }, { reply: "skip" }, { reply: ["a"] }, "back", "stop"]);
  expect(shown.slice(0, 4)).toEqual([
    ...Array.from({ length: 3 }, () => "multiselect: Which? (Space ticks, Enter without a tick: None / Skip, < goes back) [A]"), "select: Nothing is ticked: [None|Skip|← back|← choose some after all]",
  ]);
  expect(process.stdin.listenerCount("keypress")).toBe(0);
});

test("one of many known words, or another one where that will do", async () => {
  const known: QuestionPrompt = { kind: "text", message: "Type?", known: [{ value: "web", label: "web" }] };
  const { listener, shown } = await listen("\u0000other", "acme.thing", "web");
  expect([await listener.ask(known, false), await listener.ask({ ...known, onlyKnown: true }, true)]).toEqual([{ reply: "acme.thing" }, { reply: "web" }]);
  expect(shown).toEqual(["autocomplete: Type? [web|something else]", "text: Type?", "autocomplete: Type? [web|← back]"]);
});

test("what is said is wrapped and cannot act on the terminal", async () => {
  const { listener, shown } = await listen();
  listener.say({ kind: "say", lines: ["one two three four five six seven eight nine ten", "  in\u001b[2J"] });
  listener.say({ kind: "say", title: "T", lines: ["x"] });
  expect(shown).toEqual(["log: one two three four five six seven eight\nnine ten\n  in␛[2J", "note T: x"]);
});
