// What tests of all packages share.
export { builtInLibrary, builtInPacks, given, type Given, type GivenOptions } from "./given.ts";
export { randomDocument, seeded } from "./random-document.ts";
export { everyEdit } from "./every-edit.ts";
export { randomEdits, type RandomEdits } from "./random-edits.ts";
export { attackKnowledge } from "./attack-knowledge.ts";
export { startJiraDouble, type JiraDouble, type JiraDoubleOptions } from "./jira/start-jira-double.ts";
export type { JiraFaults, JiraLimit } from "./jira/jira-issue.ts";
