// What is said about a flow, line by line, in every form of the picture.
import { listedUpTo } from "../../wording/counted.ts";
import type { DiagramFlow } from "../graph/diagram-graph.ts";
import { changeLines } from "./change-pieces.ts";

export interface FlowLine {
  readonly kind: "title" | "detail" | "response" | "crosses" | "forbidden" | "scope" | "change";
  readonly text: string;
}

const mostData = 2;

/** `drawn` are the boundaries that the picture draws: only crossings of others need words. */
export function flowLines(flow: DiagramFlow, drawn: ReadonlySet<string>): FlowLine[] {
  const detail = [protocolOf(flow), dataOf(flow.data)].filter((part) => part !== "").join(" · ");
  const response = dataOf(flow.response);
  const unseen = flow.crosses.filter((crossing) => !drawn.has(crossing.id)).map((crossing) => crossing.title).join(", ");
  const forbidden = flow.crosses.filter((crossing) => crossing.forbidden).map((crossing) => crossing.title).join(", ");
  const lines: FlowLine[] = [
    { kind: "title", text: flow.plainTitle && detail + response !== "" ? "" : flow.title },
    { kind: "detail", text: detail },
    { kind: "response", text: response === "" ? "" : `← ${response}` },
    { kind: "crosses", text: unseen === "" ? "" : `crosses ${unseen}` },
    { kind: "forbidden", text: forbidden === "" ? "" : `not allowed by ${forbidden}` },
    { kind: "scope", text: flow.outOfScope ? "out of scope" : "" },
    ...changeLines(flow.change).map((text): FlowLine => ({ kind: "change", text })),
  ];
  return lines.filter((line) => line.text !== "");
}

function protocolOf(flow: DiagramFlow): string {
  const via = flow.via.length === 0 ? "" : `via ${flow.via.map((element) => element.title).join(", ")}`;
  return [flow.protocol ?? "", via].filter((part) => part !== "").join(" ");
}

function dataOf(titles: readonly string[] | undefined): string {
  return listedUpTo(mostData, titles ?? []);
}
