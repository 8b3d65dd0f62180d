// The options that every command takes.
import type { OptionSpec } from "./command.ts";

export const globalOptions: readonly OptionSpec[] = [
  { flags: "--json", description: "print one JSON document, also on failure" },
  { flags: "--at <date>", description: "the day at which expiries are judged, YYYY-MM-DD (default: today, UTC)" },
  { flags: "--time <seconds>", description: "stop work that takes longer", default: "60" },
  { flags: "--quiet", description: "print only results and errors" },
  { flags: "--no-color", description: "print without colours" },
];

export interface GlobalOptions {
  readonly json: boolean;
  readonly at: string | undefined;
  readonly time: string;
  readonly quiet: boolean;
  readonly color: boolean;
}
