// What every object of a model may carry beside its own fields.
import * as z from "zod";
import { choice } from "../choice.ts";
import { exactly } from "../exactly.ts";
import { IdSchema, NameSchema } from "./word.ts";

export type LifecycleState = "planned" | "live" | "deprecated" | "retired";
export type Visibility = "public" | "internal" | "restricted";

export interface Lifecycle {
  readonly state: LifecycleState;
  /** Day (YYYY-MM-DD), month (YYYY-MM) or release from which the state holds; for what is planned, from which it is there. */
  readonly since?: string;
  /** The last day, month or release in which it is there. */
  readonly until?: string;
}

export interface Link {
  readonly title?: string;
  readonly url: string;
}

/** The outside thing an object came from, so that a re-import finds it again. */
export interface SourceRef {
  readonly system: string;
  readonly id: string;
}

export interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly links?: readonly Link[];
  readonly tags?: readonly string[];
  readonly lifecycle?: Lifecycle;
  readonly sources?: readonly SourceRef[];
  readonly visibility?: Visibility;
  /** Ids this object had before. May not name a live id. */
  readonly formerly?: readonly string[];
}

export const LifecycleStateSchema = choice<LifecycleState>({
  planned: "Intended, not there yet.",
  live: "In use today.",
  deprecated: "Still there, to be removed.",
  retired: "No longer there.",
}, { id: "LifecycleState", title: "Lifecycle state", description: "Where in its life an object is." });

export const VisibilitySchema = choice<Visibility>({
  public: "May be shown to anyone.",
  internal: "May be shown inside the organisation.",
  restricted: "May be shown to named people only.",
}, { id: "Visibility", title: "Visibility", description: "Who may see an object in what is exported." });

export const LifecycleSchema = exactly<Lifecycle>()(z.strictObject({
  state: LifecycleStateSchema.meta({ title: "State", description: "Which part of its life the object is in.", examples: ["planned"] }),
  since: NameSchema.optional().meta({ title: "Since", description: "The day, month or release from which the state holds; for what is planned, from which it is there.", examples: ["2026-11-01", "2027-03", "2.4"] }),
  until: NameSchema.optional().meta({ title: "Until", description: "The last day, month or release in which it is there.", examples: ["2027-03-31"] }),
}).meta({ id: "Lifecycle", title: "Lifecycle", description: "The part of its life an object is in, and from when to when." }));

export const LinkSchema = exactly<Link>()(z.strictObject({
  title: NameSchema.optional().meta({ title: "Title", description: "What a reader finds there.", examples: ["Payment design"] }),
  url: NameSchema.meta({ title: "Address", description: "Where it is, as a full address or a path beside the model.", examples: ["https://wiki.example.org/payments"] }),
}).meta({ id: "Link", title: "Link", description: "Something worth reading elsewhere." }));

export const SourceRefSchema = exactly<SourceRef>()(z.strictObject({
  system: NameSchema.meta({ title: "System", description: "The tool or source the object came from.", examples: ["terraform", "threat-dragon"] }),
  id: NameSchema.meta({ title: "Id there", description: "What that system calls it.", examples: ["aws_db_instance.orders"] }),
}).meta({ id: "SourceRef", title: "Source", description: "The outside thing an object came from, so that a second import finds it again." }));

export const describedShape = {
  title: NameSchema.optional().meta({ title: "Title", description: "The name people use; the id in words when left out.", examples: ["Order database"] }),
  description: z.string().optional().meta({ title: "Description", description: "A few sentences for a reader who does not know it.", examples: ["Keeps every order for seven years."] }),
  links: z.array(LinkSchema).optional().meta({ title: "Links", description: "Things worth reading elsewhere.", examples: [[{ title: "Runbook", url: "https://wiki.example.org/orders" }]] }),
  tags: z.array(NameSchema).optional().meta({ title: "Tags", description: "Free words to find and filter by; they mean nothing to rules.", examples: [["payments", "team-blue"]] }),
  lifecycle: LifecycleSchema.optional().meta({ title: "Lifecycle", description: "Whether it is planned, live, deprecated or retired.", examples: [{ state: "planned", since: "2027-03" }] }),
  sources: z.array(SourceRefSchema).optional().meta({ title: "Sources", description: "The outside things it came from.", examples: [[{ system: "terraform", id: "aws_db_instance.orders" }]] }),
  visibility: VisibilitySchema.optional().meta({ title: "Visibility", description: "Who may see it in an export.", examples: ["internal"] }),
  formerly: z.array(IdSchema).optional().meta({ title: "Formerly", description: "Ids it had before, so that decisions follow a rename; none of them may be in use.", examples: [["orders-db"]] }),
};

export const DescribedSchema = exactly<Described>()(z.strictObject(describedShape));
