// Runtime schema of the view in time that a result is about.
import * as z from "zod";
import { choice } from "../choice.ts";
import { IdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import type { LeftOut, ModelView, ObjectMap } from "./model-view.ts";

const leftOut = { map: "elements", id: "new-api", title: "New API", because: "planned for 2027-03" };

export const ObjectMapSchema = choice<ObjectMap>({
  elements: "Elements.", flows: "Flows.", boundaries: "Boundaries.", data: "Data.", controls: "Controls.", assumptions: "Assumptions.", threats: "People's threats.", risks: "Risks.",
  scales: "Scales.", decisions: "Decisions.", header: "The model's header.",
}, { id: "ObjectMap", title: "Map", description: "Which map of the model it is in." });

const LeftOutSchema = exactly<LeftOut>()(z.strictObject({
  map: ObjectMapSchema.meta({ title: "Map", description: "Where the object is.", examples: ["elements"] }),
  id: IdSchema.meta({ title: "Id", description: "The object's id.", examples: ["new-api"] }),
  title: NameSchema.meta({ title: "Title", description: "The object's title.", examples: ["New API"] }),
  because: NameSchema.meta({ title: "Because", description: "Why it is not there.", examples: ["planned for 2027-03"] }),
}).meta({ id: "LeftOut", title: "Left out", description: "An object that a view does not hold." }));

export const ModelViewSchema = exactly<ModelView>()(z.strictObject({
  name: NameSchema.meta({ title: "Name", description: "`live`, `target` or `at:` with a day.", examples: ["live"] }),
  leftOut: z.array(LeftOutSchema).meta({ title: "Left out", description: "What is not there in this view, and what goes with it.", examples: [[leftOut]] }),
}).meta({ id: "ModelView", title: "View", description: "A view in time: what is there today, what is wanted in the end, or what is there at a day." }));

/** For results that may be about a view. */
export const viewField = ModelViewSchema.optional().meta({ title: "View", description: "The view in time that it is about; everything that is written when left out.", examples: [{ name: "live", leftOut: [leftOut] }] });
