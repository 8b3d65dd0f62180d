// For what a report can do without: nothing instead of the fault when it takes too long.
import { AppError } from "../app-error.ts";

export async function inTime<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "A4012") return undefined;
    throw error;
  }
}
