// The JSON Schema of a model in one document, for editors and other validators. Its root is the model file; the other files are in `$defs`.
import type * as z from "zod";
import {
  DecisionsDocumentSchema, ModelDocumentSchema, SystemDocumentSchema, ViewsDocumentSchema,
} from "../model/document.ts";
import { LockSchema } from "../model/lock.ts";
import { PolicySchema } from "../model/policy.ts";
import { openDefinitions } from "./definitions.ts";
import type { JsonObject } from "./json-object.ts";

export const schemaDialect = "https://json-schema.org/draft/2020-12/schema";
export const schemaBase = "https://merlon.dev/schema/v1/";

/** The files of a model folder. */
export const modelRoots: readonly z.ZodType[] = [
  ModelDocumentSchema, SystemDocumentSchema, DecisionsDocumentSchema, ViewsDocumentSchema, PolicySchema, LockSchema,
];

export function bundledSchema(): JsonObject {
  return {
    $schema: schemaDialect,
    $id: `${schemaBase}merlon.schema.json`,
    title: "Merlon model",
    description: "A threat model as data: the system, what people decided, and how it is shown.",
    $ref: "#/$defs/ModelDocument",
    $defs: openDefinitions(modelRoots),
  };
}
