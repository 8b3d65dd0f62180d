// One file of a model folder, as written. `model.yaml` has the header; other files hold maps only.
import * as z from "zod";
import { describedShape, type Described, type Link } from "../common/described.ts";
import { DepthSchema, StageSchema, type Depth, type Stage } from "../common/stride.ts";
import { DecisionKeySchema, GroupIdSchema, IdSchema, ModelIdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { AssumptionSchema, type Assumption } from "./assumption.ts";
import { BoundarySchema, type Boundary } from "./boundary.ts";
import { ControlSchema, type Control } from "./control.ts";
import { DataSchema, type Data } from "./data.ts";
import { DecisionSchema, type Decision } from "./decision.ts";
import { ElementSchema, type Element } from "./element.ts";
import { EvidenceSchema, type Evidence } from "./evidence.ts";
import { FlowSchema, type Flow } from "./flow.ts";
import { PolicySchema, type Policy } from "./policy.ts";
import { RiskSchema, type Risk } from "./risk.ts";
import { ScaleEntrySchema, type ScaleEntry } from "./scale.ts";
import { HumanThreatSchema, type HumanThreat } from "./threat.ts";
import { ViewSchema, type View } from "./view.ts";

type ById<T> = Readonly<Record<string, T>>;

export interface Scope {
  readonly in?: readonly string[];
  readonly out?: readonly string[];
  readonly why?: string;
}

/** Another model that appears here as an external element. */
export interface ModelImport {
  readonly model: string;
  readonly ref?: string;
  /** The external element that stands for it. */
  readonly as?: string;
}

/** The maps a system file may hold. */
export interface SystemMaps {
  readonly scales?: ById<ScaleEntry>;
  readonly data?: ById<Data>;
  readonly boundaries?: ById<Boundary>;
  readonly elements?: ById<Element>;
  readonly flows?: ById<Flow>;
  readonly controls?: ById<Control>;
  readonly assumptions?: ById<Assumption>;
  readonly threats?: ById<HumanThreat>;
  readonly risks?: ById<Risk>;
}

export interface ModelHeader extends Pick<Described, "title" | "description" | "tags" | "visibility"> {
  readonly merlon: 1;
  /** `name` or `organisation/name`. */
  readonly id: string;
  readonly version?: string;
  readonly stage?: Stage;
  readonly depth?: Depth;
  readonly owners?: readonly string[];
  /** Rule packs by id, or by a path to a pack folder starting with `./`; `default` for those that are on by themselves, `-id` for one less. Absent means `default`. */
  readonly packs?: readonly string[];
  readonly imports?: ById<ModelImport>;
  readonly scope?: Scope;
  /** ATT&CK group ids (G-ids). */
  readonly adversaries?: readonly string[];
  readonly "attack-version"?: string;
  readonly links?: readonly Link[];
}

/** `model.yaml`, or a whole model in one file (then decisions, evidence, views and policy may be in it too). */
export interface ModelDocument extends ModelHeader, SystemMaps {
  readonly decisions?: ById<Decision>;
  readonly evidence?: ById<Evidence>;
  readonly views?: ById<View>;
  readonly policy?: Policy;
}

/** `model/**.yaml` and `imported/<source>.yaml`. */
export interface SystemDocument extends SystemMaps {
  readonly merlon?: 1;
}

/** `decisions.yaml` and `decisions/*.yaml`. */
export interface DecisionsDocument {
  readonly merlon?: 1;
  readonly decisions?: ById<Decision>;
  readonly evidence?: ById<Evidence>;
}

/** `views.yaml`. */
export interface ViewsDocument {
  readonly merlon?: 1;
  readonly views?: ById<View>;
}

export const ScopeSchema = exactly<Scope>()(z.strictObject({
  in: z.array(NameSchema).optional().meta({ title: "In scope", description: "What the model looks at.", examples: [["The shop and its database"]] }),
  out: z.array(NameSchema).optional().meta({ title: "Out of scope", description: "What the model leaves out.", examples: [["The warehouse"]] }),
  why: NameSchema.optional().meta({ title: "Why", description: "Why the line is drawn there.", examples: ["The warehouse has its own model."] }),
}).meta({ id: "Scope", title: "Scope", description: "What the model looks at, what it leaves out and why." }));

export const ModelImportSchema = exactly<ModelImport>()(z.strictObject({
  model: ModelIdSchema.meta({ title: "Model", description: "The id of the other model.", examples: ["acme/payments"] }),
  ref: NameSchema.optional().meta({ title: "Reference", description: "Where it lies, or which version of it is meant.", examples: ["../payments"] }),
  as: IdSchema.optional().meta({ title: "As", description: "The external element that stands for it here.", examples: ["payments"] }),
}).meta({ id: "ModelImport", title: "Imported model", description: "Another model that appears here as an external." }));

const version = z.literal(1).meta({ title: "Schema version", description: "The major version of the schema that the file follows.", examples: [1] });

const systemShape = {
  scales: z.record(IdSchema, ScaleEntrySchema).optional().meta({ title: "Scales", description: "Ordered scales of sensitivity and trust, by name.", examples: [{ confidentiality: ["public", "internal", "confidential", "secret"] }] }),
  data: z.record(IdSchema, DataSchema).optional().meta({ title: "Data", description: "The kinds of data the system handles, by id.", examples: [{ "card-number": { kind: "user.financial.card" } }] }),
  boundaries: z.record(IdSchema, BoundarySchema).optional().meta({ title: "Boundaries", description: "The trust boundaries, by id.", examples: [{ internet: { type: "network", trust: "untrusted" } }] }),
  elements: z.record(IdSchema, ElementSchema).optional().meta({ title: "Elements", description: "The processes, stores and externals, by id.", examples: [{ web: { kind: "process" } }] }),
  flows: z.record(IdSchema, FlowSchema).optional().meta({ title: "Flows", description: "The data flows, by id.", examples: [{ checkout: { from: "shopper", to: "web" } }] }),
  controls: z.record(IdSchema, ControlSchema).optional().meta({ title: "Controls", description: "The security mechanisms, by id.", examples: [{ "edge-firewall": { type: "firewall", at: "shop-vpc", state: "implemented" } }] }),
  assumptions: z.record(IdSchema, AssumptionSchema).optional().meta({ title: "Assumptions", description: "What is believed, by id.", examples: [{ "patched-weekly": { text: "The provider patches the database within a week." } }] }),
  threats: z.record(IdSchema, HumanThreatSchema).optional().meta({ title: "Threats", description: "The threats that people wrote, by id.", examples: [{ "curious-courier": { title: "A courier learns who bought what." } }] }),
  risks: z.record(IdSchema, RiskSchema).optional().meta({ title: "Risks", description: "The consequences for the business, by id.", examples: [{ "loss-of-faith": { title: "Customers lose faith in the shop." } }] }),
};

const decisionsShape = {
  decisions: z.record(DecisionKeySchema, DecisionSchema).optional().meta({ title: "Decisions", description: "What people decided, by threat or cell.", examples: [{ "S@checkout": { state: "not-applicable", reason: "Nobody is let in here." } }] }),
  evidence: z.record(IdSchema, EvidenceSchema).optional().meta({ title: "Evidence", description: "References to results elsewhere, by id.", examples: [{ "pentest-2026": { kind: "pentest", ref: { uri: "https://reports.example.org/77" } } }] }),
};

const viewsShape = {
  views: z.record(IdSchema, ViewSchema).optional().meta({ title: "Views", description: "Saved pictures, by id.", examples: [{ cards: { shows: "data:card-number" } }] }),
};

const headerShape = {
  "merlon": version,
  "id": ModelIdSchema.meta({ title: "Id", description: "The permanent name of the model, alone or after its organisation.", examples: ["acme/webshop"] }),
  "title": describedShape.title.meta({ title: "Title", description: "What people call the system.", examples: ["Web shop"] }),
  "description": describedShape.description.meta({ title: "Description", description: "What the system does, in a few sentences.", examples: ["Sells books to people in Europe."] }),
  "tags": describedShape.tags,
  "visibility": describedShape.visibility,
  "version": NameSchema.optional().meta({ title: "Version", description: "The version of the system that the model describes.", examples: ["2.4"] }),
  "stage": StageSchema.optional().meta({ title: "Stage", description: "Where in its development the system is; design when left out.", examples: ["design"] }),
  "depth": DepthSchema.optional().meta({ title: "Depth", description: "How much detail the model wants; standard when left out.", examples: ["standard"] }),
  "owners": z.array(NameSchema).optional().meta({ title: "Owners", description: "Who answers for the system.", examples: [["team-blue"]] }),
  "packs": z.array(NameSchema).optional().meta({ title: "Packs", description: "Rule packs by id, or by the path of a folder that starts with `./`. `default` stands for the packs that are on by themselves, and `-id` takes one away; left out, it is `[default]`.", examples: [["default", "-ai", "./rules"]] }),
  "imports": z.record(IdSchema, ModelImportSchema).optional().meta({ title: "Imports", description: "Other models that appear here as externals, by a name for each.", examples: [{ payments: { model: "acme/payments", as: "payments" } }] }),
  "scope": ScopeSchema.optional().meta({ title: "Scope", description: "What the model looks at and what it leaves out.", examples: [{ out: ["The warehouse"], why: "It has its own model." }] }),
  "adversaries": z.array(GroupIdSchema).optional().meta({ title: "Adversaries", description: "ATT&CK groups that matter here.", examples: [["G0046"]] }),
  "attack-version": NameSchema.optional().meta({ title: "ATT&CK version", description: "The ATT&CK version that the model's references are of.", examples: ["18.0"] }),
  "links": describedShape.links,
};

export const ModelHeaderSchema = exactly<ModelHeader>()(z.strictObject(headerShape));

export const ModelDocumentSchema = exactly<ModelDocument>()(z.strictObject({
  ...headerShape, ...systemShape, ...decisionsShape, ...viewsShape,
  policy: PolicySchema.optional().meta({ title: "Policy", description: "What is asked of decisions.", examples: [{ "fail-on": "high" }] }),
}).meta({ id: "ModelDocument", title: "Merlon model", description: "The main file of a model, or a whole model in one file." }));

export const SystemDocumentSchema = exactly<SystemDocument>()(z.strictObject({ merlon: version.optional(), ...systemShape })
  .meta({ id: "SystemDocument", title: "Merlon system file", description: "A further file of a model that holds maps only." }));

export const DecisionsDocumentSchema = exactly<DecisionsDocument>()(z.strictObject({ merlon: version.optional(), ...decisionsShape })
  .meta({ id: "DecisionsDocument", title: "Merlon decisions", description: "What people decided about a model, apart from what the machine computes." }));

export const ViewsDocumentSchema = exactly<ViewsDocument>()(z.strictObject({ merlon: version.optional(), ...viewsShape })
  .meta({ id: "ViewsDocument", title: "Merlon views", description: "The saved pictures of a model." }));
