// The words that may answer a question, where the question itself does not list them: those of catalogues and of the model.
import type { Model } from "@merlon/core";
import type { Library, Question, Term } from "@merlon/schema";

type Named = Pick<Term, "id" | "title" | "description" | "also">;

export function termsFor({ key, target }: Question, { model, library }: { readonly model: Model; readonly library: Library }): readonly Named[] {
  switch (key) {
    case "type": {
      const kind = model.elements.get(target.id)?.kind;
      return library.types.filter(({ kinds }) => kind === undefined || kinds.includes(kind));
    }
    case "protocol": return library.protocols;
    case "technology": return library.technologies;
    case "kind": return library.dataKinds;
    case "carries":
    case "response":
    case "holds":
    case "handles": return [...model.data.values()].map(({ id, title }) => ({ id, title }));
    default: return [];
  }
}
