// What somebody needs to see to think about a boundary: what is inside, what crosses it, which data is there. Not a word about threats.
import type { Analysis, DataPlacement, FlowFacts } from "@merlon/schema";

export function boundaryCard(boundary: string, analysis: Analysis): readonly string[] {
  const one = analysis.boundaries.find(({ id }) => id === boundary);
  if (!one) return [];
  const elements = new Map(analysis.elements.map((element) => [element.id, element]));
  const titleOf = (id: string) => elements.get(id)?.title ?? id;
  const members = one.members.map((id) => elements.get(id)).filter((element) => element !== undefined);
  const crossings = analysis.crossings.filter((crossing) => crossing.boundary === boundary);
  const flows = new Map(analysis.flows.map((flow) => [flow.id, flow]));
  const data = new Map(analysis.data.map((placement) => [placement.data, placement]));
  const inside = [...new Set(members.flatMap((member) => member.data))].map((id) => data.get(id)).filter((placement) => placement !== undefined);
  const nameOf = (id: string) => data.get(id)?.title ?? id;
  return [
    `A ${one.type} boundary, trusted as ${one.trust}.${one.parent === undefined ? "" : ` It lies in ${analysis.boundaries.find(({ id }) => id === one.parent)?.title ?? one.parent}.`}`,
    members.length === 0 ? "Nothing is inside." : "Inside:", ...members.map(({ title, kind, type }) => `  ${title} (${kind}${type === undefined ? "" : `, ${type}`})`),
    crossings.length === 0 ? "Nothing crosses it." : "What crosses it:",
    ...crossings.map(({ flow, direction }) => `  ${direction === "in" ? "in: " : "out:"} ${flowLine(flows.get(flow), titleOf, nameOf)}`),
    ...(inside.length === 0 ? [] : ["Data inside:", ...inside.map((placement) => `  ${placement.title}${traits(placement)}`)]),
  ];
}

function flowLine(flow: FlowFacts | undefined, titleOf: (id: string) => string, nameOf: (id: string) => string): string {
  if (!flow) return "";
  const leg = (data: FlowFacts["carries"]) => (data === "unknown" ? "not known" : data.length === 0 ? "nothing" : data.map(nameOf).join(", "));
  return `${flow.title}: ${titleOf(flow.from)} → ${titleOf(flow.to)}${flow.protocol === undefined ? "" : ` over ${flow.protocol}`}; there ${leg(flow.carries)}; back ${leg(flow.response)}`;
}

function traits({ levels, personal, special, credential }: DataPlacement): string {
  const traits = [...Object.entries(levels).map(([scale, level]) => (scale === "confidentiality" ? level : `${level} ${scale}`)), ...(special === "yes" ? ["special category"] : personal === "yes" ? ["personal"] : []), ...(credential ? ["credential"] : [])];
  return traits.length === 0 ? "" : ` (${traits.join(", ")})`;
}
