// tickets.jsonl: issues of a tracker as they were exported, one to a line, and what the landscape makes of one.
import * as z from "zod";
import { choice } from "../choice.ts";
import type { Severity } from "../common/stride.ts";
import { DateSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import type { LandscapeRelationType } from "../results/landscape.ts";
import type { TicketState, TicketType } from "./jira-map.ts";

export type StatusCategory = "new" | "indeterminate" | "done";

export interface TicketLink {
  /** The name of its type. */
  readonly type: string;
  /** out: this issue is the source. */
  readonly way: "out" | "in";
  /** As this issue shows it; CSV does not tell. */
  readonly label?: string;
  readonly to: string;
}

/** One line of the mirror: what the tracker says, in its own words. */
export interface Ticket {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly status: string;
  readonly category?: StatusCategory;
  readonly created?: string;
  readonly updated?: string;
  readonly priority?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly parent?: string;
  readonly labels?: readonly string[];
  readonly components?: readonly string[];
  /** The name of its security level; only where people with less rights may not see it. */
  readonly restricted?: string;
  readonly description?: string;
  /** Other fields that the map names, by the name it uses. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** By label, way and other issue. */
  readonly links?: readonly TicketLink[];
}

/** A ticket in the words of the landscape. */
export interface LandscapeTicket {
  readonly key: string;
  readonly type: Exclude<TicketType, "left-out">;
  readonly title: string;
  readonly kind: string;
  readonly state: TicketState;
  readonly severity?: Severity;
  readonly tags: readonly string[];
  readonly day?: string;
  readonly url?: string;
  readonly owner?: string;
  /** What may be ids of the model. */
  readonly places: readonly string[];
  readonly weaknesses: readonly string[];
  readonly techniques: readonly string[];
  /** Ids of rules and of threats. */
  readonly threats: readonly string[];
  /** forward: from this ticket to the other. */
  readonly links: readonly { readonly relation: LandscapeRelationType; readonly forward: boolean; readonly to: string }[];
  readonly where: { readonly file: string; readonly line: number; readonly column: number };
}

/** What is wrong with tickets as a landscape, by the keys of those that it is about. */
export interface TicketProblem {
  /** gap: an open vulnerability that no threat of the model stands for. no-object: it stands for a part of the system that the model does not have. lost-link: the other ticket is not in the mirror. acceptance-over: its day has passed, and the status still says accepted. */
  readonly kind: "gap" | "no-place" | "no-object" | "orphan-risk" | "acceptance-over" | "acceptance-without-end" | "acceptance-without-owner" | "circle" | "both-ways" | "lost-link";
  readonly keys: readonly string[];
  /** Of links that are there in both directions. */
  readonly relation?: string;
}

const StatusCategorySchema = choice<StatusCategory>({ new: "Not begun.", indeterminate: "In progress.", done: "Done." }, { id: "StatusCategory", title: "Category of a status", description: "The three kinds of status that Jira knows." });
const WaySchema = choice<"out" | "in">({ out: "From this issue to the other.", in: "From the other to this issue." }, { id: "LinkWay", title: "Way", description: "Which end of a link an issue is." });

const TicketLinkSchema = exactly<TicketLink>()(z.strictObject({
  type: NameSchema.meta({ title: "Type", description: "The name of the link's type.", examples: ["Blocks"] }),
  way: WaySchema.meta({ title: "Way", description: "Whether this issue is the source of it.", examples: ["out"] }),
  label: NameSchema.optional().meta({ title: "Label", description: "How this issue shows it; CSV does not tell.", examples: ["blocks"] }),
  to: NameSchema.meta({ title: "To", description: "The key of the other issue.", examples: ["SEC-4"] }),
}).meta({ id: "TicketLink", title: "Link", description: "A link to another issue, as this one shows it." }));

function text(title: string, description: string, example: string) {
  return NameSchema.optional().meta({ title, description, examples: [example] });
}

export const TicketSchema = exactly<Ticket>()(z.strictObject({
  key: NameSchema.meta({ title: "Key", description: "The key of the issue.", examples: ["VULN-12"] }),
  type: NameSchema.meta({ title: "Type", description: "The name of its type.", examples: ["Vulnerability"] }),
  title: NameSchema.meta({ title: "Title", description: "Its summary.", examples: ["Card form sends in clear"] }),
  status: NameSchema.meta({ title: "Status", description: "The name of its status.", examples: ["In Progress"] }),
  category: StatusCategorySchema.optional().meta({ title: "Category", description: "The category of its status.", examples: ["indeterminate"] }),
  created: text("Created", "When it was opened, as the tracker writes it.", "2026-10-01T09:00:00.000+0000"),
  updated: text("Updated", "When it changed last, as the tracker writes it.", "2026-11-02T09:00:00.000+0000"),
  priority: text("Priority", "The name of its priority.", "High"),
  owner: text("Owner", "Who it is assigned to.", "dan@acme.example"),
  due: DateSchema.optional().meta({ title: "Due", description: "The day it is due.", examples: ["2026-12-24"] }),
  parent: text("Parent", "The issue that it is a part of.", "SEC-1"),
  labels: z.array(NameSchema).optional().meta({ title: "Labels", description: "Its labels, sorted.", examples: [["T1190", "payment"]] }),
  components: z.array(NameSchema).optional().meta({ title: "Components", description: "Its components, sorted.", examples: [["Payment"]] }),
  restricted: text("Restricted", "The security level that hides it from others.", "Security team"),
  description: text("Description", "Its description as plain text, when it was asked for.", "The form posts to http."),
  fields: z.record(NameSchema, z.array(NameSchema)).optional().meta({ title: "Fields", description: "Other fields that the map names, with their values.", examples: [{ "Risk level": ["R2"] }] }),
  links: z.array(TicketLinkSchema).optional().meta({ title: "Links", description: "Its links to other issues.", examples: [[{ type: "Blocks", way: "out", label: "blocks", to: "SEC-4" }]] }),
}).meta({ id: "Ticket", title: "Ticket", description: "One line of tickets.jsonl: an issue as it was exported." }));
