// What a conversation asks of a person, as data. A terminal, a test or a form may show it; nothing here knows which.

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Free text. An optional one may stay empty, which gives "". */
export interface TextPrompt {
  readonly kind: "text";
  readonly message: string;
  readonly placeholder?: string;
  readonly initial?: string;
  readonly optional?: boolean;
  /** What leaving it empty does, in a few words; "leaves it out" when not said. */
  readonly emptyDoes?: string;
  /** What is wrong with a text, as a sentence; undefined when it will do. */
  readonly check?: (text: string) => string | undefined;
  /** Where a text is usually one of many known words: to search in. */
  readonly known?: readonly Option[];
  /** No other word will do. */
  readonly onlyKnown?: boolean;
}

export interface OnePrompt {
  readonly kind: "one";
  readonly message: string;
  readonly options: readonly Option[];
  readonly initial?: string;
}

export interface SeveralPrompt {
  readonly kind: "several";
  readonly message: string;
  readonly options: readonly Option[];
  readonly initial?: readonly string[];
  /** At least one must be chosen, or one of `instead`. */
  readonly required?: boolean;
  /** What may be said instead of choosing, such as "none of these" or "skip". The reply is then that one text, so nobody can choose both. */
  readonly instead?: readonly Option[];
}

/** Something to read. No reply. */
export interface SayPrompt {
  readonly kind: "say";
  readonly title?: string;
  readonly lines: readonly string[];
}

/** What has been settled so far and is worth keeping, should the conversation end here. No reply. */
export interface KeepPrompt {
  readonly kind: "keep";
  readonly kept: unknown;
}

export type QuestionPrompt = TextPrompt | OnePrompt | SeveralPrompt;
export type Prompt = QuestionPrompt | SayPrompt | KeepPrompt;
export type Reply = string | readonly string[];

/** A conversation is a generator: prompts out, replies in. It must depend on nothing but its replies, because going back replays them. */
export type Dialogue<T> = Generator<Prompt, T, Reply | undefined>;

export function* askText(prompt: Omit<TextPrompt, "kind">): Dialogue<string> {
  const reply = yield { kind: "text", ...prompt };
  return typeof reply === "string" ? reply.trim() : "";
}

export function* askOne(prompt: Omit<OnePrompt, "kind">): Dialogue<string> {
  const reply = yield { kind: "one", ...prompt };
  return typeof reply === "string" ? reply : "";
}

/** What was chosen; or the one thing that was said instead. */
export function* askSeveral(prompt: Omit<SeveralPrompt, "kind">): Dialogue<readonly string[]> {
  const reply = yield { kind: "several", ...prompt };
  return typeof reply === "string" ? [reply] : reply ?? [];
}

export function* askYesNo(message: string, initial: "yes" | "no" = "yes"): Dialogue<boolean> {
  return (yield* askOne({ message, initial, options: [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }] })) === "yes";
}

export function* say(lines: readonly string[], title?: string): Dialogue<void> {
  yield { kind: "say", lines, ...(title === undefined ? {} : { title }) };
}

export function* keep(kept: unknown): Dialogue<void> {
  yield { kind: "keep", kept };
}
