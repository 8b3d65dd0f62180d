// What a rule tests. Data, never code (DESIGN, section 5).
import * as z from "zod";
import { choice } from "../choice.ts";
import { ScalarSchema, type Scalar } from "../common/value.ts";
import { KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

export type Relation =
  | "flow.carries" | "flow.response" | "element.inflows" | "element.outflows" | "element.flows" | "element.peers" | "element.holds"
  | "element.boundaries" | "boundary.members" | "boundary.crossings" | "boundary.parent"
  | "model.elements" | "model.flows" | "model.data";

export interface AllCondition { readonly all: readonly Condition[]; readonly because?: string }
export interface AnyCondition { readonly any: readonly Condition[]; readonly because?: string }
export interface NotCondition { readonly not: Condition; readonly because?: string }

interface Quantified {
  /** Name of the member inside `where`. */
  readonly as: string;
  readonly where: Condition;
  readonly because?: string;
}
/** The relation is written with the role in front: `target.holds` for role `target`, or `n.inflows` for a bound member. */
export interface SomeCondition extends Quantified { readonly some: string }
export interface EveryCondition extends Quantified { readonly every: string }
export interface NoneCondition extends Quantified { readonly none: string }

/** Exactly one of `is`, `in`, `at-least`, `below`, `unlike`. `is` and `in` follow inheritance of dotted values and membership of sets. */
export interface FactCondition {
  readonly fact: string;
  readonly is?: Scalar;
  readonly in?: readonly Scalar[];
  readonly "at-least"?: Scalar;
  readonly below?: Scalar;
  /** A role: the fact has another value there, neither of which inherits from the other. */
  readonly unlike?: string;
  readonly because?: string;
}

export interface ControlCondition { readonly control: string; readonly at: string; readonly because?: string }

export type Condition =
  | AllCondition | AnyCondition | NotCondition | SomeCondition | EveryCondition | NoneCondition
  | FactCondition | ControlCondition;

export const RelationSchema = choice<Relation>({
  "flow.carries": "Data that goes with the flow.",
  "flow.response": "Data that comes back.",
  "element.inflows": "Flows that end at the element.",
  "element.outflows": "Flows that start at the element.",
  "element.flows": "Flows that start or end at the element.",
  "element.peers": "Elements at the other end of the element's flows, each once.",
  "element.holds": "Data at rest at the element.",
  "element.boundaries": "Boundaries around the element.",
  "boundary.members": "Elements inside the boundary.",
  "boundary.crossings": "Flows that cross the boundary.",
  "boundary.parent": "The boundary around the boundary.",
  "model.elements": "All elements.",
  "model.flows": "All flows.",
  "model.data": "All data.",
}, { id: "Relation", title: "Relation", description: "From what a rule can go on to what." });

const because = NameSchema.optional().meta({ title: "Because", description: "Why this line is there, for a reader of the rule.", examples: ["Without encryption everyone on the way can read it."] });
const RoleSchema = z.string().regex(/^[a-z][a-z0-9-]*$/);
const factExample = { fact: "flow.crosses", is: "yes" };

export const ConditionSchema: z.ZodType<Condition> = z.lazy(() => AnyKindOfCondition);

const conditions = z.array(ConditionSchema).min(1);

export const AllConditionSchema = exactly<AllCondition>()(z.strictObject({
  all: conditions.meta({ title: "All", description: "Every one of these must be true.", examples: [[factExample]] }),
  because,
}).meta({ title: "All of", description: "True when every part is." }));

export const AnyConditionSchema = exactly<AnyCondition>()(z.strictObject({
  any: conditions.meta({ title: "Any", description: "One of these must be true.", examples: [[factExample]] }),
  because,
}).meta({ title: "Any of", description: "True when one part is." }));

export const NotConditionSchema = exactly<NotCondition>()(z.strictObject({
  not: ConditionSchema.meta({ title: "Not", description: "This must be false.", examples: [factExample] }),
  because,
}).meta({ title: "Not so", description: "True when the part is false." }));

const memberShape = {
  as: RoleSchema.meta({ title: "As", description: "The name of the member inside `where`.", examples: ["d"] }),
  where: ConditionSchema.meta({ title: "Where", description: "What is asked of the member.", examples: [{ fact: "d.personal-data", is: "yes" }] }),
  because,
};
const relation = z.string().regex(/^[a-z][a-z0-9-]*(\.(source|target))?\.[a-z]+$/);

export const SomeConditionSchema = exactly<SomeCondition>()(z.strictObject({
  some: relation.meta({ title: "Some", description: "A relation of a role, of which one member must fit.", examples: ["flow.carries"] }),
  ...memberShape,
}).meta({ title: "Some of", description: "True when one member fits." }));

export const EveryConditionSchema = exactly<EveryCondition>()(z.strictObject({
  every: relation.meta({ title: "Every", description: "A relation of a role, of which all members must fit.", examples: ["boundary.crossings"] }),
  ...memberShape,
}).meta({ title: "Every one of", description: "True when all members fit." }));

export const NoneConditionSchema = exactly<NoneCondition>()(z.strictObject({
  none: relation.meta({ title: "None", description: "A relation of a role, of which no member may fit.", examples: ["element.inflows"] }),
  ...memberShape,
}).meta({ title: "None of", description: "True when no member fits." }));

export const FactConditionSchema = exactly<FactCondition>()(z.strictObject({
  "fact": z.string().regex(/^[a-z][a-z0-9-]*(\.(source|target))?\.[a-z0-9.-]+$/).meta({ title: "Fact", description: "A role and one of its facts.", examples: ["flow.encryption-in-transit"] }),
  "is": ScalarSchema.optional().meta({ title: "Is", description: "The fact has this value, or contains it.", examples: ["no"] }),
  "in": z.array(ScalarSchema).min(1).optional().meta({ title: "In", description: "The fact has one of these values.", examples: [["basic", "none"]] }),
  "at-least": ScalarSchema.optional().meta({ title: "At least", description: "The fact is this or more in its order.", examples: ["moderate"] }),
  "below": ScalarSchema.optional().meta({ title: "Below", description: "The fact is less than this in its order.", examples: [3] }),
  "unlike": z.string().regex(/^[a-z][a-z0-9-]*(\.(source|target))?$/).optional().meta({ title: "Unlike", description: "A role where the same fact has another value; for dotted values, one that neither inherits from the other.", examples: ["target"] }),
  because,
}).meta({ title: "Fact test", description: "Compares one fact with one value, or with the same fact of another role; exactly one comparison is given." }));

export const ControlConditionSchema = exactly<ControlCondition>()(z.strictObject({
  control: KeySchema.meta({ title: "Control", description: "A key of the control catalogue.", examples: ["rate-limiting"] }),
  at: RoleSchema.meta({ title: "At", description: "The role at which it must be.", examples: ["target"] }),
  because,
}).meta({ title: "Control test", description: "True when such a control is implemented there." }));

const AnyKindOfCondition: z.ZodType<Condition> = z.union([
  FactConditionSchema, AllConditionSchema, AnyConditionSchema, NotConditionSchema,
  SomeConditionSchema, EveryConditionSchema, NoneConditionSchema, ControlConditionSchema,
]).meta({ id: "Condition", title: "Condition", description: "What a rule tests: true, false or not known." });
