// Leads a conversation with whoever answers: asks prompt by prompt, goes back by replaying all replies but the last, and ends early when told to.
import type { Dialogue, Prompt, QuestionPrompt, Reply, SayPrompt } from "./prompt.ts";

/** What came of one question: a reply, or the wish to go back or to stop. */
export type Answer = { readonly reply: Reply } | "back" | "stop";

export interface Listener {
  readonly ask: (prompt: QuestionPrompt, canGoBack: boolean) => Promise<Answer>;
  readonly say: (prompt: SayPrompt) => void;
  /** Called with what is settled whenever that changes, also when going back takes something away. */
  readonly keep?: (kept: unknown) => Promise<void>;
}

/** undefined when the person stopped. What was kept before stays kept. */
export async function holdDialogue<T>(start: () => Dialogue<T>, listener: Listener): Promise<T | undefined> {
  const replies: Reply[] = [];
  let undone: Reply | undefined;
  let kept: unknown;
  for (;;) {
    const dialogue = start();
    const replayed = replay(dialogue, replies);
    if (replayed.kept !== kept) await listener.keep?.(kept = replayed.kept);
    const end = await proceed({ dialogue, step: replayed.step, undone }, replies, { ...listener, keep: async (value) => { await listener.keep?.(kept = value); } });
    if (end !== "back") return end === "stop" ? undefined : end.value;
    undone = replies.pop();
  }
}

interface Position<T> {
  readonly dialogue: Dialogue<T>;
  readonly step: IteratorResult<Prompt, T>;
  /** The reply that the next question had before the person turned back. */
  readonly undone: Reply | undefined;
}

/** From an open question to the end, or to where the person turns back or stops. */
async function proceed<T>({ dialogue, step: from, undone }: Position<T>, replies: Reply[], listener: Required<Listener>): Promise<{ readonly value: T } | "back" | "stop"> {
  let step = from;
  let before = undone;
  while (!step.done) {
    const prompt = step.value;
    if (prompt.kind === "say") {
      listener.say(prompt);
      step = dialogue.next(undefined);
    } else if (prompt.kind === "keep") {
      await listener.keep(prompt.kept);
      step = dialogue.next(undefined);
    } else {
      const answer = await listener.ask(before === undefined ? prompt : withInitial(prompt, before), replies.length > 0);
      before = undefined;
      if (answer === "stop" || answer === "back") return answer;
      replies.push(answer.reply);
      step = dialogue.next(answer.reply);
    }
  }
  return { value: step.value };
}

function withInitial(prompt: QuestionPrompt, before: Reply): QuestionPrompt {
  if (prompt.kind === "several") return typeof before === "string" ? prompt : { ...prompt, initial: before };
  return typeof before === "string" ? { ...prompt, initial: before } : prompt;
}

interface Replayed<T> {
  readonly step: IteratorResult<Prompt, T>;
  readonly kept: unknown;
}

/** Runs silently up to the last reply. What is said after it is said again, because it belongs to the open question. */
function replay<T>(dialogue: Dialogue<T>, replies: readonly Reply[]): Replayed<T> {
  let kept: unknown;
  let step = dialogue.next(undefined);
  function skip(what: (prompt: Prompt) => boolean): void {
    while (!step.done && what(step.value)) {
      if (step.value.kind === "keep") ({ kept } = step.value);
      step = dialogue.next(undefined);
    }
  }
  for (const reply of replies) {
    skip(({ kind }) => kind === "say" || kind === "keep");
    step = dialogue.next(reply);
  }
  skip(({ kind }) => kind === "keep");
  return { step, kept };
}
