// Small Threat Dragon models for tests, one line per cell, read in one step.
import { formats } from "@merlon/formats";
import type { ReadResult } from "@merlon/formats";
import type { Loss, ModelDocument } from "@merlon/schema";

type Fields = Readonly<Record<string, unknown>>;

export interface Imported extends ReadResult {
  readonly document: ModelDocument;
}

/** At x, y with the size 10 × 10. */
export function node(shape: string, id: string, [x, y]: readonly [number, number] = [0, 0], data: Fields = {}): Fields {
  return { id, shape, position: { x, y }, size: { width: 10, height: 10 }, data: { name: id, ...data } };
}

export function box(id: string, [x, y, width, height]: readonly [number, number, number, number], data: Fields = {}): Fields {
  return { id, shape: "trust-boundary-box", position: { x, y }, size: { width, height }, data: { name: id, ...data } };
}

export function flow(id: string, from: string, to: string, data: Fields = {}): Fields {
  return { id, shape: "flow", source: { cell: from }, target: { cell: to }, data: { name: id, ...data } };
}

export function dragonText(...diagrams: readonly (readonly Fields[])[]): string {
  return JSON.stringify({ version: "2.3.0", summary: { title: "Shop" }, detail: { diagrams: diagrams.map((cells, id) => ({ id, title: `D${id}`, cells })) } });
}

export function importDragon(text: string, previous?: ModelDocument): Imported {
  const result = formats[0]?.read(text, { path: "shop.json", ...(previous === undefined ? {} : { previous }) });
  if (result?.document === undefined) throw new Error("No document.");
  return { ...result, document: result.document };
}

/** Losses of some kinds as lines, without what every import has. */
export function lossLines(losses: readonly Loss[], ...kinds: readonly Loss["kind"][]): readonly string[] {
  return losses.filter((loss) => kinds.includes(loss.kind) && !/^(?:layout|values the tool)/.test(loss.what)).map((loss) => `${loss.at} ${loss.what}`);
}
