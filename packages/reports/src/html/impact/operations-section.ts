// Everything that was done to the model, numbered, so that causes can point at it.
import type { OperationKind } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { operationWords } from "../../impact/operation-words.ts";
import { dataTable, placeRef, section, withCode } from "../parts.ts";
import { placeOf, type ImpactContext } from "./impact-context.ts";

const marks: Readonly<Record<OperationKind, string>> = { add: "+", remove: "−", rename: "→", move: "→", set: "~", rewire: "~", lifecycle: "~" };

export function operationsSection(context: ImpactContext, id: string, title: string): Html {
  const rows = context.impact.operations.map((operation): HtmlPart[] => [
    html`<span id="${placeOf(context, "operation", String(operation.id))}" data-find="change">${operation.id}</span>`,
    html`<span aria-hidden="true">${marks[operation.kind]}</span> ${withCode(operationWords(operation))}`, placeRef(operation.where),
  ]);
  return section(id, title, dataTable("Changes to the model", ["No.", "What was done", "Written at"], rows));
}
