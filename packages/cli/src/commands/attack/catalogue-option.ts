// The option of the attack commands that brings releases which do not come with Merlon.
import type { OptionSpec } from "../../command.ts";

export const catalogueOption: OptionSpec = { flags: "--catalogue <file>", description: "a catalogue from `attack import`; may be repeated", repeatable: true };
