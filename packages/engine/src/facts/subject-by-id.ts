// Any object of the model by its id, as a subject of facts; `model` is the model as a whole.
import type { FactBase } from "./fact-base.ts";
import type { Subject } from "./subject.ts";

export function subjectById(id: string, { subjects }: Pick<FactBase, "subjects">): Subject | undefined {
  if (id === "model") return subjects.root;
  return subjects.elements.get(id) ?? subjects.flows.get(id) ?? subjects.boundaries.get(id) ?? subjects.data.get(id);
}
