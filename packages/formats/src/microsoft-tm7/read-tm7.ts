// Reads a model of the Microsoft Threat Modeling Tool: collect what is drawn, give it ids, place it in its boundaries, and put each into the document or on the loss list. The knowledge base inside becomes a rule pack.
import { closeDraft, countDraft, openDraft } from "../document-draft.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { closeAccount, loseEach, settleAs } from "../foreign/account.ts";
import { report } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { assignIds } from "../ids/assign-ids.ts";
import { objectLimits } from "../limits.ts";
import type { ObjectLimits } from "../limits.ts";
import { misunderstood } from "../microsoft-template/microsoft-tb7.ts";
import { packOf } from "../microsoft-template/pack-of.ts";
import { readKnowledgeBase } from "../microsoft-template/read-knowledge-base.ts";
import { prepareTemplate } from "../microsoft-template/template.ts";
import type { Template } from "../microsoft-template/template.ts";
import { nothingRead, reportMissing } from "../open-file.ts";
import { openXml } from "../xml/open-xml.ts";
import { childOf } from "../xml/xml-element.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { textPlace, xmlIntake } from "../xml/xml-value.ts";
import { readCrossings } from "./crossings.ts";
import { putBoundary, putElement, readBoxes, settleLayout } from "./elements.ts";
import { dropLine, putFlow, readAttached } from "./flows.ts";
import type { Attached } from "./flows.ts";
import { readHeader } from "./header.ts";
import { textOf } from "./properties.ts";
import { isElement, readShapes, readSurfaces } from "./shapes.ts";
import type { Shape, Surface } from "./shapes.ts";
import { putThreats, sortThreats } from "./threats.ts";
import type { SortedThreats } from "./threats.ts";
import { system } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";
import { putView } from "./views.ts";
import { idWishes } from "./wishes.ts";

export function readTm7(text: string, options: ReadOptions): ReadResult {
  const opened = openXml(text, options, "ThreatModel");
  if ("failed" in opened) return nothingRead(system, opened.failed);
  const { intake, root } = xmlIntake(options.path, text, opened.root, ["KnowledgeBase"]);
  const version = textOf(textPlace(root, "Version")) || "unknown";
  for (const key of ["Version", "Profile", "Validations"]) settleAs(intake.account, key === "Version" ? "carried" : "layout", under(root, key).at);
  const drawn = readDrawn(intake, root, options.most ?? objectLimits);
  if (drawn === undefined) return { ...nothingRead(system, intake.diagnostics), formatVersion: version };
  const template = templateOf(opened.root);
  const generates = textOf(textPlace(root, "ThreatGenerationEnabled")).toLowerCase() === "true";
  const made = makeDocument({ intake, root, template, generates, ...drawn }, options);
  const output = template && packOf(template, "/KnowledgeBase");
  if (template !== undefined) intake.diagnostics.push(...misunderstood(template, options.path));
  return {
    format: system, formatVersion: version, document: made.document, ...(output === undefined ? {} : { pack: output.pack }),
    losses: [...closeAccount(intake.account, root), ...(output?.losses ?? [])],
    diagnostics: intake.diagnostics,
    counts: { surfaces: drawn.surfaces.length, shapes: drawn.shapes.length, ...made.counts, ...(output === undefined ? {} : { rules: output.pack.rules.size }) },
  };
}

function templateOf(root: XmlElement): Template | undefined {
  const base = childOf(root, "KnowledgeBase");
  return base === undefined || base.children.length === 0 ? undefined : prepareTemplate(readKnowledgeBase(base));
}

interface Drawn {
  readonly surfaces: readonly Surface[];
  readonly shapes: readonly Shape[];
}

/** Undefined, with the reason reported, when there is nothing to work with. */
function readDrawn(intake: Intake, root: Place, most: ObjectLimits): Drawn | undefined {
  if (!isMap(root.value) || !("DrawingSurfaceList" in root.value)) return void reportMissing(intake, root, "DrawingSurfaceList");
  const surfaces = readSurfaces(intake, root);
  const shapes = readShapes(intake, surfaces);
  const boundaries = shapes.filter(({ kind }) => kind === "box" || kind === "line").length;
  const at = under(root, "DrawingSurfaceList").at;
  if (shapes.length > most.objects) return void report(intake, "F2011", at, { count: shapes.length, what: "shapes", limit: most.objects });
  if (boundaries > most.boundaries) return void report(intake, "F2011", at, { count: boundaries, what: "boundaries", limit: most.boundaries });
  if (!shapes.some(({ kind }) => isElement(kind))) report(intake, "F2010", at);
  return { surfaces, shapes };
}

interface Source extends Drawn {
  readonly intake: Intake;
  readonly root: Place;
  readonly template: Template | undefined;
  readonly generates: boolean;
}

function makeDocument(source: Source, options: ReadOptions): Pick<ReadResult, "document" | "counts"> {
  const { intake, root, shapes, template, generates } = source;
  const attached = readAttached(intake, shapes);
  const crossings = readCrossings(shapes);
  const threats = sortThreats({ root, template, generates, shapes, attached, crossings });
  const book = assignIds(idWishes(shapes, attached, threats.written), system, options.previous, options.taken);
  const work: Tm7Work = { intake, draft: openDraft(), book, shapes, template, crossings, boxes: readBoxes(intake, shapes, book.ids) };
  putDrawn(work, source, attached);
  putThreats(work, threats);
  reportFirstValues(work);
  const document = closeDraft(work.draft, readHeader(work, root, { previous: options.previous, generates }));
  return { document, counts: { ...storedCounts(threats), ...countDraft(work.draft) } };
}

function putDrawn(work: Tm7Work, { surfaces, shapes }: Source, attached: readonly Attached[]): void {
  for (const shape of shapes) {
    if (isElement(shape.kind)) putElement(work, shape, shape.kind);
    else if (shape.kind === "box") putBoundary(work, shape);
    else if (shape.kind === "line") dropLine(work, shape, attached);
    else if (shape.kind === "note") settleLayout(work.intake, shape);
  }
  for (const one of attached) putFlow(work, one);
  for (const surface of surfaces) putView(work, surface);
}

function storedCounts({ generated, written, stale }: SortedThreats): Readonly<Record<string, number>> {
  const stored = generated.length + written.length + stale.length;
  return stored === 0 ? {} : { "stored threats": stored, "stored threats that rules give again": generated.length };
}

/** Lists stand at their first value until somebody chooses, and the tool takes that as the answer. */
function reportFirstValues(work: Tm7Work): void {
  if (work.template === undefined) return;
  for (const shape of work.shapes) {
    for (const { kind, place, value } of shape.properties) {
      if (kind !== "list" || value === "" || textOf(textPlace(place, "SelectedIndex")) !== "0") continue;
      loseEach(work.intake.account, { kind: "guessed", at: place.at, what: "the first value of a list, taken as chosen", why: "It stands there until somebody chooses, so it may mean that nobody was asked; the Microsoft tool takes it as the answer, and so do its rules.", claims: false });
    }
  }
}
