// Lets people think first and reveals afterwards: the boundary, their ideas in turns, then which of them the rules have as well.
import { targetsOf } from "@merlon/core";
import type { StrideLetter, Threat } from "@merlon/schema";
import { askOne, askSeveral, askText, say, type Dialogue, type Option } from "../dialogue/prompt.ts";
import { placesNamed, proposals, thinkResult, type Compared, type Idea, type ThinkResult, type ThinkTopic } from "./think-session.ts";
import { revealLines } from "./reveal-lines.ts";

export interface ThinkEnd {
  readonly people: readonly string[];
  readonly result: ThinkResult;
  /** What is to be kept as threats of the model. */
  readonly kept: readonly Idea[];
}

export function* thinkDialogue(topic: ThinkTopic): Dialogue<ThinkEnd> {
  yield* say(topic.card, topic.title);
  const people = (yield* askText({ message: "Who is thinking? Names, with commas between them", placeholder: "Ana, Ben", optional: true, emptyDoes: "for only you" })).split(",").map((name) => name.trim()).filter((name) => name !== "");
  yield* say(["Say what could go wrong, one sentence each. There are no wrong answers, and nothing is shown before you are done."]);
  const ideas = people.length > 1 ? yield* takeTurns(people) : yield* oneAfterAnother(people[0]);
  const compared: Compared[] = [];
  for (const idea of ideas) compared.push(yield* compare(idea, topic));
  const result = thinkResult(compared, topic);
  yield* say(revealLines(result), "What you found, and what the rules found");
  return { people, result, kept: yield* chooseKept(result, topic) };
}

function* oneAfterAnother(name: string | undefined): Dialogue<readonly Idea[]> {
  const ideas: Idea[] = [];
  for (;;) {
    const text = yield* askText({ message: ideas.length === 0 ? "What could go wrong here?" : "What else?", optional: true, emptyDoes: "when nothing comes to mind any more" });
    if (text === "") return ideas;
    ideas.push({ text, ...(name === undefined ? {} : { by: name }) });
  }
}

/** Round by round, until a whole round brings nothing. */
function* takeTurns(people: readonly string[]): Dialogue<readonly Idea[]> {
  const ideas: Idea[] = [];
  for (;;) {
    const before = ideas.length;
    for (const by of people) {
      const text = yield* askText({ message: `${by}: what ${ideas.some((idea) => idea.by === by) ? "else " : ""}could go wrong here?`, optional: true, emptyDoes: "passes" });
      if (text !== "") ideas.push({ text, by });
    }
    if (ideas.length === before) return ideas;
  }
}

const none = "\u0001none";

function* compare(idea: Idea, topic: ThinkTopic): Dialogue<Compared> {
  const found = proposals(idea, topic);
  if (found.length === 0) return { idea };
  const options = found.map(({ threats }, index): Option => ({ value: String(index), label: `${threats[0].title} (${placesOf(threats)})`, hint: threats[0].statement }));
  const chosen = yield* askOne({ message: `"${idea.text}": is that one of these?`, options: [...options, { value: none, label: "No, it is something else" }] });
  const same = found[Number(chosen)];
  return same ? { idea, same: same.threats.map(({ id }) => id) } : { idea };
}

function placesOf(threats: readonly Threat[]): string {
  const titles = [...new Set(threats.flatMap((threat) => targetsOf(threat).map(({ title }) => title)))];
  return titles.length > 3 ? `${titles.slice(0, 2).join(", ")} and ${titles.length - 2} more` : titles.join(", ");
}

const kinds: readonly Option[] = [
  { value: "S", label: "Somebody pretends to be somebody else", hint: "spoofing" }, { value: "T", label: "Something is changed", hint: "tampering" }, { value: "R", label: "Somebody denies what they did", hint: "repudiation" },
  { value: "I", label: "Something becomes known", hint: "information disclosure" }, { value: "D", label: "Something stops working", hint: "denial of service" }, { value: "E", label: "Somebody may do more than they should", hint: "elevation of privilege" },
  { value: none, label: "Not sure" },
];

function* chooseKept({ onlyPeople }: ThinkResult, topic: ThinkTopic): Dialogue<readonly Idea[]> {
  if (onlyPeople.length === 0) return [];
  const options = onlyPeople.map(({ idea }, index) => ({ value: String(index), label: idea.text, ...(idea.by === undefined ? {} : { hint: idea.by }) }));
  const chosen = yield* askSeveral({ message: "Which of what only you found shall be kept in the model?", options, initial: options.map(({ value }) => value) });
  const kept: Idea[] = [];
  for (const { idea } of onlyPeople.filter((_, index) => chosen.includes(String(index)))) {
    const letter = yield* askOne({ message: `What happens in "${idea.text}"?`, options: kinds, initial: none });
    kept.push({ ...idea, at: placesNamed(idea.text, topic), ...(letter === none ? {} : { stride: [letter as StrideLetter] }) }); // one of the options
  }
  return kept;
}
