// Runtime schema of questions.
import * as z from "zod";
import { DepthSchema, SeveritySchema } from "../common/stride.ts";
import { NameSchema, ThreatIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import type { Question, QuestionAnswer, QuestionGroup } from "./question.ts";
import { TargetSchema } from "./threat-schema.ts";

export const QuestionAnswerSchema = exactly<QuestionAnswer>()(z.strictObject({
  value: NameSchema.meta({ title: "Value", description: "What to write into the model.", examples: ["yes"] }),
  title: NameSchema.meta({ title: "Title", description: "How the answer is shown.", examples: ["Yes"] }),
}).meta({ id: "QuestionAnswer", title: "Answer", description: "A possible answer." }));

export const QuestionSchema = exactly<Question>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The key and the object.", examples: ["protocol@visit"] }),
  key: NameSchema.meta({ title: "Key", description: "The key that is not known.", examples: ["protocol"] }),
  target: TargetSchema.meta({ title: "Target", description: "The object it is asked about.", examples: [{ kind: "flow", id: "visit", title: "Visit" }] }),
  text: NameSchema.meta({ title: "Text", description: "The question.", examples: ["Which protocol does Visit use?"] }),
  help: z.string().meta({ title: "Help", description: "How to find the answer.", examples: ["Look at the address it calls."] }),
  why: z.string().meta({ title: "Why", description: "Why the answer matters.", examples: ["It says whether the traffic can be read on the way."] }),
  kind: z.enum(["flag", "choice", "set", "number", "level", "data", "type", "protocol", "text"]).meta({
    title: "Kind", description: "What kind of answer it takes.", examples: ["protocol"],
    enumDescriptions: ["Yes or no.", "One of several values.", "Any number of members.", "A number.", "A level of a scale.", "Ids of data.", "A type of element.", "A protocol.", "Words."],
  }),
  answers: z.array(QuestionAnswerSchema).meta({ title: "Answers", description: "The possible answers, where they can be listed.", examples: [[{ value: "yes", title: "Yes" }]] }),
  decides: z.array(ThreatIdSchema).meta({ title: "Decides", description: "The threats that the answer decides.", examples: [["plaintext-flow-across-boundary@visit"]] }),
  weight: z.number().meta({ title: "Weight", description: "The severities it holds open, each shared among the answers waited for.", examples: [12] }),
  worst: SeveritySchema.meta({ title: "Worst", description: "The worst severity it holds open.", examples: ["high"] }),
  depth: DepthSchema.meta({ title: "Depth", description: "The depth of model that wants the answer.", examples: ["standard"] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where the answer belongs.", examples: [{ file: "model.yaml", line: 12, column: 3 }] }),
}).meta({ id: "Question", title: "Question", description: "An unknown whose answer would change the result." }));

export const QuestionGroupSchema = exactly<QuestionGroup>()(z.strictObject({
  key: NameSchema.meta({ title: "Key", description: "The key that is not known.", examples: ["protocol"] }),
  text: NameSchema.meta({ title: "Text", description: "The question, asked of one object or of all.", examples: ["Which protocol do these 3 flows speak?"] }),
  questions: z.array(NameSchema).meta({ title: "Questions", description: "The ids of the questions, weightiest first.", examples: [["protocol@visit"]] }),
  examples: z.array(NameSchema).meta({ title: "Examples", description: "Titles of what the first of them are about, four at most.", examples: [["Visit", "Checkout"]] }),
  decides: z.int().meta({ title: "Decides", description: "How many threats the answers decide.", examples: [4] }),
  weight: z.number().meta({ title: "Weight", description: "The weights of the questions together; of those that are alike the second counts half, the third a third, and so on.", examples: [12] }),
  worst: SeveritySchema.meta({ title: "Worst", description: "The worst severity they hold open.", examples: ["high"] }),
  depth: DepthSchema.meta({ title: "Depth", description: "The depth of model that wants the answers.", examples: ["standard"] }),
}).meta({ id: "QuestionGroup", title: "Group of questions", description: "Questions of one key, asked once for all that are alike." }));
