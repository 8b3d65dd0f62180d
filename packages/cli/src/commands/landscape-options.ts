// How a landscape is walked: what `merlon landscape` and `merlon landscape diff` share.
import { textOption, type Input, type OptionSpec } from "../command.ts";
import { usageError } from "../failure.ts";

export const walkOption: OptionSpec = { flags: "--walk <how>", description: "landscape, up (to the business and its people), down (to the causes), near, or relations of your own with a direction, as in \"threatens< feeds>\"" };
export const depthOption: OptionSpec = { flags: "--depth <number>", description: "the most relations in a row" };

export function depthOf(input: Input): number | undefined {
  const said = textOption(input, "depth");
  if (said !== undefined && !/^\d{1,2}$/.test(said)) throw usageError("--depth takes a number from 0 to 99.");
  return said === undefined ? undefined : Number(said);
}
