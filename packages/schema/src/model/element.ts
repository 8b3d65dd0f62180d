// Elements: what runs, what keeps data and who stands outside.
import * as z from "zod";
import { choice } from "../choice.ts";
import { describedShape, type Described } from "../common/described.ts";
import type { Unknown } from "../common/value.ts";
import { IdSchema, KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { elementCharacteristicsShape, type ElementCharacteristics } from "../generated/characteristics.ts";

export type ElementKind = "process" | "store" | "external";
export type ActorClass =
  | "anonymous" | "customer" | "partner" | "employee" | "administrator" | "supplier" | "insider";

export interface Element extends Described, ElementCharacteristics {
  readonly kind: ElementKind;
  readonly type?: string;
  /** One boundary, or one per boundary type. Absent means none. */
  readonly in?: string | readonly string[];
  readonly technology?: readonly string[] | Unknown;
  /** Data and credentials at rest here. */
  readonly holds?: readonly string[] | Unknown;
  /** Data processed here though no flow shows it. */
  readonly handles?: readonly string[] | Unknown;
  readonly levels?: Readonly<Record<string, string>>;
  readonly actor?: ActorClass;
  readonly environments?: readonly string[];
  /** The reason why it is out of scope. */
  readonly "out-of-scope"?: string;
  readonly "part-of"?: string;
  /** The element, gone or not, that it was taken out of. Its decisions are proposed here. */
  readonly "split-from"?: string;
  /** The element that does its work from now on. Its decisions are proposed there. */
  readonly "merged-into"?: string;
}

export const ElementKindSchema = choice<ElementKind>({
  process: "Something that runs.",
  store: "Something that keeps data: a database, queue, cache, bucket or file.",
  external: "Someone or something outside, whose insides are not ours to judge.",
}, { id: "ElementKind", title: "Element kind", description: "The three kinds of element in a data flow diagram." });

export const ActorClassSchema = choice<ActorClass>({
  anonymous: "Anyone, without an account.",
  customer: "Someone who uses the service.",
  partner: "Another organisation that works with us.",
  employee: "Someone who works for us.",
  administrator: "Someone who may change how the system runs.",
  supplier: "Another organisation that delivers to us.",
  insider: "Someone inside who means harm.",
}, { id: "ActorClass", title: "Actor class", description: "What kind of outsider an external is." });

const ids = z.array(IdSchema);
const unknown = z.literal("unknown");

export const ElementSchema = exactly<Element>()(z.strictObject({
  ...describedShape,
  "kind": ElementKindSchema.meta({ title: "Kind", description: "Whether it runs, keeps data or stands outside.", examples: ["process"] }),
  "type": KeySchema.optional().meta({ title: "Type", description: "A key of the type catalogue.", examples: ["datastore.sql.postgres"] }),
  "in": z.union([IdSchema, ids]).optional().meta({ title: "In", description: "The boundary it is in, or one for each type of boundary; none when left out.", examples: ["shop-vpc", ["shop-vpc", "production-account"]] }),
  "technology": z.union([z.array(KeySchema), unknown]).optional().meta({ title: "Technology", description: "What it is made with, as keys of the technology catalogue.", examples: [["nodejs"]] }),
  "holds": z.union([ids, unknown]).optional().meta({ title: "Holds", description: "Data and credentials at rest here; not known when left out, none when empty.", examples: [["card-number"]] }),
  "handles": z.union([ids, unknown]).optional().meta({ title: "Handles", description: "Data processed here though no flow shows it.", examples: [["card-number"]] }),
  "levels": z.record(NameSchema, NameSchema).optional().meta({ title: "Levels", description: "Its own level on a scale, for instance how available it must be.", examples: [{ availability: "high" }] }),
  "actor": ActorClassSchema.optional().meta({ title: "Actor", description: "What kind of outsider an external is; its type decides when left out.", examples: ["customer"] }),
  "environments": z.array(NameSchema).optional().meta({ title: "Environments", description: "Where it exists; everywhere when left out.", examples: [["production", "staging"]] }),
  "out-of-scope": NameSchema.optional().meta({ title: "Out of scope", description: "Why it is not looked at; the reason is the value.", examples: ["Owned by another team with its own model."] }),
  "part-of": IdSchema.optional().meta({ title: "Part of", description: "The element it is a part of.", examples: ["shop"] }),
  "split-from": IdSchema.optional().meta({ title: "Split from", description: "The element that it was a part of before, whether that is still there or not; decisions about that element are proposed here and count once they are confirmed.", examples: ["shop"] }),
  "merged-into": IdSchema.optional().meta({ title: "Merged into", description: "The element that does its work from now on; decisions about this element are proposed there and count once they are confirmed.", examples: ["shop"] }),
  ...elementCharacteristicsShape,
}).meta({ id: "Element", title: "Element", description: "A process, a store or an external of the system." }));
