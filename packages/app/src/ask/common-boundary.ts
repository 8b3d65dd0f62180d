// The boundary that everything which is asked the same lies in, so that one default there can answer for all.
import type { Model } from "@merlon/core";
import type { Library, Question } from "@merlon/schema";

/** The innermost one. undefined when there is none, or when no default can answer this. */
export function commonBoundary(questions: readonly Question[], model: Model, library: Library): string | undefined {
  const [first] = questions;
  const characteristic = library.characteristics.find(({ id }) => id === first?.key);
  if (questions.length < 2 || !characteristic || !questions.every(({ target }) => target.kind === "element" || target.kind === "flow")) return undefined;
  const around = questions.flatMap(({ target }) => endsOf(target.id, model)).map((id) => boundariesAround(id, model));
  const [one = [], ...others] = around;
  const common = one.filter((boundary) => others.every((list) => list.includes(boundary)));
  const innermost = common.filter((boundary) => !common.some((other) => other !== boundary && enclosing(other, model).includes(boundary)));
  return innermost.length === 1 ? innermost[0] : undefined;
}

function endsOf(id: string, { flows }: Model): readonly string[] {
  const flow = flows.get(id);
  return flow ? [flow.from, flow.to] : [id];
}

function boundariesAround(element: string, model: Model): readonly string[] {
  return [...new Set((model.elements.get(element)?.in ?? []).flatMap((id) => [id, ...enclosing(id, model)]))];
}

/** The boundaries around a boundary, innermost first. */
function enclosing(id: string, { boundaries }: Model): readonly string[] {
  const found: string[] = [];
  for (let at = boundaries.get(id)?.parent; at !== undefined && !found.includes(at); at = boundaries.get(at)?.parent) found.push(at);
  return found;
}
