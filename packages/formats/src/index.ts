// Readers for the formats of other tools. Each gives a model document and an account of what it could not carry.
export { formats } from "./formats.ts";
export { detectFormat } from "./detect-format.ts";
export type { Detected } from "./detect-format.ts";
export type { ForeignFile, ForeignPack, Format, OtherFormat, ReadOptions, ReadResult } from "./format.ts";
export { codes } from "./codes.ts";
export type { FormatCode } from "./codes.ts";
export { printCatalogue } from "./stix-attack/print-catalogue.ts";
export { readStixAttack, type StixOptions, type StixRead } from "./stix-attack/read-stix-attack.ts";
export { jiraWords, type JiraWords } from "./jira/jira-words.ts";
export { readJiraExport, type JiraExport, type SkipReason } from "./jira/read-jira-export.ts";
export { mergeTickets, printTickets, readTickets, type TicketMerge } from "./jira/mirror.ts";
export { landTickets, type UnknownWord } from "./jira/land-tickets.ts";
