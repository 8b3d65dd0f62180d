// What is taken for granted about two kinds of Jira sites; a map says what is different.
import type { JiraMap, JiraPreset, Severity, TicketState, TicketType } from "@merlon/schema";

type Preset = Required<Pick<JiraMap, "types" | "links" | "fields" | "states" | "severities">>;

function each<T>(value: T, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

const severities: Readonly<Record<string, Severity>> = {
  ...each<Severity>("critical", ["Critical", "Highest", "Blocker"]), ...each<Severity>("high", ["High", "Major"]), ...each<Severity>("medium", ["Medium", "Moderate"]),
  ...each<Severity>("low", ["Low", "Minor"]), ...each<Severity>("info", ["Info", "Lowest", "Trivial"]),
};

const states: Readonly<Record<string, TicketState>> = {
  ...each<TicketState>("open", ["Open", "To Do", "Backlog", "Reopened", "Selected for Development"]),
  ...each<TicketState>("in-progress", ["In Progress", "In Review"]),
  ...each<TicketState>("done", ["Done", "Closed", "Resolved"]),
};

/** Labels as an issue shows them, and names of types for exports that have no labels. */
const usualLinks: Readonly<Record<string, string>> = {
  "blocks": "blocks>", "is blocked by": "blocks<", "relates to": "relates>", "relates": "relates>", "causes": "leads-to>", "is caused by": "leads-to<", "problem/incident": "leads-to>",
  ...each("left-out", ["clones", "is cloned by", "cloners", "duplicates", "is duplicated by", "duplicate"]),
};

const fields: Preset["fields"] = {
  severity: ["Severity", "priority"], level: ["Risk level", "labels"], owner: ["Risk owner", "Owner", "assignee"], place: ["components", "labels"],
  weakness: ["CWE", "labels"], technique: ["labels"], threat: ["labels"], due: ["duedate"],
};

const plain: Preset = {
  types: {
    ...each<TicketType>("ticket", ["Bug", "Task", "Sub-task", "Subtask", "Story", "Epic", "Improvement", "New Feature", "Change", "Service Request"]),
    ...each<TicketType>("incident", ["Incident", "Security Incident", "[System] Incident"]),
    ...each<TicketType>("vulnerability", ["Vulnerability", "Security Vulnerability"]), Risk: "risk",
  },
  links: usualLinks, fields, states, severities,
};

const photobox: Preset = {
  types: {
    ...plain.types,
    ...each<TicketType>("element", ["IT Asset", "Asset", "Business Application", "IT System", "Cloud Asset"]),
    ...each<TicketType>("person", ["Person", "Role", "Team", "Squad", "Tribe"]),
    ...each<TicketType>("ticket", ["Fact", "Project", "Programme", "Decision", "Question", "Answer", "Policy", "Pentest", "Evidence", "Action", "Control", "Objective", "Key Result"]),
  },
  links: {
    ...usualLinks,
    "affects": "affects>", "is affected by": "affects<", "vuln affects": "affects>", "has vuln": "affects<", "is vulnerability of": "affects>", "is vulnerable to": "affects<",
    "has risk": "endangers<", "risk affects": "endangers>", "creates risk": "feeds>", "is created by vuln": "feeds<", "supports risk": "feeds>", "risk supported by": "feeds<",
    "creates vuln": "leads-to>", "vuln is created by": "leads-to<",
    "creates r3": "leads-to>", "is created by r4": "leads-to<", "creates r2": "leads-to>", "is created by r3": "leads-to<", "creates r1": "leads-to>", "is created by r2": "leads-to<", "creates r0": "leads-to>", "is created by r1": "leads-to<",
    "fixes": "fixes>", "is fixed by": "fixes<", "mitigates": "fixes>", "is mitigated by": "fixes<", "reduces risk of": "fixes>", "risk reduced by": "fixes<",
    "has technical owner": "owns<", "is technical owner": "owns>", "has management owner": "owns<", "is management owner": "owns>", "has business owner": "owns<", "is business owner": "owns>",
    "has stakeholder": "has-stake-in<", "is stakeholder": "has-stake-in>", "is managed by": "manages<", "is manager of": "manages>",
    "is child of": "part-of>", "is parent of": "part-of<", "requires": "blocks<", "is required by": "blocks>",
  },
  fields,
  states: {
    ...states, "Allocated for Fix": "open", "Risk Not Approved": "open",
    ...each<TicketState>("in-progress", ["Fixing", "Test Fix", "Awaiting Risk Acceptance", "Risk Accepted"]),
    "Risk Approved": "accepted", "Risk Approval Expired": "acceptance-expired", "Fixed": "done",
  },
  severities,
};

export const jiraPresets: Readonly<Record<JiraPreset, Preset>> = { plain, photobox };
