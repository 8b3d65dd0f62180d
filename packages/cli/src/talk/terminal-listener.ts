// Shows the prompts of a conversation on a terminal. Thin: what is asked, and in which order, is decided in app.
import type * as clackModule from "@clack/prompts";
import type { Answer, Listener, OnePrompt, QuestionPrompt, SayPrompt, SeveralPrompt, TextPrompt } from "@merlon/app";
import { line, plainStyle, renderLines, type Page } from "@merlon/reports";

/** What is used of the library. */
export type Clack = Pick<typeof clackModule, "text" | "select" | "multiselect" | "autocomplete" | "isCancel" | "note" | "log">;

const back = { value: "\u0000back", label: "← back" };
const again = { value: "\u0000again", label: "← choose some after all" };
const other = { value: "\u0000other", label: "something else" };

/** The library is loaded only when somebody is there to be asked. */
export async function terminalListener(page: Page, load: () => Promise<Clack> = () => import("@clack/prompts")): Promise<Omit<Listener, "keep">> {
  const clack = await load();
  return { ask: (prompt, canGoBack) => ask(clack, prompt, canGoBack), say: (prompt) => { say(clack, prompt, page); } };
}

async function ask(clack: Clack, prompt: QuestionPrompt, canGoBack: boolean): Promise<Answer> {
  const reply = await show(clack, prompt, canGoBack);
  if (clack.isCancel(reply)) return "stop";
  if (reply === back.value || (prompt.kind === "text" && canGoBack && reply === "<")) return "back";
  return { reply: typeof reply === "string" || Array.isArray(reply) ? reply : "" };
}

async function show(clack: Clack, prompt: QuestionPrompt, canGoBack: boolean): Promise<unknown> {
  switch (prompt.kind) {
    case "text": return prompt.known && prompt.known.length > 0 ? search(clack, prompt, canGoBack) : text(clack, prompt, canGoBack);
    case "one": return clack.select<string>({ message: oneLine(prompt.message), options: choices(prompt, canGoBack), ...(prompt.initial === undefined ? {} : { initialValue: prompt.initial }), maxItems: 14 });
    case "several": return several(clack, prompt, canGoBack);
  }
}

/** Only answers have a box to tick. What is said instead of them is asked for when nothing was ticked. */
async function several(clack: Clack, prompt: SeveralPrompt, canGoBack: boolean): Promise<unknown> {
  const { instead = [] } = prompt;
  for (;;) {
    const ticked = await ticks(clack, prompt, canGoBack);
    if (!Array.isArray(ticked) || ticked.length > 0 || instead.length === 0) return ticked;
    const said = await clack.select<string>({ message: "Nothing is ticked:", options: [...choices({ options: instead }, canGoBack), again], maxItems: 14 });
    if (said !== again.value) return said;
  }
}

async function ticks(clack: Clack, { message, options, initial = [], required = false, instead = [] }: SeveralPrompt, canGoBack: boolean): Promise<unknown> {
  const notes = ["Space ticks", ...(instead.length === 0 ? [] : [`Enter without a tick: ${instead.map(({ label }) => label).join(" / ")}`]), ...(canGoBack ? ["< goes back"] : [])];
  const turn = new AbortController();
  const watch = (typed: unknown): void => { if (canGoBack && typed === "<") turn.abort(); };
  process.stdin.on("keypress", watch);
  try {
    const ticked = await clack.multiselect<string>({
      message: oneLine(`${message} (${notes.join(", ")})`), options: choices({ options }, false), initialValues: [...initial], required: required && instead.length === 0, maxItems: 16, signal: turn.signal,
    });
    return turn.signal.aborted ? back.value : ticked;
  } finally {
    process.stdin.off("keypress", watch);
  }
}

function choices({ options }: Pick<OnePrompt, "options">, canGoBack: boolean): { readonly value: string; readonly label: string; readonly hint?: string }[] {
  const shown = options.map(({ value, label, hint }) => ({ value, label: oneLine(label), ...(hint === undefined ? {} : { hint: oneLine(hint) }) }));
  return canGoBack ? [...shown, back] : shown;
}

function text(clack: Clack, { message, placeholder, initial, optional, emptyDoes, check }: TextPrompt, canGoBack: boolean): Promise<unknown> {
  const notes = [...(optional ? [`Enter ${emptyDoes ?? "leaves it out"}`] : []), ...(canGoBack ? ["< goes back"] : [])];
  return clack.text({
    message: `${oneLine(message)}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`,
    ...(placeholder === undefined ? {} : { placeholder: oneLine(placeholder) }), ...(initial === undefined ? {} : { initialValue: initial }),
    validate(value = "") {
      const typed = value.trim();
      if (canGoBack && typed === "<") return undefined;
      if (typed === "") return optional ? undefined : "Something has to stand here.";
      return check?.(typed);
    },
  });
}

/** One of many known words, found by typing a part of it; or another one. */
async function search(clack: Clack, prompt: TextPrompt, canGoBack: boolean): Promise<unknown> {
  const options = [...(prompt.known ?? []).map(({ value, label, hint }) => ({ value, label: oneLine(label), ...(hint === undefined ? {} : { hint: oneLine(hint) }) })), ...(prompt.onlyKnown ? [] : [other]), ...(canGoBack ? [back] : [])];
  const found = await clack.autocomplete<string>({ message: oneLine(prompt.message), options, placeholder: `${prompt.placeholder ?? "type to search"}${canGoBack ? ", back" : ""}`, maxItems: 10 });
  return found === other.value ? text(clack, prompt, canGoBack) : found;
}

function say(clack: Clack, { title, lines }: SayPrompt, page: Page): void {
  const width = Math.max(30, page.width - 6);
  const shown = renderLines(lines.map((one) => line(one.trimStart(), one.length - one.trimStart().length)), { style: page.style, width }).trimEnd();
  if (title === undefined) clack.log.message(shown);
  else clack.note(shown, oneLine(title), { format: (row) => row });
}

/** Text of a model must not act on the terminal. */
function oneLine(content: string): string {
  return renderLines([line(content)], { style: plainStyle, width: 0 }).trimEnd();
}
