// All commands: a line here and a file in commands/ make a command. Only the one that runs is loaded.
import type { Command, CommandGroup } from "./command.ts";

export interface Registered {
  readonly name: string;
  /** For the list of commands. */
  readonly summary: string;
  readonly group: "Look at a model" | "Change a model" | "Rules and formats";
  readonly load: () => Promise<Command | CommandGroup>;
}

export const registry: readonly Registered[] = [
  { name: "analyze", summary: "find threats and open questions", group: "Look at a model", load: async () => (await import("./commands/analyze.ts")).analyze },
  { name: "stride", summary: "show the STRIDE table of every trust boundary", group: "Look at a model", load: async () => (await import("./commands/stride.ts")).stride },
  { name: "diagram", summary: "draw the data flow diagram", group: "Look at a model", load: async () => (await import("./commands/diagram.ts")).diagram },
  { name: "paths", summary: "show how attackers get to what matters most", group: "Look at a model", load: async () => (await import("./commands/paths.ts")).paths },
  { name: "data", summary: "show where data is and where it goes", group: "Look at a model", load: async () => (await import("./commands/data.ts")).data },
  { name: "report", summary: "write a report, or everything at once", group: "Look at a model", load: async () => (await import("./commands/report.ts")).report },
  { name: "landscape", summary: "show what hangs together with one thing, up to the business", group: "Look at a model", load: async () => (await import("./commands/landscape.ts")).landscape },
  { name: "jira", summary: "take tickets of Jira into the landscape", group: "Look at a model", load: async () => (await import("./commands/jira.ts")).jira },
  { name: "explain", summary: "show why a threat is there, and what would clear it", group: "Look at a model", load: async () => (await import("./commands/explain.ts")).explain },
  { name: "why-not", summary: "show why a rule does not fire at one place", group: "Look at a model", load: async () => (await import("./commands/why-not.ts")).whyNot },
  { name: "diff", summary: "show what a change does to the threats, and why", group: "Look at a model", load: async () => (await import("./commands/diff.ts")).diff },
  { name: "impact", summary: "show what a change would do that nobody has made yet", group: "Look at a model", load: async () => (await import("./commands/impact.ts")).impact },
  { name: "watch", summary: "tell at every save what it changed", group: "Look at a model", load: async () => (await import("./commands/watch.ts")).watch },
  { name: "due", summary: "list what expires, is overdue or holds no more, by owner", group: "Look at a model", load: async () => (await import("./commands/due.ts")).due },
  { name: "log", summary: "show what each commit did to the threats and decisions", group: "Look at a model", load: async () => (await import("./commands/log.ts")).log },
  { name: "blame", summary: "show by which commit a threat came in, and who decided what", group: "Look at a model", load: async () => (await import("./commands/blame.ts")).blame },
  { name: "check", summary: "find mistakes in a model's files", group: "Look at a model", load: async () => (await import("./commands/check.ts")).check },
  { name: "init", summary: "write a first model", group: "Change a model", load: async () => (await import("./commands/init.ts")).init },
  { name: "import", summary: "read a model of another tool", group: "Change a model", load: async () => (await import("./commands/import.ts")).importCommand },
  { name: "ask", summary: "answer open questions", group: "Change a model", load: async () => (await import("./commands/ask.ts")).ask },
  { name: "decide", summary: "write down what is decided about a threat", group: "Change a model", load: async () => (await import("./commands/decide.ts")).decide },
  { name: "threat", summary: "write down a threat that somebody thought of", group: "Change a model", load: async () => (await import("./commands/threat.ts")).threat },
  { name: "think", summary: "think about a boundary first, then see what the rules found", group: "Change a model", load: async () => (await import("./commands/think.ts")).think },
  { name: "rename", summary: "give an object another id, everywhere", group: "Change a model", load: async () => (await import("./commands/rename.ts")).rename },
  { name: "merge", summary: "bring two versions of a model together", group: "Change a model", load: async () => (await import("./commands/merge.ts")).merge },
  { name: "git-setup", summary: "let git merge and compare models by object", group: "Change a model", load: async () => (await import("./commands/git-setup.ts")).gitSetup },
  { name: "git-diff", summary: "what git calls to show a change of a model's file", group: "Change a model", load: async () => (await import("./commands/git-diff.ts")).gitDiff },
  { name: "fmt", summary: "tidy a model's files", group: "Change a model", load: async () => (await import("./commands/fmt.ts")).fmt },
  { name: "lock", summary: "pin the rules that a model is analysed with", group: "Change a model", load: async () => (await import("./commands/lock.ts")).lock },
  { name: "attack", summary: "speak ATT&CK: releases, layers, groups, coverage", group: "Rules and formats", load: async () => (await import("./commands/attack.ts")).attack },
  { name: "words", summary: "list and search the words that a model may use", group: "Rules and formats", load: async () => (await import("./commands/words.ts")).words },
  { name: "rules", summary: "list, show and test the rules", group: "Rules and formats", load: async () => (await import("./commands/rules.ts")).rules },
  { name: "pack", summary: "write, test and release rules of your own", group: "Rules and formats", load: async () => (await import("./commands/pack.ts")).pack },
  { name: "schema", summary: "print the JSON Schema of model files", group: "Rules and formats", load: async () => (await import("./commands/schema.ts")).schema },
];
