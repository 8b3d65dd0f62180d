import { expect, test } from "vitest";
import type { DiagramElement, Marks } from "../graph/diagram-graph.ts";
import { markPieces } from "./change-pieces.ts";
import { plainMarks } from "./plain-marks.ts";

function shown(was: Partial<Marks>, is: Partial<Marks>): readonly [string, string] {
  const [before, after] = [was, is].map((marks): Marks => ({ personal: "none", sensitivity: "none", ...marks })) as [Marks, Marks]; // of a pair comes a pair
  const element: DiagramElement = { id: "e", title: "E", shape: "process", tags: [], outOfScope: false, dimmed: false, ...after, change: { kind: "touched", words: [], before, newThreats: 0 } };
  return [markPieces(element).map((piece) => ("text" in piece ? piece.text : "")).join(" "), plainMarks(element)];
}

test("[IMC-21] class and personal data are told as they were and as they are; what is not known any more is no mark that went", () => {
  expect([
    shown({ sensitivity: "low" }, { sensitivity: "high" }), shown({ sensitivity: "moderate" }, { sensitivity: "unknown" }), shown({ sensitivity: "unknown" }, { sensitivity: "moderate" }), shown({}, { sensitivity: "low", personal: "personal" }),
    shown({ personal: "personal" }, {}), shown({ personal: "personal" }, { personal: "special" }), shown({ sensitivity: "high" }, { sensitivity: "high" }),
  ]).toEqual([
    ["low → high", "data class high, before low"], ["moderate →?", "data class not known, before moderate"], ["?→ moderate", "data class moderate, before not known"], ["+ low + P", "data class low, before none, personal data, before none"],
    ["– P", "no personal data any more"], ["P → P+", "special categories of personal data, before personal data"], ["high", "data class high"],
  ]);
});
