// Saved pictures: what they show and what a person moved by hand.
import * as z from "zod";
import { IdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** A saved picture: what it shows and what a person moved by hand. Never part of the meaning of a model. */
export interface View {
  readonly title?: string;
  /** `dfd`, `personal-data`, `data:<id>` or `boundary:<id>`. */
  readonly shows: string;
  readonly positions?: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly collapsed?: readonly string[];
}

const PositionSchema = z.strictObject({
  x: z.number().meta({ title: "Across", description: "Points from the left to its middle.", examples: [120] }),
  y: z.number().meta({ title: "Down", description: "Points from the top to its middle.", examples: [80] }),
}).meta({ title: "Position", description: "Where a person put it." });

export const ViewSchema = exactly<View>()(z.strictObject({
  title: NameSchema.optional().meta({ title: "Title", description: "What people call the picture.", examples: ["Where card numbers go"] }),
  shows: z.string().regex(/^(dfd|personal-data|(data|boundary):[a-z][a-z0-9-]{0,62})$/).meta({ title: "Shows", description: "The whole diagram, personal data, one kind of data or one boundary.", examples: ["dfd", "data:card-number"] }),
  positions: z.record(IdSchema, PositionSchema).optional().meta({ title: "Positions", description: "Places that a person chose, by id. They are drawn when everything that the view shows has one; boundaries lie around what is in them.", examples: [{ web: { x: 120, y: 80 } }] }),
  collapsed: z.array(IdSchema).optional().meta({ title: "Collapsed", description: "Boundaries and elements shown without their insides.", examples: [["shop-vpc"]] }),
}).meta({ id: "View", title: "View", description: "A saved picture; never part of what a model means." }));
