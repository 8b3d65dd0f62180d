// What every use case works in: the built-in library, loaded once, the day, and where to find bytes such as fonts.
import { loadBuiltIn, sourceLibrary, type BuiltIn, type LoadedLibrary } from "./library/load-library.ts";

export interface Session {
  readonly builtIn: LoadedLibrary;
  /** The day at which expiries are judged, YYYY-MM-DD, UTC. */
  readonly at: string;
}

export interface SessionOptions {
  readonly library?: BuiltIn;
  readonly at?: string;
}

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  return { builtIn: await loadBuiltIn(options.library ?? sourceLibrary), at: options.at ?? today() };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
