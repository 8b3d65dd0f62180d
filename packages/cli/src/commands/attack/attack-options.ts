// Options that several attack commands have.
import type { OptionSpec } from "../../command.ts";

/** Releases that do not come with Merlon. */
export const catalogueOption: OptionSpec = { flags: "--catalogue <file>", description: "a catalogue from `attack import`; may be repeated", repeatable: true };
export const versionOption: OptionSpec = { flags: "--attack-version <version>", description: "the release to speak; the model's own, else the newest, when left out" };
export const groupOption: OptionSpec = { flags: "--group <id>", description: "a group such as G0016; may be repeated; the model's adversaries when left out", repeatable: true };
