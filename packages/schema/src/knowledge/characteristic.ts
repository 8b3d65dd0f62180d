// A captured property of an element, flow or boundary, as the catalogue declares it. Feeds schema, questions, forms and docs.
import * as z from "zod";
import { choice } from "../choice.ts";
import { DepthSchema, type Depth } from "../common/stride.ts";
import { KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { ElementKindSchema, type ElementKind } from "../model/element.ts";

export type CharacteristicKind = "flag" | "choice" | "set" | "number";
export type CharacteristicTarget = "element" | "flow" | "boundary";

export interface ChoiceValue {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface Characteristic {
  readonly id: string;
  readonly title: string;
  readonly kind: CharacteristicKind;
  /** `[element, flow]`: an element's value is the default of its incoming flows. */
  readonly "applies-to": readonly CharacteristicTarget[];
  /** For element characteristics: which kinds it makes sense for. Absent: all. */
  readonly "element-kinds"?: readonly ElementKind[];
  /** For element characteristics: only these types (with inheritance). Absent: all. */
  readonly "element-types"?: readonly string[];
  /** Choice: the values from least to most safe, without `no` and `yes`, which every choice takes (`no` is the least safe unless `none-is-safe`). Set: known members. */
  readonly values?: readonly ChoiceValue[];
  /** Flag: which answer is safer. Number: `higher` or `lower`. Set: `more` or `fewer`. */
  readonly safer: "yes" | "no" | "higher" | "lower" | "more" | "fewer" | "later";
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What to ask a person, with `{title}` for the object's title. */
  readonly question: string;
  readonly help: string;
  /** Why the answer matters, one sentence. */
  readonly why: string;
  /** The shallowest model depth at which it is asked. Default standard. */
  readonly depth?: Depth;
  readonly examples: readonly (string | number)[];
}

export const CharacteristicKindSchema = choice<CharacteristicKind>({
  flag: "Yes or no.",
  choice: "One of several values in an order.",
  set: "Any number of members.",
  number: "A number.",
}, { id: "CharacteristicKind", title: "Characteristic kind", description: "What values a characteristic takes." });

export const CharacteristicTargetSchema = choice<CharacteristicTarget>({
  element: "Elements have it.",
  flow: "Flows have it.",
  boundary: "Boundaries have it.",
}, { id: "CharacteristicTarget", title: "Characteristic target", description: "What kind of object has a characteristic." });

export const ChoiceValueSchema = exactly<ChoiceValue>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "How the value is written.", examples: ["password"] }),
  title: NameSchema.meta({ title: "Title", description: "How the value is shown.", examples: ["Password"] }),
  description: NameSchema.optional().meta({ title: "Description", description: "What the value means.", examples: ["Something the user knows."] }),
}).meta({ id: "ChoiceValue", title: "Value", description: "A value of a choice, or a member of a set." }));

const characteristicShape = {
  "title": NameSchema.meta({ title: "Title", description: "What people call it.", examples: ["Encryption in transit"] }),
  "kind": CharacteristicKindSchema.meta({ title: "Kind", description: "What values it takes.", examples: ["flag"] }),
  "applies-to": z.array(CharacteristicTargetSchema).min(1).meta({ title: "Applies to", description: "What has it; with element and flow, an element's value is the default of the flows into it.", examples: [["flow"]] }),
  "element-kinds": z.array(ElementKindSchema).optional().meta({ title: "Element kinds", description: "The kinds of element it makes sense for; all when left out.", examples: [["store"]] }),
  "element-types": z.array(KeySchema).optional().meta({ title: "Element types", description: "The types of element it makes sense for; all when left out.", examples: [["datastore"]] }),
  "values": z.array(ChoiceValueSchema).optional().meta({ title: "Values", description: "The values of a choice from least to most safe, or the members of a set.", examples: [[{ id: "password", title: "Password" }]] }),
  "safer": z.enum(["yes", "no", "higher", "lower", "more", "fewer", "later"]).meta({
    title: "Safer", description: "Which way is the safer one.", examples: ["yes"],
    enumDescriptions: ["Yes is safer.", "No is safer.", "A higher number is safer.", "A lower number is safer.", "More members are safer.", "Fewer members are safer.", "The later value of the list is safer."],
  }),
  "unit": NameSchema.optional().meta({ title: "Unit", description: "What a number counts.", examples: ["days"] }),
  "minimum": z.number().optional().meta({ title: "Minimum", description: "The least a number may be.", examples: [0] }),
  "maximum": z.number().optional().meta({ title: "Maximum", description: "The most a number may be.", examples: [365] }),
  "question": NameSchema.meta({ title: "Question", description: "What to ask a person; `{title}` stands for the object.", examples: ["Is {title} encrypted on the way?"] }),
  "help": NameSchema.meta({ title: "Help", description: "How a person finds the answer.", examples: ["Look for TLS in the connection string."] }),
  "why": NameSchema.meta({ title: "Why", description: "Why the answer matters, in one sentence.", examples: ["Without it everyone on the way can read along."] }),
  "depth": DepthSchema.optional().meta({ title: "Depth", description: "The shallowest depth of a model at which it is asked; standard when left out.", examples: ["sketch"] }),
  "examples": z.array(z.union([z.string(), z.number()])).min(1).meta({ title: "Examples", description: "Values as people write them.", examples: [["yes"]] }),
};

/** As written in a file: the id is the key it stands under. */
export const CharacteristicSchema = exactly<Omit<Characteristic, "id">>()(z.strictObject(characteristicShape)
  .meta({ id: "Characteristic", title: "Characteristic", description: "A captured property of elements, flows or boundaries." }));
