// Character references and the five entities that XML itself names. Any other entity is a mistake: nothing can declare one.
import { XmlProblem } from "./xml-problem.ts";

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

export function decodeReferences(text: string, offset: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&\s]{0,32};)?/g, (whole, reference: string | undefined, at: number) => {
    const name = reference?.slice(0, -1) ?? "";
    const found = Object.hasOwn(named, name) ? named[name] : characterOf(name);
    if (found === undefined) throw new XmlProblem("F2060", offset + at, { why: `${whole} stands for nothing` });
    return found;
  });
}

/** What may stand in an XML file at all. */
function characterOf(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
