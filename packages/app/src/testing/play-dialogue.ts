// Plays a person in a conversation: replies by the words that a person would see, and notes what was asked and said.
import { holdDialogue, type Answer } from "../dialogue/hold-dialogue.ts";
import type { Dialogue, QuestionPrompt } from "../dialogue/prompt.ts";

export interface Played<T> {
  readonly result: T | undefined;
  /** Questions, and what was said in between. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
  /** Each state worth keeping, in order. */
  readonly kept: readonly unknown[];
}

/** A reply is a text, a label (of what is said instead, where several may be chosen), several labels, `<` to go back, or "stop". Throws when an option is not offered. */
export async function playDialogue<T>(start: () => Dialogue<T>, replies: readonly (string | readonly string[])[]): Promise<Played<T>> {
  const asked: string[] = [];
  const said: string[] = [];
  const kept: unknown[] = [];
  const left = [...replies];
  const result = await holdDialogue(start, {
    async ask(prompt): Promise<Answer> {
      asked.push(prompt.message);
      const reply = left.shift();
      if (reply === undefined) throw new Error(`There is no reply to: ${prompt.message}`);
      if (reply === "<") return "back";
      return reply === "(stop)" ? "stop" : { reply: typeof reply === "string" ? valueOf(prompt, reply) : reply.map((one) => valueOf(prompt, one, "several")) };
    },
    say: ({ lines }) => { said.push(...lines); },
    keep: async (state) => { kept.push(state); },
  });
  if (left.length > 0) throw new Error(`Nobody asked for: ${left.join(", ")}`);
  return { result, asked, said, kept };
}

function valueOf(prompt: QuestionPrompt, reply: string, chosen: "one" | "several" = "one"): string {
  const options = prompt.kind === "text" ? prompt.known ?? [] : prompt.kind === "several" && chosen === "one" ? prompt.instead ?? [] : prompt.options;
  const found = options.find(({ label, value }) => label === reply || value === reply);
  if (found) return found.value;
  if (prompt.kind !== "text") throw new Error(`${prompt.message} does not offer ${reply}, but ${options.map(({ label }) => label).join(" | ")}`);
  const wrong = reply === "" ? undefined : prompt.check?.(reply);
  if (wrong !== undefined) throw new Error(`${prompt.message}: ${wrong}`);
  return reply;
}
