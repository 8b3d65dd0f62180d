// One walk over a file's events that finds what must not become a value: several documents, duplicate or refused keys, aliases that loop or multiply.
import { EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { AliasEvent, Event, ScalarEvent } from "js-yaml";
import type { CodeId } from "../codes.ts";
import type { DiagnosticData } from "../diagnose.ts";
import type { Limits } from "./source-file.ts";
import { lineStarts } from "./line-index.ts";
import { scalarText } from "./tree.ts";

export interface EventProblem {
  readonly code: CodeId;
  readonly offset: number;
  readonly data: DiagnosticData;
}

interface Frame {
  readonly isMap: boolean;
  /** Keys seen and, beside them, their offsets; only for maps. */
  readonly keys: string[];
  readonly offsets: number[];
  /** The same once there are many. */
  index: Map<string, number> | undefined;
  readonly anchor: string | undefined;
  atKey: boolean;
  /** Values inside so far, aliases counted as what they stand for. */
  size: number;
}

interface Walk {
  readonly text: string;
  readonly limits: Limits;
  readonly frames: Frame[];
  readonly sizes: Map<string, number>;
  readonly problems: EventProblem[];
  aliases: number;
  aliased: number;
}

const refused = new Set(["__proto__", "constructor", "prototype"]);

export function inspectEvents(text: string, events: readonly Event[], limits: Limits): readonly EventProblem[] {
  const walk: Walk = { text, limits, frames: [], sizes: new Map(), problems: [], aliases: 0, aliased: 0 };
  let documents = 0;
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents++;
        walk.frames.push(openFrame(false, undefined));
        break;
      case EVENT_ID.POP:
        close(walk);
        break;
      case EVENT_ID.SCALAR:
        visitScalar(walk, event);
        break;
      case EVENT_ID.ALIAS:
        if (!visitAlias(walk, event)) return walk.problems;
        break;
      default:
        walk.frames.push(openFrame(event.type === EVENT_ID.MAPPING, anchorName(text, event)));
    }
    if (walk.problems.length >= 20) break;
  }
  if (documents > 1) walk.problems.push({ code: "C1008", offset: 0, data: { count: documents } });
  return walk.problems;
}

function openFrame(isMap: boolean, anchor: string | undefined): Frame {
  return { isMap, keys: [], offsets: [], index: undefined, anchor, atKey: isMap, size: 1 };
}

function visitScalar(walk: Walk, event: Event): void {
  const frame = walk.frames.at(-1);
  const anchor = anchorName(walk.text, event);
  if (anchor !== undefined) walk.sizes.set(anchor, 1);
  if (frame === undefined) return;
  if (frame.isMap && frame.atKey && event.type === EVENT_ID.SCALAR) {
    const key = scalarText(walk.text, event);
    const first = seenAt(frame, key);
    if (refused.has(key)) walk.problems.push({ code: "C1007", offset: keyOffset(event), data: { key } });
    else if (first !== undefined) walk.problems.push({ code: "C1006", offset: keyOffset(event), data: { key, first: lineOf(walk.text, first) } });
    else addKey(frame, key, event.valueStart);
  }
  addTo(frame, 1);
}

const fewKeys = 16;

/** Most maps are small: a list is searched faster than an index is made. */
function seenAt(frame: Frame, key: string): number | undefined {
  return frame.index === undefined ? frame.offsets[frame.keys.indexOf(key)] : frame.index.get(key);
}

function addKey(frame: Frame, key: string, offset: number): void {
  frame.keys.push(key);
  frame.offsets.push(offset);
  if (frame.keys.length === fewKeys) frame.index = new Map(frame.keys.map((seen, at) => [seen, frame.offsets[at] ?? 0]));
  else frame.index?.set(key, offset);
}

/** False when reading cannot go on. */
function visitAlias(walk: Walk, event: AliasEvent): boolean {
  const name = walk.text.slice(event.anchorStart, event.anchorEnd);
  const stop = (reason: string): boolean => {
    walk.problems.push({ code: "C1005", offset: event.anchorStart - 1, data: { reason } });
    return false;
  };
  if (walk.frames.some((frame) => frame.anchor === name)) return stop(`\`*${name}\` stands inside what it repeats`);
  const size = walk.sizes.get(name);
  if (++walk.aliases > walk.limits.aliases) return stop(`there are more than ${walk.limits.aliases}`);
  walk.aliased += size ?? 1;
  if (walk.aliased > walk.limits.aliasedValues) return stop(`they stand for more than ${walk.limits.aliasedValues} values`);
  const frame = walk.frames.at(-1);
  if (frame !== undefined) addTo(frame, size ?? 1);
  return true;
}

function close(walk: Walk): void {
  const frame = walk.frames.pop();
  const parent = walk.frames.at(-1);
  if (frame?.anchor !== undefined) walk.sizes.set(frame.anchor, frame.size);
  if (frame !== undefined && parent !== undefined) addTo(parent, frame.size);
}

function addTo(frame: Frame, size: number): void {
  frame.size += size;
  if (frame.isMap) frame.atKey = !frame.atKey;
}

function anchorName(text: string, event: Event): string | undefined {
  if (!("anchorStart" in event) || event.anchorStart < 0) return undefined;
  return text.slice(event.anchorStart, event.anchorEnd);
}

function keyOffset(event: ScalarEvent): number {
  return event.style === SCALAR_STYLE.PLAIN ? event.valueStart : event.valueStart - 1;
}

function lineOf(text: string, offset: number): number {
  return lineStarts(text.slice(0, Math.max(0, offset))).length;
}
