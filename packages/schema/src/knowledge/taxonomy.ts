// Dotted values with inheritance: element types, technologies, protocols, data kinds, control types.
import * as z from "zod";
import { ProtectedPropertySchema, SensitivityClassSchema, type ProtectedProperty, type SensitivityClass } from "../common/stride.ts";
import { ScalarOrSetSchema, ScalarSchema, type Scalar } from "../common/value.ts";
import { KeySchema, MitigationIdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { CharacteristicTargetSchema } from "./characteristic.ts";
import { ActorClassSchema, ElementKindSchema, type ActorClass, type ElementKind } from "../model/element.ts";

export interface Term {
  /** Dotted key; `a.b.c` inherits what `a.b` and `a` say. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Other words people search by. */
  readonly also?: readonly string[];
}

export interface ElementType extends Term {
  readonly kinds: readonly ElementKind[];
  readonly actor?: ActorClass;
  /** Characteristic values the type brings (provenance inferred), and `technology`. */
  readonly implies?: Readonly<Record<string, Scalar | readonly string[]>>;
  /** What to think of when one is added, in one sentence. */
  readonly reminder?: string;
}

export interface Technology extends Term {
  /** The element type that this technology implies, where only one is possible. */
  readonly type?: string;
  readonly implies?: Readonly<Record<string, Scalar | readonly string[]>>;
}

export interface Protocol extends Term {
  readonly port?: number;
  readonly implies?: Readonly<Record<string, Scalar | readonly string[]>>;
}

export interface DataKind extends Term {
  readonly personal?: boolean;
  /** Special category of personal data (GDPR articles 9 and 10). */
  readonly special?: boolean;
  readonly credential?: boolean;
  /** How severe at least the class is when no level is stated. Shown as assumed. */
  readonly class?: Readonly<Partial<Record<ProtectedProperty, SensitivityClass>>>;
}

export interface ControlType extends Term {
  /** Kinds of object it can be at. */
  readonly at: readonly ("element" | "flow" | "boundary")[];
  /** Characteristics it sets once implemented. At a boundary: of the crossings or of what is inside. */
  readonly provides?: Readonly<Record<string, Scalar>>;
  readonly attack?: readonly string[];
  readonly d3fend?: readonly string[];
}

/** A scale people can name instead of writing it out. */
export interface ScalePreset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly protects: ProtectedProperty;
  readonly levels: readonly string[];
  readonly class: Readonly<Record<string, SensitivityClass>>;
}

const termShape = {
  title: NameSchema.meta({ title: "Title", description: "What people call it.", examples: ["PostgreSQL"] }),
  description: NameSchema.optional().meta({ title: "Description", description: "What it is, in a sentence or two.", examples: ["A relational database."] }),
  also: z.array(NameSchema).optional().meta({ title: "Also", description: "Other words that people search by.", examples: [["postgres", "pg"]] }),
};
const implies = z.record(KeySchema, ScalarOrSetSchema).optional().meta({ title: "Implies", description: "Characteristic values that come with it.", examples: [{ "encryption-in-transit": "yes" }] });

export const ElementTypeSchema = exactly<Omit<ElementType, "id">>()(z.strictObject({
  ...termShape,
  kinds: z.array(ElementKindSchema).min(1).meta({ title: "Kinds", description: "The kinds of element that can have it.", examples: [["store"]] }),
  actor: ActorClassSchema.optional().meta({ title: "Actor", description: "The actor class of an external of this type.", examples: ["customer"] }),
  implies,
  reminder: NameSchema.optional().meta({ title: "Reminder", description: "What to think of when one is added, in one sentence.", examples: ["Check SPF, DKIM and DMARC for the sender's domain."] }),
}).meta({ id: "ElementType", title: "Element type", description: "A type of element." }));

export const TechnologySchema = exactly<Omit<Technology, "id">>()(z.strictObject({
  ...termShape,
  type: KeySchema.optional().meta({ title: "Type", description: "The element type that it always is.", examples: ["datastore.sql.postgres"] }),
  implies,
}).meta({ id: "Technology", title: "Technology", description: "Something that elements are made with." }));

export const ProtocolSchema = exactly<Omit<Protocol, "id">>()(z.strictObject({
  ...termShape,
  port: z.int().min(0).max(65535).optional().meta({ title: "Port", description: "The port it uses unless another is stated.", examples: [443] }),
  implies,
}).meta({ id: "Protocol", title: "Protocol", description: "How the ends of a flow talk." }));

export const DataKindSchema = exactly<Omit<DataKind, "id">>()(z.strictObject({
  ...termShape,
  personal: z.boolean().optional().meta({ title: "Personal", description: "Whether it is about a person.", examples: [true] }),
  special: z.boolean().optional().meta({ title: "Special", description: "Whether it is a special category of personal data.", examples: [false] }),
  credential: z.boolean().optional().meta({ title: "Credential", description: "Whether it lets its bearer in somewhere.", examples: [false] }),
  class: z.partialRecord(ProtectedPropertySchema as z.ZodType<ProtectedProperty> & z.core.$ZodRecordKey, SensitivityClassSchema).optional()
    .meta({ title: "Class", description: "How sensitive it is at least when no level is stated.", examples: [{ confidentiality: "high" }] }),
}).meta({ id: "DataKind", title: "Data kind", description: "A kind of data in the taxonomy." }));

export const ControlTypeSchema = exactly<Omit<ControlType, "id">>()(z.strictObject({
  ...termShape,
  at: z.array(CharacteristicTargetSchema).min(1).meta({ title: "At", description: "The kinds of object it can be at.", examples: [["element", "boundary"]] }),
  provides: z.record(KeySchema, ScalarSchema).optional().meta({ title: "Provides", description: "Characteristic values that hold once it is implemented.", examples: [{ "rate-limiting": "yes" }] }),
  attack: z.array(MitigationIdSchema).optional().meta({ title: "ATT&CK mitigations", description: "The mitigations of ATT&CK that it is an instance of.", examples: [["M1041"]] }),
  d3fend: z.array(z.string().regex(/^D3-[A-Z0-9]+$/)).optional().meta({ title: "D3FEND", description: "The techniques of D3FEND that it is an instance of.", examples: [["D3-ITF"]] }),
}).meta({ id: "ControlType", title: "Control type", description: "A kind of security mechanism and the facts that it sets." }));

export const ScalePresetSchema = exactly<Omit<ScalePreset, "id">>()(z.strictObject({
  title: NameSchema.meta({ title: "Title", description: "What people call it.", examples: ["Traffic light protocol"] }),
  description: NameSchema.meta({ title: "Description", description: "Where it comes from and when to use it.", examples: ["For sharing between organisations."] }),
  protects: ProtectedPropertySchema.meta({ title: "Protects", description: "The property it measures.", examples: ["confidentiality"] }),
  levels: z.array(NameSchema).min(1).meta({ title: "Levels", description: "The steps, from the least to the most sensitive.", examples: [["clear", "green", "amber", "red"]] }),
  class: z.record(NameSchema, SensitivityClassSchema).meta({ title: "Classes", description: "What each level means to rules.", examples: [{ clear: "none", red: "high" }] }),
}).meta({ id: "ScalePreset", title: "Scale preset", description: "A scale that a model can name instead of writing it out." }));
