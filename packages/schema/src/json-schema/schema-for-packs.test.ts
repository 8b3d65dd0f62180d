import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Characteristic } from "../knowledge/characteristic.ts";
import type { Library } from "../knowledge/library.ts";
import { schemaForPacks } from "./schema-for-packs.ts";

const tokenised: Characteristic = {
  "id": "acme.tokenised", "title": "Tokenised", "kind": "choice", "applies-to": ["element", "flow"], "safer": "later",
  "values": [{ id: "partly", title: "Partly" }, { id: "fully", title: "Fully", description: "Every field." }],
  "question": "How far is {title} tokenised?", "help": "Look at the vault.", "why": "Tokens are worth little.", "examples": ["fully"],
};
const teams: Characteristic = {
  "id": "acme.teams", "title": "Teams", "kind": "set", "applies-to": ["boundary"], "safer": "fewer",
  "question": "Which teams may enter {title}?", "help": "Ask.", "why": "Fewer is safer.", "examples": ["blue"],
};
const days: Characteristic = { ...teams, "id": "acme.days", "kind": "number", "safer": "lower", "minimum": 0, "maximum": 30, "examples": [7] };
const known: Characteristic = { ...teams, "id": "input-validation", "applies-to": ["element"], "kind": "set" };

const library: Library = {
  packs: [], characteristics: [tokenised, teams, days, known], technologies: [], protocols: [], dataKinds: [], controls: [], rules: [],
  types: [{ id: "acme.till", title: "Till", kinds: ["process"] }, { id: "acme", title: "Acme", description: "Anything of ours.", kinds: ["process"] }],
  scales: [{ id: "acme-levels", title: "Acme", description: "Ours.", protects: "privacy", levels: ["a"], class: { a: "low" } }],
};

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, keywords: ["enumDescriptions"] });
const validate = ajv.compile(schemaForPacks(library));

function accepts(maps: object): boolean {
  return validate({ merlon: 1, id: "shop", ...maps });
}

test("[SCH-2] characteristics of packs have types", () => {
  const element = (value: unknown): boolean => accepts({ elements: { web: { kind: "process", "acme.tokenised": value } } });
  expect(["fully", "no", "unknown", true, { value: "partly", source: "scan" }].map(element)).toEqual([true, true, true, true, true]);
  expect(["never", 3, { value: "never" }].map(element)).toEqual([false, false, false]);
  const boundary = (more: object): boolean => accepts({ boundaries: { net: { type: "network", ...more } } });
  expect([{ "acme.teams": ["blue"] }, { "acme.days": 7 }, { "acme.days": 31 }, { "acme.teams": "blue" }, { "other.thing": 1 }].map(boundary)).toEqual([true, true, false, false, true]);
});

test("[SCH-2] words of catalogues are suggested, and others fit too", () => {
  const { $defs } = schemaForPacks(library) as { $defs: Record<string, { anyOf: unknown[] }> };
  expect($defs.KnownType?.anyOf).toEqual([{ enum: ["acme", "acme.till"], enumDescriptions: ["Acme: Anything of ours.", "Till"] }, { $ref: "#/$defs/Key" }]);
  expect(["acme.till", "something.else", "Not A Word"].map((type) => accepts({ elements: { web: { kind: "process", type } } }))).toEqual([true, true, false]);
  expect(["acme-levels", "mine"].map((preset) => accepts({ scales: { privacy: preset } }))).toEqual([true, true]);
});

test("[SCH-2] the catalogue's own characteristics stay as they are", () => {
  expect([["blue"], "yes"].map((value) => accepts({ elements: { web: { kind: "process", "input-validation": value } } }))).toEqual([false, true]);
});
