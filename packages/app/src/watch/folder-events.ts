// Tells when something happens in folders. Each folder is watched by itself, so that files which editors replace, and new ones, are seen on every system;
// a folder that cannot be watched, or is not there, is looked at again and again instead.
import { watch, type FSWatcher } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { openBell, type Rung } from "./bell.ts";

export interface FolderEventsOptions {
  /** Look again and again at every folder, for disks that tell of nothing, such as those of other machines. */
  readonly poll?: boolean;
  /** Whether a file of this name may matter. */
  readonly matters: (name: string) => boolean;
  readonly signal?: AbortSignal;
}

export interface FolderEvents {
  /** These and no others, from now on. */
  readonly follow: (folders: readonly string[]) => Promise<void>;
  /** "event" when something happened since it was last asked, and then nothing for a moment; "time" when nothing did for so many milliseconds. */
  readonly next: (atMost?: number) => Promise<Rung>;
  readonly close: () => void;
}

/** Editors write in several steps. */
const QUIET = 80;
/** A folder in which something happens all the time is still told of. */
const LONGEST = 2_000;
const LOOK_EVERY = 500;

interface Followed {
  readonly watcher?: FSWatcher;
  /** What was in it when it was last looked at; only of one that is not watched. */
  seen?: string;
}

export function openFolderEvents({ poll = false, matters, signal }: FolderEventsOptions): FolderEvents {
  const followed = new Map<string, Followed>();
  const bell = openBell(signal);
  const onEvent = (folder: string) => (_: string, name: string | null): void => {
    if (name === null || name === basename(folder)) forget(folder, followed); // of the folder itself: it may be gone
    if (name === null || matters(name)) bell.ring();
  };
  const lookAgain = async (): Promise<void> => {
    for (const [folder, one] of followed) if (!one.watcher && one.seen !== (one.seen = await contentOf(folder, matters))) bell.ring();
  };
  const timer = setInterval(() => { void lookAgain(); }, LOOK_EVERY);
  return {
    async follow(folders) {
      for (const folder of followed.keys()) if (!folders.includes(folder)) forget(folder, followed);
      for (const folder of folders) {
        if (followed.get(folder)?.watcher) continue;
        const watcher = poll ? undefined : watched(folder, onEvent(folder));
        followed.set(folder, watcher ? { watcher } : { seen: await contentOf(folder, matters) });
      }
    },
    async next(atMost) {
      const first = await bell.wait(atMost);
      const until = performance.now() + LONGEST;
      for (let more = first; more === "event" && performance.now() < until;) {
        more = await bell.wait(QUIET);
        if (more === "end") return more;
      }
      return first;
    },
    close() {
      clearInterval(timer);
      for (const folder of followed.keys()) forget(folder, followed);
    },
  };
}

function forget(folder: string, followed: Map<string, Followed>): void {
  followed.get(folder)?.watcher?.close();
  followed.delete(folder);
}

/** undefined where the folder is not there, or the system cannot watch it or has no more room to. */
function watched(folder: string, onEvent: (kind: string, name: string | null) => void): FSWatcher | undefined {
  try {
    return watch(folder, onEvent).on("error", () => onEvent("rename", null));
  } catch {
    return undefined;
  }
}

async function contentOf(folder: string, matters: FolderEventsOptions["matters"]): Promise<string> {
  const names = (await readdir(folder).catch(() => undefined))?.filter(matters).sort();
  const files = names?.map(async (name) => {
    const info = await stat(join(folder, name), { bigint: true }).catch(() => undefined);
    return `${name}:${info ? `${info.ino}:${info.size}:${info.mtimeNs}` : ""}`;
  });
  return files ? ["there", ...(await Promise.all(files))].join("\n") : "";
}
