// Which value of a file an offset lies in. One walk over the events answers for many offsets.
import { EVENT_ID } from "js-yaml";
import type { Event } from "js-yaml";
import { scalarText } from "./tree.ts";
import type { Path, Tree } from "./tree.ts";

interface Frame {
  readonly isMap: boolean;
  step: string | number;
  atKey: boolean;
}

/** Paths of the values that offsets (ascending) lie in; the enclosing map's path for what lies between values, such as comments. */
export function pathsAt(tree: Tree, offsets: readonly number[]): readonly Path[] {
  const paths: Path[] = [];
  const frames: Frame[] = [];
  let next = 0;
  for (const event of tree.events) {
    if (next >= offsets.length) break;
    const { start, end } = extent(event);
    while (next < offsets.length && start > (offsets[next] ?? 0)) {
      paths.push(pathOf(frames, "enclosing"));
      next++;
    }
    while (next < offsets.length && start <= (offsets[next] ?? 0) && (offsets[next] ?? 0) < end) {
      paths.push(pathOf(frames, "value"));
      next++;
    }
    step(tree.text, frames, event);
  }
  while (paths.length < offsets.length) paths.push([]);
  return paths;
}

function extent(event: Event): { readonly start: number; readonly end: number } {
  if (event.type === EVENT_ID.SCALAR && event.valueStart >= 0) return { start: event.valueStart, end: event.valueEnd };
  return { start: -1, end: -1 };
}

function pathOf(frames: readonly Frame[], of: "value" | "enclosing"): Path {
  const open = frames.filter((frame, at) => frame.step !== "" && (of === "value" || at < frames.length - 1));
  return open.map((frame) => frame.step);
}

function step(text: string, frames: Frame[], event: Event): void {
  if (event.type === EVENT_ID.DOCUMENT) return;
  if (event.type === EVENT_ID.POP) {
    frames.pop();
    finishValue(frames.at(-1));
    return;
  }
  const frame = frames.at(-1);
  if (frame?.isMap === true && frame.atKey && event.type === EVENT_ID.SCALAR) {
    frame.step = scalarText(text, event);
    frame.atKey = false;
    return;
  }
  if (event.type === EVENT_ID.MAPPING) frames.push({ isMap: true, step: "", atKey: true });
  else if (event.type === EVENT_ID.SEQUENCE) frames.push({ isMap: false, step: 0, atKey: false });
  else finishValue(frame);
}

function finishValue(frame: Frame | undefined): void {
  if (frame === undefined) return;
  if (frame.isMap) frame.atKey = true;
  else if (typeof frame.step === "number") frame.step++;
}
