// Runtime schemas of the STRIDE tables.
import * as z from "zod";
import { choice } from "../choice.ts";
import { StrideLetterSchema } from "../common/stride.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { viewField } from "./model-view-schema.ts";
import type { CellEntry, CellState, StrideCell, StrideRow, StrideTable, StrideTables } from "./stride-table.ts";
import { DecisionStatusSchema, TargetSchema } from "./threat-schema.ts";

export const CellStateSchema = choice<CellState>({
  "threat": "There is an open threat.",
  "unknown": "An answer is missing.",
  "planned": "Something is planned against it.",
  "accepted": "It is accepted.",
  "mitigated": "Something stops it.",
  "not-applicable": "It cannot be here.",
  "checked": "Rules looked and found nothing.",
  "not-examined": "No rule looks here.",
}, { id: "CellState", title: "Cell state", description: "How a cell stands; the first that holds counts." });

const entry = { id: "plaintext-flow-across-boundary@checkout", kind: "threat", title: "Unencrypted", state: "threat", because: [], attack: [] };
const cell = { id: "S@checkout", letter: "S", state: "checked", entries: [], checkedBy: 3 };
const row = { kind: "request", target: { kind: "flow", id: "checkout", title: "Checkout" }, arrow: "→", cells: ["S@checkout"], quiet: true };
const table = { boundary: "shop-vpc", title: "Shop network", type: "network", trust: "internal", rows: [] };

export const CellEntrySchema = exactly<CellEntry>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "A threat, question or rule.", examples: [entry.id] }),
  kind: z.enum(["threat", "question", "mitigated", "checked"]).meta({
    title: "Kind", description: "What kind of entry it is.", examples: ["threat"],
    enumDescriptions: ["A threat.", "A question.", "Something stopped.", "Something looked at and not found."],
  }),
  title: NameSchema.meta({ title: "Title", description: "The entry in a few words.", examples: ["Unencrypted flow across a boundary"] }),
  state: CellStateSchema.meta({ title: "State", description: "What the entry makes of the cell.", examples: ["threat"] }),
  because: z.array(NameSchema).meta({ title: "Because", description: "The deciding facts in words.", examples: [["Checkout is encrypted on the wire"]] }),
  attack: z.array(NameSchema).meta({ title: "ATT&CK", description: "Techniques of the entry.", examples: [["T1557"]] }),
  deeper: z.boolean().optional().meta({ title: "Deeper", description: "True for a question deeper than the model wants.", examples: [true] }),
}).meta({ id: "CellEntry", title: "Cell entry", description: "One rule's outcome in a cell." }));

export const StrideCellSchema = exactly<StrideCell>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "The letter, the target and the leg.", examples: ["S@checkout", "I@checkout+response"] }),
  letter: StrideLetterSchema.meta({ title: "Letter", description: "The letter of the column.", examples: ["S"] }),
  state: CellStateSchema.meta({ title: "State", description: "How the cell stands.", examples: ["checked"] }),
  entries: z.array(CellEntrySchema).meta({ title: "Entries", description: "Everything that was found there.", examples: [[entry]] }),
  checkedBy: z.int().min(0).meta({ title: "Checked by", description: "How many rules looked and found nothing.", examples: [3] }),
  decision: DecisionStatusSchema.optional().meta({ title: "Decision", description: "A person's verdict on the cell.", examples: [{ key: "S@checkout", decision: { state: "not-applicable" }, stale: [], expired: false, overdue: false, state: "valid" }] }),
}).meta({ id: "StrideCell", title: "Cell", description: "One letter at one target, assessed once." }));

export const StrideRowSchema = exactly<StrideRow>()(z.strictObject({
  kind: z.enum(["boundary", "request", "response", "member"]).meta({
    title: "Kind", description: "What the row is about.", examples: ["request"],
    enumDescriptions: ["The boundary itself.", "A crossing, with the arrow.", "A crossing, against the arrow.", "An element inside that is an end of a crossing."],
  }),
  target: TargetSchema.meta({ title: "Target", description: "The object of the row.", examples: [row.target] }),
  arrow: z.string().meta({ title: "Arrow", description: "The direction of a crossing, else nothing.", examples: ["→", ""] }),
  cells: z.array(NameSchema).meta({ title: "Cells", description: "The ids of its cells in the order of the letters.", examples: [["S@checkout"]] }),
  quiet: z.boolean().meta({ title: "Quiet", description: "Whether it has neither threat nor question.", examples: [true] }),
}).meta({ id: "StrideRow", title: "Row", description: "A row of a table." }));

export const StrideTableSchema = exactly<StrideTable>()(z.strictObject({
  boundary: NameSchema.meta({ title: "Boundary", description: "The boundary's id.", examples: ["shop-vpc"] }),
  title: NameSchema.meta({ title: "Title", description: "The boundary's title.", examples: ["Shop network"] }),
  type: NameSchema.meta({ title: "Type", description: "The boundary's type.", examples: ["network"] }),
  trust: NameSchema.meta({ title: "Trust", description: "The boundary's trust level, or `unknown`.", examples: ["internal"] }),
  rows: z.array(StrideRowSchema).meta({ title: "Rows", description: "The boundary, its crossings and their ends inside.", examples: [[row]] }),
}).meta({ id: "StrideTable", title: "STRIDE table", description: "Everything at one trust boundary, letter by letter." }));

export const StrideTablesSchema = exactly<StrideTables>()(z.strictObject({
  schema: z.literal("merlon/stride/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/stride/1"] }),
  model: z.strictObject({
    id: NameSchema.meta({ title: "Id", description: "The model's id.", examples: ["acme/webshop"] }),
    title: NameSchema.meta({ title: "Title", description: "The model's title.", examples: ["Web shop"] }),
  }).meta({ title: "Model", description: "The model they are about.", examples: [{ id: "acme/webshop", title: "Web shop" }] }),
  view: viewField,
  tables: z.array(StrideTableSchema).meta({ title: "Tables", description: "One for each boundary.", examples: [[table]] }),
  cells: z.record(z.string(), StrideCellSchema).meta({ title: "Cells", description: "Every cell once, by id.", examples: [{ "S@checkout": cell }] }),
  counts: z.record(CellStateSchema as z.ZodType<CellState> & z.core.$ZodRecordKey, z.int().min(0)).meta({
    title: "Counts", description: "How many cells stand how, each counted once.",
    examples: [{ "threat": 1, "unknown": 0, "planned": 0, "accepted": 0, "mitigated": 2, "not-applicable": 0, "checked": 3, "not-examined": 0 }],
  }),
}).meta({ id: "StrideTables", title: "STRIDE tables", description: "The tables of all trust boundaries of a model." }));
