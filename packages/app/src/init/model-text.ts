// Model files as text, as `merlon init` writes them: sections with a line that says what they are for, and the line that editors look for.
import { printYaml } from "@merlon/core";
import type { ModelDocument } from "@merlon/schema";

/** Beside the model file, so that it is found without a network and by everybody who checks the model out. */
export const schemaPath = ".merlon/merlon.schema.json";

const schemaLine = `# yaml-language-server: $schema=${schemaPath}\n`;

const sections: Readonly<Record<string, string>> = {
  data: "What the system handles. Kinds and levels decide how bad a threat is.",
  boundaries: "Where trust changes. What is `in` a boundary is trusted as far as it says.",
  elements: "Who uses it (external), what runs (process) and what keeps data (store).",
  flows: "What goes from whom to whom: `carries` with the arrow, `response` against it.",
};

/** `depth` has a remark of its own, because it decides how much is asked. */
export function modelText(document: ModelDocument, remark: string): string {
  const { data, boundaries, elements, flows, ...header } = document;
  const parts = Object.entries({ data, boundaries, elements, flows }).filter(([, map]) => map !== undefined);
  const head = printYaml(header).replace(/^(depth: \w+)$/m, "$1   # how much detail this model wants: sketch, standard or full");
  return `${schemaLine}# ${remark}\n${head}${parts.map(([name, map]) => `\n# ${sections[name] ?? ""}\n${printYaml({ [name]: map })}`).join("")}`;
}

export function decisionsText(): string {
  return `# yaml-language-server: $schema=${schemaPath}#/$defs/DecisionsDocument\n# What people decided about threats. \`merlon decide\` writes here; the analysis never does.\ndecisions: {}\n`;
}
