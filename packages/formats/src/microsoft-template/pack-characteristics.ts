// The characteristics of the pack that comes of a template: which stencil something is, what its line crosses, and one for each attribute.
import type { Characteristic } from "@merlon/schema";
import { kindOf } from "./knowledge-base.ts";
import type { Drawn, StencilAttribute } from "./knowledge-base.ts";
import { plainLine } from "./plain-text.ts";
import type { Template } from "./template.ts";

type Entry = Omit<Characteristic, "id">;

/** Sets with one member each: the tool's lists have no order of safety, and an attribute that an object does not have is the empty set, not unknown. */
export function packCharacteristics(template: Template): Readonly<Record<string, Entry>> {
  const { base, words } = template;
  const tested = "Conditions of the template ask for it.";
  const entries: readonly (readonly [string, Entry | undefined])[] = [
    [words.keys.stencil, stencilEntry(template, "element", { title: "Stencil", question: "Which stencil of the template is {title}?", why: tested })],
    [words.keys.flowStencil, stencilEntry(template, "flow", { title: "Stencil of the flow", question: "Which stencil of the template is {title}?", why: tested })],
    [words.keys.crosses, crossesEntry(template)],
    ...base.attributes.map((attribute) => [words.attribute(attribute.at, attribute.name)?.key ?? "", attributeEntry(attribute, template)] as const),
  ];
  return Object.fromEntries(entries.flatMap(([key, entry]) => (entry === undefined ? [] : [[key, entry] as const])).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const help = "Open the model in the Microsoft tool, or compare with the template.";

function stencilEntry(template: Template, at: StencilAttribute["at"], texts: Pick<Entry, "title" | "question" | "why">): Entry | undefined {
  const values = stencilValues(template, (drawn) => kindOf(drawn) === at);
  const [first] = values;
  return first && { title: texts.title, kind: "set", "applies-to": [at], values, safer: "more", question: texts.question, help, why: texts.why, examples: [first.id] };
}

function crossesEntry(template: Template): Entry | undefined {
  const entry = stencilEntry(template, "boundary", { title: "Drawn across", question: "Which boundaries of the template does the line of {title} meet?", why: "Conditions of the template ask for it." });
  return entry && { ...entry, "applies-to": ["flow"] };
}

function stencilValues({ base, words }: Template, wanted: (drawn: Drawn) => boolean): readonly { readonly id: string; readonly title: string }[] {
  return base.stencils.filter(({ drawn }) => wanted(drawn)).map(({ id, name }) => ({ id: words.stencils.get(id) ?? "", title: plainLine(name) || id }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function attributeEntry(attribute: StencilAttribute, { words, asked }: Template): Entry | undefined {
  const known = words.attribute(attribute.at, attribute.name)?.values ?? new Map<string, string>();
  const values = [...known].map(([value, id]) => ({ id, title: value }));
  const title = plainLine(attribute.title) || attribute.name;
  const isAsked = asked.has(`${attribute.at} ${attribute.name}`);
  const [first] = values;
  return first && {
    title, kind: "set", "applies-to": [attribute.at], values, safer: "more",
    question: `What is "${title.replace(/[{}]/g, "")}" of {title}?`, help,
    why: isAsked ? "Conditions of the template ask for it." : "The template describes with it; no condition asks for it.",
    ...(isAsked ? {} : { depth: "full" as const }), examples: [first.id],
  };
}
