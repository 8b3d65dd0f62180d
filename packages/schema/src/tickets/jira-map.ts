// jira.map.yaml: what the words of a Jira site mean in the landscape: its types, links, fields and statuses.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SeveritySchema, type Severity } from "../common/stride.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type TicketType = "vulnerability" | "risk" | "incident" | "ticket" | "element" | "person" | "left-out";
export type TicketState = "open" | "in-progress" | "accepted" | "acceptance-expired" | "done";
export type JiraPreset = "plain" | "photobox";

/** Names of fields, as people see them or as `customfield_10010`; the first that says something counts, of lists all. */
export interface JiraFields {
  readonly severity?: readonly string[];
  readonly level?: readonly string[];
  readonly owner?: readonly string[];
  readonly place?: readonly string[];
  readonly weakness?: readonly string[];
  readonly technique?: readonly string[];
  readonly threat?: readonly string[];
  readonly due?: readonly string[];
}

/** Words of Jira are compared without regard to capitals. What is said here comes before what the preset says. */
export interface JiraMap {
  readonly "jira-map": 1;
  readonly preset?: JiraPreset;
  readonly url?: string;
  readonly types?: Readonly<Record<string, TicketType>>;
  /** Labels of links as the issue shows them, or names of link types; to a relation with a direction, or `left-out`. */
  readonly links?: Readonly<Record<string, string>>;
  readonly fields?: JiraFields;
  readonly states?: Readonly<Record<string, TicketState>>;
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Labels, components, values of the field for places, and keys of issues; to ids of the model. */
  readonly places?: Readonly<Record<string, string>>;
  /** Labels; to ids of rules or of threats. */
  readonly rules?: Readonly<Record<string, string>>;
}

export const TicketTypeSchema = choice<TicketType>({
  "vulnerability": "A weak place that somebody found.", "risk": "A risk for the business.", "incident": "Something that happened.", "ticket": "Work, or anything else worth knowing.",
  "element": "A part of the system: it stands for an object of the model.", "person": "A person, a role or a team.", "left-out": "It is not in the landscape.",
}, { id: "TicketType", title: "Type of ticket", description: "What an issue is in the landscape." });

export const TicketStateSchema = choice<TicketState>({
  "open": "Nobody works on it.", "in-progress": "Somebody works on it, or it waits for a decision.", "accepted": "It was accepted as it is.", "acceptance-expired": "It was accepted, and that is over.", "done": "It is mended, gone or closed.",
}, { id: "TicketState", title: "State of a ticket", description: "How an issue stands." });

const JiraPresetSchema = choice<JiraPreset>({
  plain: "Bugs, tasks and incidents as Jira has them when it is new; vulnerabilities and risks where a type is called so.", photobox: "A graph of typed issues and links: risks R4 to R0, vulnerabilities, assets and stakeholders.",
}, { id: "JiraPreset", title: "Preset", description: "What is taken for granted about a Jira site." });

const names = z.array(NameSchema);

export const JiraFieldsSchema = exactly<JiraFields>()(z.strictObject({
  severity: names.optional().meta({ title: "Severity", description: "How bad it is; its values are words of `severities`.", examples: [["Severity", "priority"]] }),
  level: names.optional().meta({ title: "Level", description: "The level of a risk, R0 for the company to R4 for technical ones.", examples: [["Risk level"]] }),
  owner: names.optional().meta({ title: "Owner", description: "Who answers for it.", examples: [["Risk owner", "assignee"]] }),
  place: names.optional().meta({ title: "Place", description: "Where in the system it is: ids of the model or words of `places`.", examples: [["components", "labels", "Asset"]] }),
  weakness: names.optional().meta({ title: "Weakness", description: "Where a CWE id stands.", examples: [["CWE", "labels"]] }),
  technique: names.optional().meta({ title: "Technique", description: "Where an ATT&CK technique stands.", examples: [["labels"]] }),
  threat: names.optional().meta({ title: "Threat", description: "Where the id of a threat stands.", examples: [["labels", "Threat"]] }),
  due: names.optional().meta({ title: "Due", description: "The day that counts: until when, or by when.", examples: [["Accepted until", "duedate"]] }),
}).meta({ id: "JiraFields", title: "Fields", description: "Which fields of an issue say what." }));

const relations = "affects|blocks|confirms|contradicts|endangers|feeds|fixes|has-stake-in|leads-to|manages|owns|part-of|relates|tracks|uses";
const step = z.string().regex(new RegExp(`^((${relations})[<>]|left-out)$`));

export const JiraMapSchema = exactly<JiraMap>()(z.strictObject({
  "jira-map": z.literal(1).meta({ title: "Format", description: "The version of this file's format.", examples: [1] }),
  preset: JiraPresetSchema.optional().meta({ title: "Preset", description: "What is taken for granted; `plain` when left out.", examples: ["photobox"] }),
  url: NameSchema.optional().meta({ title: "Address", description: "The address of the Jira site, so that each ticket has a link.", examples: ["https://acme.example/jira"] }),
  types: z.record(NameSchema, TicketTypeSchema).optional().meta({ title: "Types", description: "What issues of a type are, by its name.", examples: [{ "Pen-test item": "vulnerability" }] }),
  links: z.record(NameSchema, step).optional().meta({ title: "Links", description: "What a link means, by its label as the issue shows it or by the name of its type: a relation of the landscape, `>` from this issue and `<` to it, or left-out.", examples: [{ "threatens": "affects>", "Cloners": "left-out" }] }),
  fields: JiraFieldsSchema.optional().meta({ title: "Fields", description: "Which fields say what.", examples: [{ level: ["Risk level"] }] }),
  states: z.record(NameSchema, TicketStateSchema).optional().meta({ title: "States", description: "What a status means, by its name; else its category counts.", examples: [{ "Waiting for CISO": "in-progress" }] }),
  severities: z.record(NameSchema, SeveritySchema).optional().meta({ title: "Severities", description: "What a word for a severity or priority means.", examples: [{ "P1": "critical" }] }),
  places: z.record(NameSchema, NameSchema).optional().meta({ title: "Places", description: "Which object of the model a label, a component, a value or an issue stands for.", examples: [{ "pay-svc": "payment", "IA-12": "payment" }] }),
  rules: z.record(NameSchema, NameSchema).optional().meta({ title: "Rules", description: "Which rule or threat a label stands for.", examples: [{ "plaintext": "plaintext-flow-across-boundary" }] }),
}).meta({ id: "JiraMap", title: "Jira map", description: "What the words of a Jira site mean in the landscape." }));
