// `merlon data` for people: a table of all data, or the way of one kind through the system.
import { blank, ink, labelled, line, renderLines, renderTable, type Line, type Page, type Piece } from "@merlon/reports";
import type { Analysis, DataPlacement, FlowFacts, ProtectedProperty } from "@merlon/schema";

export function dataTable(data: readonly DataPlacement[], analysis: Analysis, page: Page): string {
  if (data.length === 0) return "The model names no data yet: add what the system handles under `data:`.\n";
  const columns = [{ title: "data", max: 30 }, { title: "levels", max: 30 }, { title: "personal" }, { title: "at rest in", max: 28 }, { title: "flows", align: "right" as const }, { title: "received by", max: 24 }, { title: "least trust" }];
  const rows = data.map((one) => ({
    cells: [
      [ink("bold", one.title), ink("dim", one.data)], [levelsOf(one)], [personalWord(one)], [titles(one.heldBy, analysis)],
      [String(one.flows.length)], [titles(one.recipients, analysis)], [one.leastTrust ?? "unknown"],
    ],
  }));
  return renderTable(columns, rows, page);
}

export function dataJourneyText(one: DataPlacement, analysis: Analysis, page: Page): string {
  const flows = analysis.flows.filter((flow) => one.flows.includes(flow.id));
  const label = (name: string) => ink("dim", name.padEnd(12));
  return renderLines([
    line([ink("bold", one.title), ink("dim", `  ${[one.data, one.kind].filter((word) => word !== undefined).join(" · ")}`)]),
    labelled(label("levels"), levelsOf(one), 2), labelled(label("classes"), classesOf(one), 2), labelled(label("personal"), personalWord(one), 2),
    ...(one.credential ? [labelled(label("credential"), "yes: it lets its bearer in", 2)] : []),
    labelled(label("rests in"), titles(one.heldBy, analysis) || "nothing", 2), labelled(label("handled by"), titles(one.handledBy, analysis) || "nothing", 2),
    labelled(label("received by"), titles(one.recipients, analysis) || "nobody outside", 2), labelled(label("least trust"), one.leastTrust ?? "unknown", 2),
    blank, ...(flows.length === 0 ? [line("No flow carries it.", 2)] : [line(ink("bold", "Flows"), 2), ...flows.map((flow) => flowLine(flow, one.data, analysis))]),
  ], page);
}

function flowLine(flow: FlowFacts, data: string, analysis: Analysis): Line {
  const [from, to] = [titles([flow.from], analysis), titles([flow.to], analysis)];
  const back = Array.isArray(flow.response) && flow.response.includes(data) && !(Array.isArray(flow.carries) && flow.carries.includes(data));
  const encrypted = flow.encrypted === "yes" ? ink("green", "encrypted") : flow.encrypted === "no" ? ink(["bold", "red"], "not encrypted") : ink("yellow", "encryption not stated");
  const crosses = flow.crosses.length === 0 ? undefined : ink("dim", `  crosses ${flow.crosses.join(", ")}`);
  return line([`${back ? to : from} → ${back ? from : to}`, ink("dim", `  ${flow.id}${flow.protocol === undefined ? "" : `, ${flow.protocol}`}  `), encrypted, crosses], 4, 6);
}

function personalWord(one: DataPlacement): Piece {
  if (one.special === "yes") return ink(["bold", "magenta"], "special");
  return one.personal === "unknown" ? ink("yellow", "unknown") : one.personal;
}

function levelsOf(one: DataPlacement): string {
  return Object.keys(one.levels).sort().map((scale) => `${scale} ${one.levels[scale] ?? ""}`).join(", ") || "not stated";
}

function classesOf(one: DataPlacement): string {
  const properties: readonly ProtectedProperty[] = ["confidentiality", "integrity", "availability", "privacy", "safety"];
  return properties.filter((property) => one.classes[property].worst !== "none").map((property) => `${property} ${one.classes[property].value}`).join(", ") || "none";
}

function titles(ids: readonly string[], analysis: Analysis): string {
  return ids.map((id) => analysis.elements.find((element) => element.id === id)?.title ?? id).join(", ");
}
