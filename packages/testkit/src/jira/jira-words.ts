// The fixed words of the double: projects, issue types, link types, fields and workflows of a security team, as facts of ../shared/data/jira tell them.
import type { JiraLinkType } from "./jira-issue.ts";

export const projectKeys = ["RISK", "VULN", "IA", "TM", "FACT", "SEC", "GDPR", "PERSON", "INCIDENT"] as const;

export const issueTypes = ["IT Asset", "Vulnerability", "Risk", "Person", "Fact", "Incident", "Task", "Bug", "Threat Model"] as const;

const pairs = [
  ["affects", "is affected by"], ["has Technical Owner", "is Technical Owner"], ["has Management Owner", "is Management Owner"], ["has Business Owner", "is Business Owner"],
  ["has RISK", "RISK affects"], ["fixes", "is fixed by"], ["mitigates", "is mitigated by"], ["creates RISK", "is created by VULN"], ["reduces risk of", "risk reduced by"],
  ["VULN affects", "has VULN"], ["supports RISK", "RISK supported by"], ["creates VULN", "VULN is created by"], ["has Stakeholder", "is Stakeholder"], ["is managed by", "is manager of"],
  ["creates R1", "is created by R2"], ["creates R2", "is created by R3"], ["creates R3", "is created by R4"], ["blocks", "is blocked by"], ["relates to", "relates to"],
] as const;

export const linkTypes: readonly JiraLinkType[] = pairs.map(([outward, inward], index) => ({ id: String(10_000 + index), name: outward, outward, inward }));

export const fieldNames: readonly (readonly [string, string, string])[] = [
  ["summary", "Summary", "string"], ["description", "Description", "string"], ["issuetype", "Issue Type", "issuetype"], ["project", "Project", "project"],
  ["status", "Status", "status"], ["labels", "Labels", "array"], ["issuelinks", "Linked Issues", "array"], ["created", "Created", "datetime"], ["updated", "Updated", "datetime"],
  ["priority", "Priority", "priority"], ["assignee", "Assignee", "user"], ["reporter", "Reporter", "user"], ["duedate", "Due date", "date"], ["resolution", "Resolution", "resolution"],
  ["parent", "Parent", "issuelink"], ["components", "Components", "array"], ["security", "Security Level", "securitylevel"],
  ["customfield_10001", "Risk Rating", "string"], ["customfield_10002", "Model id", "string"], ["customfield_10003", "Acceptance expires", "date"],
];

const riskWorkflow: Readonly<Record<string, readonly string[]>> = {
  "Open": ["In Progress", "Closed"],
  "In Progress": ["Awaiting Risk Acceptance", "Allocated for Fix"],
  "Awaiting Risk Acceptance": ["In Progress", "Risk Accepted"],
  "Risk Accepted": ["Risk Approved", "Risk Not Approved"],
  "Risk Approved": ["Risk Not Approved", "Risk Approval Expired"],
  "Risk Not Approved": ["Risk Approved", "Allocated for Fix"],
  "Risk Approval Expired": ["Risk Approved", "Awaiting Risk Acceptance"],
  "Allocated for Fix": ["In Progress", "Fixing", "Test Fix"],
  "Fixing": ["Allocated for Fix", "Test Fix", "Fixed"],
  "Test Fix": ["Allocated for Fix", "Fixed"],
  "Fixed": ["Fixing", "Test Fix"],
};

const plainWorkflow: Readonly<Record<string, readonly string[]>> = { "Open": ["In Progress", "Closed"], "In Progress": ["Open", "Closed"], "Closed": ["Open"] };

export const doneStates = ["Closed", "Risk Approved", "Fixed"] as const;

export function nextStates(type: string, status: string): readonly string[] {
  return (type === "Risk" ? riskWorkflow : plainWorkflow)[status] ?? [];
}

const states = [...new Set([...Object.keys(riskWorkflow), "Closed"])];

/** A transition and a status carry the same number, one more than its place. */
export function stateId(status: string): string {
  return String(states.indexOf(status) + 11);
}
