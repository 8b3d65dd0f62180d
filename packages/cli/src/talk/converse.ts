// Holds a conversation where somebody can be asked, and says so where nobody can.
import { holdDialogue, type Dialogue } from "@merlon/app";
import type { Context } from "../context.ts";
import { terminalListener } from "./terminal-listener.ts";

export interface ConverseOptions {
  /** Called with what is settled so far, whenever that changes. */
  readonly keep?: (kept: unknown) => Promise<void>;
}

/** undefined when the person stopped. */
export async function converse<T>(start: () => Dialogue<T>, { page }: Pick<Context, "page">, options: ConverseOptions = {}): Promise<T | undefined> {
  return holdDialogue(start, { ...(await terminalListener(page)), ...options });
}

export function isSomebodyThere({ io, json }: Pick<Context, "io" | "json">): boolean {
  return io.inIsTerminal && io.outIsTerminal && !json;
}
