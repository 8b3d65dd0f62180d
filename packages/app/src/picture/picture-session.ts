// What a session gives to pictures: where fonts and WASM lie, and how long drawing may take.
import type { Session } from "../session.ts";
import type { PngOptions } from "./render-png.ts";

export function pictureSession({ resources, limit }: Pick<Session, "resources" | "limit">): PngOptions {
  return { timeLimit: limit, ...(resources ? { resources } : {}) };
}
