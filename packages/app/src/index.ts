// Use cases: files, time and what else the world has, around the pure packages. No printing here.
export { AppError, diagnosticOf, fileStart } from "./app-error.ts";
export { appCodes } from "./app-codes.ts";
export type { AppCode, AppCodeId } from "./app-codes.ts";
export { timeLimit, tooSlow } from "./time-limit.ts";
export type { TimeLimit } from "./time-limit.ts";
export { isDay, openSession, today } from "./session.ts";
export type { Session, SessionOptions } from "./session.ts";
export { sourceLibrary } from "./library/built-in.ts";
export type { BuiltIn, LoadedLibrary } from "./library/built-in.ts";
