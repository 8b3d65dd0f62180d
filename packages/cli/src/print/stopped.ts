// What comes of a conversation that the person ended early.
import type { Outcome } from "../command.ts";

export function stopped(consequence: string): Outcome {
  return { result: { stopped: true }, text: () => "", notes: [`Stopped. ${consequence}`], exitCode: 1 };
}
