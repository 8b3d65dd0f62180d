// What the reference of the command is generated from; the command itself starts at main.ts.
export { registry } from "./registry.ts";
export type { Registered } from "./registry.ts";
export { innerCommands, isGroup } from "./command.ts";
export type { ArgumentSpec, Command, CommandGroup, Example, OptionSpec } from "./command.ts";
export { globalOptions } from "./global-options.ts";
