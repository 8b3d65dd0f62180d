// What every use case works in: the built-in library, loaded once, the day, where the person stands, and how long work may take.
import type { TimeView } from "@merlon/core";
import { loadBuiltIn, sourceLibrary } from "./library/built-in.ts";
import type { BuiltIn, LoadedLibrary } from "./library/loaded-library.ts";
import type { Resources } from "./picture/resources.ts";
import type { TimeLimit } from "./time-limit.ts";

export interface Session {
  readonly builtIn: LoadedLibrary;
  /** Where the built-in library was read from; its tests lie there too. */
  readonly builtInFrom: BuiltIn;
  /** The day at which expiries are judged, YYYY-MM-DD, UTC. */
  readonly at: string;
  /** The view in time that models are looked at in; everything that is written when left out. */
  readonly view?: TimeView;
  /** Absolute path that relative paths start from and that shown paths are relative to. */
  readonly cwd: string;
  /** Of Merlon, for what it writes. */
  readonly version: string;
  /** Everything that computes for long runs inside of it. */
  readonly limit: TimeLimit;
  /** The same for pictures inside of a report, so that one that takes too long does not cost the rest. */
  readonly pictureLimit: TimeLimit;
  /** Fonts and WASM that pictures need; from the installed packages when left out. */
  readonly resources?: Resources;
  /** Called with what is being done, before it is done. */
  readonly progress: (step: string) => void;
}

export interface SessionOptions extends Partial<Omit<Session, "builtIn" | "builtInFrom">> {
  readonly library?: BuiltIn;
}

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const { library = sourceLibrary, ...rest } = options;
  return {
    at: today(), cwd: process.cwd(), version: "0.0.0", limit: (work) => work(), pictureLimit: (work) => work(), progress: () => undefined,
    ...rest, builtIn: await loadBuiltIn(library), builtInFrom: library,
  };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** YYYY-MM-DD, and a day that exists. */
export function isDay(text: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
