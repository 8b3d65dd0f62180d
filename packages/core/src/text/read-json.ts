// JSON text to the same parser events that YAML gives, so that one code path makes values, positions and edits. Strict JSON: no comments, no trailing commas.
import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { Event } from "js-yaml";

/** Stops reading; turned into a diagnostic by the caller. */
export class JsonProblem extends Error {
  readonly offset: number;
  readonly tooDeep: boolean;
  constructor(reason: string, offset: number, tooDeep = false) {
    super(reason);
    this.offset = offset;
    this.tooDeep = tooDeep;
  }
}

interface State {
  readonly text: string;
  readonly events: Event[];
  at: number;
}

const absent = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 } as const;
const quote = 34;
const backslash = 92;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const blank = /[ \t\r\n]*/y;

/** Throws JsonProblem. */
export function parseJsonEvents(text: string, maxDepth: number): Event[] {
  const state: State = { text, events: [{ type: EVENT_ID.DOCUMENT, explicitStart: false, explicitEnd: false, directives: [] }], at: 0 };
  if (text.charCodeAt(0) === 0xfeff) state.at = 1;
  skipBlank(state);
  if (state.at >= text.length) return [];
  readValue(state, maxDepth);
  skipBlank(state);
  if (state.at < text.length) throw new JsonProblem("something follows the end of the JSON value", state.at);
  state.events.push({ type: EVENT_ID.POP });
  return state.events;
}

function readValue(state: State, depth: number): void {
  const first = state.text[state.at];
  if (first === "{" || first === "[") {
    if (depth <= 0) throw new JsonProblem("too deep", state.at, true);
    if (first === "{") readObject(state, depth - 1);
    else readArray(state, depth - 1);
  } else if (first === '"') readString(state);
  else readPlain(state);
}

function readObject(state: State, depth: number): void {
  state.events.push({ type: EVENT_ID.MAPPING, start: state.at, ...absent, style: COLLECTION_STYLE.FLOW });
  readItems(state, "}", function readPair() {
    if (state.text[state.at] !== '"') throw new JsonProblem("a key in double quotes is expected", state.at);
    readString(state);
    skipBlank(state);
    if (state.text[state.at] !== ":") throw new JsonProblem("a colon is expected after the key", state.at);
    state.at++;
    skipBlank(state);
    readValue(state, depth);
  });
}

function readArray(state: State, depth: number): void {
  state.events.push({ type: EVENT_ID.SEQUENCE, start: state.at, ...absent, style: COLLECTION_STYLE.FLOW });
  readItems(state, "]", () => readValue(state, depth));
}

function readItems(state: State, close: string, readItem: () => void): void {
  state.at++;
  skipBlank(state);
  if (state.text[state.at] !== close) {
    for (;;) {
      readItem();
      skipBlank(state);
      if (state.text[state.at] !== ",") break;
      state.at++;
      skipBlank(state);
    }
    if (state.text[state.at] !== close) throw new JsonProblem(`a comma or \`${close}\` is expected`, state.at);
  }
  state.at++;
  state.events.push({ type: EVENT_ID.POP });
}

function readString(state: State): void {
  const start = state.at + 1;
  let fast = true;
  let at = start;
  for (;;) {
    at = nextSpecial(state.text, at);
    if (at >= state.text.length) throw new JsonProblem("a string has no closing quote", state.at);
    const code = state.text.charCodeAt(at);
    if (code === quote) break;
    if (code !== backslash) throw new JsonProblem("a control character must be escaped in a string", at);
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escape.lastIndex = at;
    const escaped = escape.exec(state.text);
    if (escaped === null) throw new JsonProblem("an unknown escape sequence in a string", at);
    fast = false;
    at += escaped[0].length;
  }
  pushScalar(state, start, at, SCALAR_STYLE.DOUBLE_QUOTED, fast);
  state.at = at + 1;
}

function nextSpecial(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote || code === backslash || code < 32) break;
    at++;
  }
  return at;
}

function readPlain(state: State): void {
  for (const word of ["true", "false", "null"]) {
    if (!state.text.startsWith(word, state.at)) continue;
    pushScalar(state, state.at, state.at + word.length, SCALAR_STYLE.PLAIN, true);
    state.at += word.length;
    return;
  }
  number.lastIndex = state.at;
  const found = number.exec(state.text);
  if (found === null) throw new JsonProblem("a value is expected", state.at);
  pushScalar(state, state.at, state.at + found[0].length, SCALAR_STYLE.PLAIN, true);
  state.at += found[0].length;
}

function pushScalar(state: State, valueStart: number, valueEnd: number, style: 1 | 3, fast: boolean): void {
  state.events.push({ type: EVENT_ID.SCALAR, valueStart, valueEnd, ...absent, style, chomping: CHOMPING_MODE.CLIP, indent: -1, fast });
}

function skipBlank(state: State): void {
  blank.lastIndex = state.at;
  blank.exec(state.text);
  state.at = blank.lastIndex;
}
