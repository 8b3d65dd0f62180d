// The folder that most commands about packs end with.
import type { ArgumentSpec } from "../../command.ts";

export const packArgument: ArgumentSpec = { name: "[folder]", description: "the pack's folder, with pack.yaml; left out, the folder that you are in. Packs inside it count too" };
