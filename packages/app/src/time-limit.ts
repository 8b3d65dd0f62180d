// Stops work that takes too long, even when it never gives the thread back: Node watches it from another thread.
import { Script } from "node:vm";
import { AppError } from "./app-error.ts";

/** Runs work that computes without waiting, and throws A4012 when the time is up. */
export type TimeLimit = <T>(work: () => T) => T;

/** A budget for all work together; waiting for disks and people does not count. */
export function timeLimit(seconds: number): TimeLimit {
  let left = seconds * 1000;
  return function limited<T>(work: () => T): T {
    if (left < 1) throw tooSlow(seconds);
    const start = performance.now();
    try {
      return runWatched(work, Math.floor(left));
    } catch (error) {
      if ((error as NodeJS.ErrnoException | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw tooSlow(seconds);
      throw error;
    } finally {
      left -= performance.now() - start;
    }
  };
}

export function tooSlow(seconds: number): AppError {
  return new AppError("A4012", `This takes longer than ${seconds} ${seconds === 1 ? "second" : "seconds"}.`);
}

/** How work reaches the watched script, which knows only globals. */
const slot = Symbol.for("merlon.work");
const script = new Script("globalThis[Symbol.for('merlon.work')]()");

function runWatched<T>(work: () => T, milliseconds: number): T {
  const results: T[] = [];
  const outer: unknown = Reflect.get(globalThis, slot);
  Reflect.set(globalThis, slot, () => { results.push(work()); });
  try {
    script.runInThisContext({ timeout: milliseconds });
  } finally {
    Reflect.set(globalThis, slot, outer);
  }
  return results[0] as T; // the script ran the work once, or threw
}
