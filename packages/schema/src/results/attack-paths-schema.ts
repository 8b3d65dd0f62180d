// Runtime schema of attack paths.
import * as z from "zod";
import { choice } from "../choice.ts";
import { SensitivityClassSchema } from "../common/stride.ts";
import { NameSchema, TechniqueIdSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { viewField } from "./model-view-schema.ts";
import { ActorClassSchema } from "../model/element.ts";
import type {
  AttackedProperty, Attacker, AttackEffort, AttackHop, AttackPath, AttackPaths, AttackStepKind, ChokePoint, Jewel, PathBarrier, PathCut, PathTactic, PathTechnique, SoleControl,
} from "./attack-paths.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import { TargetSchema } from "./threat-schema.ts";

export const AttackStepKindSchema = choice<AttackStepKind>({
  "reach": "Gets to where it can send something.",
  "authenticate": "Is taken for a caller who may come in.",
  "exploit": "Takes something over.",
  "steal-credential": "Gets hold of a credential.",
  "assume-role": "Uses a credential for what it opens.",
  "read": "Gets hold of data.",
  "tamper": "Changes data.",
  "deny": "Stops something.",
  "exfiltrate": "Carries data out.",
}, { id: "AttackStepKind", title: "Attack step", description: "What an attacker does in one step." });

export const AttackedPropertySchema = choice<AttackedProperty>({
  confidentiality: "It becomes known.", integrity: "It is changed.", availability: "It is not there.",
}, { id: "AttackedProperty", title: "Attacked property", description: "What an attack is for." });

export const AttackEffortSchema = choice<AttackEffort>({
  "low": "Up to 4.", "moderate": "From 5 to 8.", "high": "From 9 to 12.", "very-high": "From 13 on.",
}, { id: "AttackEffort", title: "Effort", description: "The cost of a path in a word." });

const technique = { id: "T1190", name: "Exploit Public-Facing Application" };
const tactic = { id: "TA0001", shortname: "initial-access", name: "Initial Access" };
const target = { kind: "element", id: "payment", title: "Payment service" };
const barrier = { object: "payment", title: "Payment service", key: "input-validation", value: "yes", adds: 1 };
const hop = { number: 1, step: "exploit", text: "Take over Payment service", at: target, needs: [], tactic, techniques: [technique], cost: 5, because: [], barriers: [], openings: [], assumed: [] };
const path = { id: "anonymous..card-number+confidentiality", rank: 1, entry: "anonymous", goal: "card-number", property: "confidentiality", cost: 7, effort: "moderate", hops: [hop], crosses: ["shop-vpc"], unavoidable: ["payment"], assumed: false };
const jewel = { kind: "data", id: "card-number", title: "Payment card number", property: "confidentiality", class: "high" };
const attacker = { id: "anonymous", title: "Anybody", actor: "anonymous", starts: ["shopper"] };
const cut = { id: "authenticate@enter-card", text: "Ask every caller of Enter card who it is", target: { kind: "flow", id: "enter-card", title: "Enter card" }, step: "authenticate", blocks: [], raises: [path.id], adds: 1 };
const cost = z.int().min(0).meta({ title: "Cost", description: "The attacker's effort; 0 is nothing, 5 takes much skill or luck.", examples: [5] });

function pathIds(description: string) {
  return z.array(NameSchema).meta({ title: "Paths", description, examples: [[path.id]] });
}

function idOf(description: string, example: string) {
  return NameSchema.meta({ title: "Id", description, examples: [example] });
}

export const PathTechniqueSchema = exactly<PathTechnique>()(z.strictObject({
  id: TechniqueIdSchema.meta({ title: "Id", description: "The technique's id.", examples: [technique.id] }),
  name: NameSchema.meta({ title: "Name", description: "Its name.", examples: [technique.name] }),
}).meta({ id: "PathTechnique", title: "Technique of a step", description: "An ATT&CK technique." }));

export const PathTacticSchema = exactly<PathTactic>()(z.strictObject({
  id: idOf("The tactic's id.", tactic.id),
  name: NameSchema.meta({ title: "Name", description: "Its name.", examples: [tactic.name] }),
  shortname: NameSchema.meta({ title: "Short name", description: "Its short name.", examples: [tactic.shortname] }),
}).meta({ id: "PathTactic", title: "Tactic of a step", description: "An ATT&CK tactic." }));

export const AttackerSchema = exactly<Attacker>()(z.strictObject({
  id: idOf("A class of actors, or the element that was taken over.", "anonymous"),
  title: NameSchema.meta({ title: "Title", description: "Who that is.", examples: ["Anybody"] }),
  actor: ActorClassSchema.optional().meta({ title: "Actor", description: "The class of actors, if it is one.", examples: ["anonymous"] }),
  starts: z.array(NameSchema).meta({ title: "Starts", description: "Elements from which it starts.", examples: [["shopper"]] }),
}).meta({ id: "Attacker", title: "Attacker", description: "Who attacks and where from." }));

export const JewelSchema = exactly<Jewel>()(z.strictObject({
  kind: z.enum(["data", "element"]).meta({ title: "Kind", description: "What kind of object it is.", examples: ["data"], enumDescriptions: ["A kind of data.", "An element."] }),
  id: idOf("The object's id.", jewel.id),
  title: NameSchema.meta({ title: "Title", description: "The object's title.", examples: [jewel.title] }),
  property: AttackedPropertySchema.meta({ title: "Property", description: "What must not be lost.", examples: ["confidentiality"] }),
  class: SensitivityClassSchema.meta({ title: "Class", description: "How bad losing it is.", examples: ["high"] }),
}).meta({ id: "Jewel", title: "Crown jewel", description: "Something that matters most, and what of it." }));

const barrierShape = {
  object: NameSchema.meta({ title: "Object", description: "Where it is stated.", examples: [barrier.object] }),
  title: NameSchema.meta({ title: "Title", description: "The object's title.", examples: [barrier.title] }),
  key: NameSchema.meta({ title: "Key", description: "A characteristic, `policy`, or `control` with its id.", examples: ["input-validation", "control edge-filter"] }),
  value: NameSchema.meta({ title: "Value", description: "What is stated.", examples: ["yes"] }),
  adds: z.int().min(0).meta({ title: "Adds", description: "What it adds to the cost.", examples: [1] }),
};

export const PathBarrierSchema = exactly<PathBarrier>()(z.strictObject(barrierShape)
  .meta({ id: "PathBarrier", title: "Barrier", description: "Something stated that slows a step down." }));

export const SoleControlSchema = exactly<SoleControl>()(z.strictObject({ ...barrierShape, paths: pathIds("The paths that depend on it alone.") })
  .meta({ id: "SoleControl", title: "Sole control", description: "The one barrier on every path of some attackers to some jewels." }));

export const AttackHopSchema = exactly<AttackHop>()(z.strictObject({
  number: z.int().min(1).meta({ title: "Number", description: "From 1, in an order in which the steps can be done.", examples: [1] }),
  step: AttackStepKindSchema.meta({ title: "Step", description: "What is done.", examples: ["exploit"] }),
  text: NameSchema.meta({ title: "Text", description: "The step in words.", examples: [hop.text] }),
  at: TargetSchema.meta({ title: "At", description: "What it is done to.", examples: [target] }),
  flow: NameSchema.optional().meta({ title: "Flow", description: "The flow over which it happens.", examples: ["enter-card"] }),
  data: NameSchema.optional().meta({ title: "Data", description: "The data or credential that it is about.", examples: ["card-number"] }),
  needs: z.array(z.int().min(1)).meta({ title: "Needs", description: "The steps whose outcome it needs, all of them.", examples: [[1, 2]] }),
  tactic: PathTacticSchema.meta({ title: "Tactic", description: "What it is for, in ATT&CK's words.", examples: [tactic] }),
  techniques: z.array(PathTechniqueSchema).meta({ title: "Techniques", description: "How it is done, in ATT&CK's words.", examples: [[technique]] }),
  cost,
  because: z.array(NameSchema).meta({ title: "Because", description: "The facts that make it possible.", examples: [["Enter card is not authenticated"]] }),
  barriers: z.array(PathBarrierSchema).meta({ title: "Barriers", description: "What slows it down.", examples: [[barrier]] }),
  openings: z.array(NameSchema).meta({ title: "Openings", description: "Open threats that make it easier.", examples: [["exposed-and-not-patched@payment"]] }),
  assumed: z.array(NameSchema).meta({ title: "Assumed", description: "Questions: what nobody stated, and counts as not protected.", examples: [["patching@payment"]] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where the model says it.", examples: [{ file: "model.yaml", line: 12, column: 3 }] }),
}).meta({ id: "AttackHop", title: "Hop", description: "A step of a path." }));

export const AttackPathSchema = exactly<AttackPath>()(z.strictObject({
  id: idOf("Entry, goal and property; a dot and the rank from the second on.", path.id),
  rank: z.int().min(1).meta({ title: "Rank", description: "The cheapest has 1.", examples: [1] }),
  entry: NameSchema.meta({ title: "Entry", description: "The attacker's id.", examples: ["anonymous"] }),
  goal: NameSchema.meta({ title: "Goal", description: "The jewel's id.", examples: ["card-number"] }),
  property: AttackedPropertySchema.meta({ title: "Property", description: "What is lost.", examples: ["confidentiality"] }),
  cost,
  effort: AttackEffortSchema.meta({ title: "Effort", description: "The cost in a word.", examples: ["moderate"] }),
  hops: z.array(AttackHopSchema).meta({ title: "Hops", description: "The steps.", examples: [[hop]] }),
  crosses: z.array(NameSchema).meta({ title: "Crosses", description: "Boundaries that it crosses.", examples: [["shop-vpc"]] }),
  unavoidable: z.array(NameSchema).meta({ title: "Unavoidable", description: "Objects that every path between the two needs.", examples: [["payment"]] }),
  assumed: z.boolean().meta({ title: "Assumed", description: "Whether it rests on something that nobody stated.", examples: [false] }),
}).meta({ id: "AttackPath", title: "Attack path", description: "A way of an attacker to a jewel." }));

export const ChokePointSchema = exactly<ChokePoint>()(z.strictObject({
  target: TargetSchema.meta({ title: "Target", description: "The object.", examples: [target] }),
  paths: pathIds("The paths that cannot do without it."),
}).meta({ id: "ChokePoint", title: "Choke point", description: "An object that every path between some attackers and jewels needs." }));

export const PathCutSchema = exactly<PathCut>()(z.strictObject({
  id: idOf("The kind of step and the object.", cut.id),
  text: NameSchema.meta({ title: "Text", description: "What to do.", examples: [cut.text] }),
  target: TargetSchema.meta({ title: "Target", description: "Where to do it.", examples: [cut.target] }),
  step: AttackStepKindSchema.meta({ title: "Step", description: "The step that it makes harder or stops.", examples: ["authenticate"] }),
  blocks: pathIds("Paths that are no more."),
  raises: pathIds("Paths that cost more."),
  adds: z.int().min(0).meta({ title: "Adds", description: "Pairs that it helps and no earlier one does.", examples: [1] }),
}).meta({ id: "PathCut", title: "Cut", description: "One change, and what it does to the paths." }));

export const AttackPathsSchema = exactly<AttackPaths>()(z.strictObject({
  schema: z.literal("merlon/paths/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/paths/1"] }),
  model: z.strictObject({
    id: idOf("The model's id.", "acme/webshop"),
    title: NameSchema.meta({ title: "Title", description: "The model's title.", examples: ["Web shop"] }),
  }).meta({ title: "Model", description: "The model they are about.", examples: [{ id: "acme/webshop", title: "Web shop" }] }),
  view: viewField,
  attackers: z.array(AttackerSchema).meta({ title: "Attackers", description: "Who attacks.", examples: [[attacker]] }),
  jewels: z.array(JewelSchema).meta({ title: "Jewels", description: "What they are after.", examples: [[jewel]] }),
  paths: z.array(AttackPathSchema).meta({ title: "Paths", description: "By jewel, then by cost.", examples: [[path]] }),
  blocked: z.array(NameSchema).meta({ title: "Blocked", description: "Entry, goal and property between which there is no path.", examples: [["customer..deploy-key+confidentiality"]] }),
  chokePoints: z.array(ChokePointSchema).meta({ title: "Choke points", description: "Objects that many paths cannot do without.", examples: [[{ target, paths: [path.id] }]] }),
  soleControls: z.array(SoleControlSchema).meta({ title: "Sole controls", description: "Barriers on which paths depend alone.", examples: [[{ ...barrier, paths: [path.id] }]] }),
  cuts: z.array(PathCutSchema).meta({ title: "Cuts", description: "Changes that do most, the best first.", examples: [[cut]] }),
  partial: z.boolean().meta({ title: "Partial", description: "Whether a limit was reached.", examples: [false] }),
  reasons: z.array(NameSchema).meta({ title: "Reasons", description: "Which limits were reached.", examples: [["Only the 40 highest jewels were looked at."]] }),
}).meta({ id: "AttackPaths", title: "Attack paths", description: "How attackers get to what matters most." }));
