// Two values of one key in as few words as tell the difference: of an object only the keys that differ, of a list what came and what went.

/** As the engine prints them: text, or JSON. Undefined: not stated. */
export function changeWords(key: string, before: string | undefined, after: string | undefined): string {
  const [was, is] = [parsed(before), parsed(after)];
  if (isObject(was) && isObject(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().filter((inner) => JSON.stringify(was[inner]) !== JSON.stringify(is[inner]));
    if (keys.length > 0) return keys.map((inner) => changeWords(`${key}.${inner}`, textOf(was[inner]), textOf(is[inner]))).join("; ");
  }
  if (isTexts(was) && isTexts(is)) {
    const [came, went] = [is.filter((item) => !was.includes(item)), was.filter((item) => !is.includes(item))];
    if (came.length + went.length > 0) return `${key}: ${[came.length > 0 ? `with ${came.join(", ")}` : "", went.length > 0 ? `without ${went.join(", ")}` : ""].filter((part) => part !== "").join(" and ")}`;
  }
  if (before === undefined) return `${key}: ${shown(is, after)}, not stated before`;
  return `${key}: ${shown(was, before)} → ${after === undefined ? "not stated any more" : shown(is, after)}`;
}

/** The place beside it says the rest. */
const LONGEST = 160;

function shown(value: unknown, text: string | undefined): string {
  const words = isTexts(value) ? (value.length === 0 ? "none" : value.join(", ")) : text === undefined || text === "" ? "nothing" : text;
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;
}

function parsed(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : value === true ? "yes" : value === false ? "no" : typeof value === "string" ? value : JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
