// Data, personal data and the crossings of boundaries in Markdown.
import type { Analysis, DataPlacement, FactSummary, ProtectedProperty } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, type Markdown, type MarkdownPart } from "../escape/markdown.ts";
import { crossingCounts } from "../wording/crossing-counts.ts";
import { dataJourney } from "../wording/data-journey.ts";
import type { Titles } from "../wording/titles.ts";
import { heading, objects, terms, words } from "./markdown-parts.ts";

export function dataParts(analysis: Analysis, titles: Titles): readonly Markdown[] {
  if (analysis.data.length === 0) return [markdown`The model names no data.`];
  const rows = analysis.data.map((d): MarkdownPart[] => [
    words(markdown`**${d.title}**`, code(d.kind ?? d.data), d.credential ? "credential" : undefined, ...(d.derivedFrom ?? []).map(({ data, by }) => words(by, "from", objects([data], titles)))),
    Object.keys(d.levels).sort().map((scale) => `${scale}: ${d.levels[scale] ?? ""}`).join(", "), classes(d), d.special === "yes" ? `${d.personal}, special category` : d.personal,
    objects([...d.heldBy, ...d.handledBy], titles), d.leastTrust ?? "", objects(d.recipients, titles),
  ]);
  const scales = analysis.scales.map((scale): MarkdownPart[] => [
    scale.id, scale.id === "trust" ? "order of trust" : scale.protects ?? "", scale.levels.map((level) => (scale.id === "trust" ? level.id : `${level.id} (${level.class})`)).join(" ‹ "),
  ]);
  return [
    markdownTable(["Data", "Levels", "Classes", "Personal", "At", "Least trust", "Leaves to"], rows),
    ...(scales.length > 0 ? [heading(3, "Scales"), markdownTable(["Scale", "Protects", "Levels, least first, with their class"], scales)] : []),
  ];
}

function classes({ classes: all }: DataPlacement): string {
  const some = (Object.keys(all) as ProtectedProperty[]).filter((property) => all[property].worst !== "none");
  return some.map((property) => `${property} ${summaryWords(all[property])}`).join(", ");
}

function summaryWords({ value, worst }: FactSummary<string>): string {
  return value === "unknown" ? `unknown, up to ${worst}` : value;
}

export function personalParts(analysis: Analysis, titles: Titles): readonly Markdown[] {
  const personal = analysis.data.filter((d) => d.personal === "yes");
  const unsure = analysis.data.filter((d) => d.personal === "unknown");
  return [
    ...(personal.length === 0 ? [markdown`No data is known to be about a person.`] : personal.flatMap((d) => journeyParts(d, analysis, titles))),
    ...(unsure.length > 0 ? [markdown`Not known whether personal: ${objects(unsure.map((d) => d.data), titles)}.`] : []),
  ];
}

function journeyParts(placement: DataPlacement, analysis: Analysis, titles: Titles): readonly Markdown[] {
  const { places, unencrypted, unstated } = dataJourney(placement, analysis);
  const { personalDetails: details } = placement;
  return [
    heading(3, words(placement.title, placement.special === "yes" ? "(special category)" : undefined)),
    terms([
      ...places.map(({ trust, elements }) => [`At ${trust === "unknown" ? "unknown trust" : trust}`, elements.map(({ title }) => title).join(", ")] as const),
      ["Received by", placement.recipients.length > 0 ? objects(placement.recipients, titles) : "nobody outside"], ["Unencrypted on", unencrypted.join(", ")], ["Encryption unknown on", unstated.join(", ")],
      ["About", details?.subjects?.join(", ")], ["Purpose", details ? details.purpose ?? "not stated" : undefined], ["Legal basis", details?.["legal-basis"]], ["Kept", details ? details.retention ?? "not stated" : undefined],
      ["Identifiability", details?.identifiability], ["Also goes to", details?.recipients?.join(", ")], ["Transferred to", details?.transfers?.join(", ")],
    ]),
  ];
}

export function crossingParts(analysis: Analysis, titles: Titles): readonly Markdown[] {
  const byId = new Map(analysis.boundaries.map((boundary) => [boundary.id, boundary]));
  const rows = crossingCounts(analysis).map((c): MarkdownPart[] => {
    const boundary = byId.get(c.boundary);
    const forbidden = analysis.crossings.filter((crossing) => crossing.boundary === c.boundary && crossing.forbidden).map(({ flow }) => flow);
    return [
      markdown`**${boundary?.title ?? c.boundary}**`, boundary?.type, boundary?.trust, boundary?.parent === undefined ? "" : objects([boundary.parent], titles), c.in, c.out,
      words(c.forbidden, objects(forbidden, titles)), `${c.unencrypted}${c.unknown > 0 ? ` and ${c.unknown} unknown` : ""}`, c.personal,
    ];
  });
  return rows.length === 0 ? [markdown`The model draws no trust boundary.`] : [markdownTable(["Boundary", "Type", "Trust", "Inside", "In", "Out", "Forbidden", "Unencrypted", "With personal data"], rows)];
}

export function inventoryParts(analysis: Analysis, titles: Titles): readonly Markdown[] {
  const leg = (data: readonly string[] | "unknown"): MarkdownPart => (data === "unknown" ? "unknown" : data.length === 0 ? "nothing" : objects(data, titles));
  const elements = analysis.elements.map((e): MarkdownPart[] => [
    words(markdown`**${e.title}**`, code(e.id), e.outOfScope === undefined ? undefined : `(out of scope: ${e.outOfScope})`), [e.kind, e.type ?? "", e.actor ?? ""].filter((word) => word !== "").join(", "),
    objects(e.boundaries, titles), summaryWords(e.trust), summaryWords(e.reach), objects(e.data, titles),
  ]);
  const flows = analysis.flows.map((f): MarkdownPart[] => [
    words(markdown`**${f.title}**`, code(f.id)), joinMarkdown([objects([f.from], titles), objects([f.to], titles)], " → "), f.protocol ?? "unknown", leg(f.carries), leg(f.response), f.encrypted, f.authenticated, objects(f.crosses, titles),
  ]);
  return [
    ...(elements.length > 0 ? [heading(3, "Elements"), markdownTable(["Element", "Kind", "Inside", "Trust", "Reach", "Data"], elements)] : []),
    ...(flows.length > 0 ? [heading(3, "Flows"), markdownTable(["Flow", "From and to", "Protocol", "Carries", "Returns", "Encrypted", "Authenticated", "Crosses"], flows)] : []),
  ];
}
