// The three lists of a diagram: services, external entities and information flows, each entry with its annotations.
import { lose, settleAs } from "../foreign/account.ts";
import { report, takeLine, takeMap, takeMaps, takeTexts } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { hash } from "../ids/short-id.ts";
import { isSecret } from "./annotations.ts";

export interface Tag {
  /** Without the quotes that some files write inside the text. */
  readonly key: string;
  readonly value: string;
  readonly at: string;
  readonly raw: unknown;
}

interface Entry {
  readonly place: Place;
  /** Unique among all entries. */
  readonly key: string;
  readonly stereotypes: readonly string[];
  readonly tags: readonly Tag[];
}

export interface Box extends Entry {
  readonly name: string;
  readonly isExternal: boolean;
}

export interface Arrow extends Entry {
  readonly from: Box;
  readonly to: Box;
}

export interface Diagram {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export function readDiagram(intake: Intake, root: Place): Diagram {
  const boxes = new Map<string, Box>();
  for (const list of ["services", "external_entities"] as const) {
    for (const place of takeMaps(intake, root, list)) readBox(intake, place, list, boxes);
  }
  const arrows = new Map<string, Arrow>();
  for (const place of takeMaps(intake, root, "information_flows")) readArrow(intake, place, boxes, arrows);
  return { boxes: [...boxes.values()], arrows: [...arrows.values()] };
}

function readBox(intake: Intake, place: Place, list: string, boxes: Map<string, Box>): void {
  const name = takeLine(intake, place, "name");
  if (name === undefined) return lose(intake.account, { kind: "dropped", at: place.at, what: `an entry of \`${list}\``, why: "It has no name, so that no flow can refer to it." });
  if (boxes.has(name)) {
    report(intake, "F2006", place.at, { id: name, what: list });
    return lose(intake.account, { kind: "dropped", at: place.at, what: `\`${name}\`, once more`, why: "An entry before it has the same name." });
  }
  boxes.set(name, { place, key: name, name, isExternal: list === "external_entities", ...annotationsOf(intake, place) });
}

function readArrow(intake: Intake, place: Place, boxes: ReadonlyMap<string, Box>, arrows: Map<string, Arrow>): void {
  const [from, to] = (["sender", "receiver"] as const).map((side) => readEnd(intake, place, side, boxes));
  if (from === undefined || to === undefined) return lose(intake.account, { kind: "dropped", at: place.at, what: "an information flow", why: `Its ${from === undefined ? "sender" : "receiver"} is no entry of the file.` });
  const annotations = annotationsOf(intake, place);
  const plain = `${from.name} -> ${to.name}`;
  const first = arrows.get(plain);
  const key = first === undefined ? plain : `${plain}/${hash(said(annotations))}`;
  if (arrows.has(key) || (first !== undefined && said(first) === said(annotations))) return lose(intake.account, { kind: "dropped", at: place.at, what: `the flow ${plain}, once more`, why: "A flow before it says the same." });
  arrows.set(key, { place, key, from, to, ...annotations });
}

function said({ stereotypes, tags }: Pick<Entry, "stereotypes" | "tags">): string {
  return JSON.stringify([stereotypes, tags.map(({ key, value }) => [key, value])]);
}

function readEnd(intake: Intake, place: Place, side: "sender" | "receiver", boxes: ReadonlyMap<string, Box>): Box | undefined {
  const name = takeLine(intake, place, side);
  const box = name === undefined ? undefined : boxes.get(name);
  if (name !== undefined && box === undefined) report(intake, "F2005", under(place, side).at, { what: `The ${side} of an information flow`, target: name });
  return box;
}

function annotationsOf(intake: Intake, place: Place): Pick<Entry, "stereotypes" | "tags"> {
  const stereotypes = [...new Set(takeTexts(intake, place, "stereotypes"))];
  const values = takeMap(intake, place, "tagged_values");
  const tags = values === undefined || !isMap(values.value) ? [] : Object.entries(values.value).flatMap(([key, raw]) => tagOf(intake, under(values, key), key, raw));
  return { stereotypes, tags };
}

function tagOf(intake: Intake, place: Place, written: string, raw: unknown): readonly Tag[] {
  const key = unquoted(written);
  if (isSecret(key)) {
    lose(intake.account, { kind: "dropped", at: place.at, what: `the value of \`${key}\``, why: "Secrets and account names never belong in a model." });
    return [];
  }
  settleAs(intake.account, "carried", place.at);
  return [{ key, raw, at: place.at, value: typeof raw === "string" ? unquoted(raw) : JSON.stringify(raw) }];
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, "$2").trim();
}
