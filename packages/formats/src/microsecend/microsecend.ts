// microSecEnD: dataflow diagrams of microservice systems with security annotations, as JSON or in the text notation of its model variants.
import type { Format } from "../format.ts";
import { isDiagram, readMicrosecend } from "./read-microsecend.ts";
import { isNotation } from "./parse-notation.ts";

export const microsecend: Format = {
  id: "microsecend",
  title: "microSecEnD dataflow diagram",
  extensions: [".json", ".txt"],
  recognises: ({ text, value }) => isDiagram(value) || isNotation(text),
  read: readMicrosecend,
};
