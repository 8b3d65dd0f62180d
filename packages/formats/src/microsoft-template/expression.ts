// The generation expressions of a template: `source is 'GE.P' and not (flow crosses 'GE.TB.B')`. Parsed once; what they mean is said in evaluate-expression and, for rules, in condition-of.

export type Role = "source" | "target" | "flow";

export type Expression =
  | { readonly kind: "all" | "any"; readonly parts: readonly Expression[] }
  | { readonly kind: "not"; readonly part: Expression }
  | { readonly kind: "type"; readonly role: Role; readonly type: string }
  | { readonly kind: "attribute"; readonly role: Role; readonly attribute: string; readonly value: string }
  | { readonly kind: "crosses"; readonly type: string };

export type ParsedExpression = { readonly expression: Expression } | { readonly problem: string };

interface Token {
  readonly kind: "word" | "value" | "bracket";
  readonly text: string;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  problem?: string;
}

/** Deeper than anybody nests. */
const deepest = 50;

export function parseExpression(text: string): ParsedExpression {
  const tokens = tokensOf(text);
  if (typeof tokens === "string") return { problem: tokens };
  if (tokens.length === 0) return { problem: "it is empty" };
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const expression = readJunction(reader, "any");
  if (reader.problem === undefined && reader.at < tokens.length) reader.problem = `\`${tokens[reader.at]?.text ?? ""}\` is not expected`;
  return reader.problem === undefined && expression !== undefined ? { expression } : { problem: reader.problem ?? "it is empty" };
}

const tokenPattern = /\s*(?:'([^']*)'|([()])|([^\s()']+))/y;

function tokensOf(text: string): readonly Token[] | string {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  let at = 0;
  while (at < trimmed.length) {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(trimmed);
    if (found === null) return "a quoted value does not end";
    const [whole, value, bracket, word] = found;
    tokens.push(value !== undefined ? { kind: "value", text: value } : bracket !== undefined ? { kind: "bracket", text: bracket } : { kind: "word", text: word ?? "" });
    at += whole.length;
  }
  return tokens;
}

const joining = { any: "or", all: "and" } as const;

/** `or` binds less than `and`. */
function readJunction(reader: Reader, kind: "any" | "all"): Expression | undefined {
  const next = (): Expression | undefined => (kind === "any" ? readJunction(reader, "all") : readUnary(reader));
  const first = next();
  const parts = first === undefined ? [] : [first];
  while (reader.problem === undefined && takeWord(reader, joining[kind])) {
    const part = next();
    if (part !== undefined) parts.push(part);
  }
  return reader.problem === undefined && parts.length > 1 ? { kind, parts } : parts[0];
}

function readUnary(reader: Reader): Expression | undefined {
  if (++reader.depth > deepest) return fail(reader, "it nests too deeply");
  const expression = takeWord(reader, "not") ? negated(readUnary(reader)) : takeBracket(reader, "(") ? readGroup(reader) : readTerm(reader);
  reader.depth--;
  return expression;
}

function negated(part: Expression | undefined): Expression | undefined {
  return part && { kind: "not", part };
}

function readGroup(reader: Reader): Expression | undefined {
  const inner = readJunction(reader, "any");
  if (reader.problem === undefined && !takeBracket(reader, ")")) return fail(reader, "a bracket does not close");
  return inner;
}

function readTerm(reader: Reader): Expression | undefined {
  const subject = take(reader, "word");
  const [role = "", ...rest] = subject?.split(".") ?? [];
  const known = (["source", "target", "flow"] as const).find((one) => one === role.toLowerCase());
  if (known === undefined) return fail(reader, subject === undefined ? "something is missing" : `\`${subject}\` is neither source, target nor flow`);
  const attribute = rest.join(".");
  const verb = take(reader, "word")?.toLowerCase();
  const value = take(reader, "value");
  if (value === undefined) return fail(reader, `a quoted value is missing after \`${subject ?? ""}\``);
  if (verb === "crosses" && known === "flow" && attribute === "") return { kind: "crosses", type: value };
  if (verb !== "is") return fail(reader, `\`${verb ?? ""}\` compares nothing`);
  return attribute === "" ? { kind: "type", role: known, type: value } : { kind: "attribute", role: known, attribute, value };
}

function take(reader: Reader, kind: Token["kind"]): string | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind !== kind) return undefined;
  reader.at++;
  return token.text;
}

function takeWord(reader: Reader, word: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== "word" || token.text.toLowerCase() !== word) return false;
  reader.at++;
  return true;
}

function takeBracket(reader: Reader, bracket: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== "bracket" || token.text !== bracket) return false;
  reader.at++;
  return true;
}

function fail(reader: Reader, problem: string): undefined {
  reader.problem ??= problem;
  return undefined;
}
