// Templates of the Microsoft Threat Modeling Tool: stencils and threat types, but no model.
import { diagnose } from "../diagnose.ts";
import type { Format, ReadOptions, ReadResult } from "../format.ts";
import { xmlRootName } from "../identify.ts";
import { nothingRead } from "../open-file.ts";
import { openXml } from "../xml/open-xml.ts";
import { packOf } from "./pack-of.ts";
import { readKnowledgeBase } from "./read-knowledge-base.ts";
import { prepareTemplate } from "./template.ts";
import type { Template } from "./template.ts";
import type { Diagnostic } from "@merlon/schema";

const id = "microsoft-tb7";

export const microsoftTb7: Format = {
  id,
  title: "template of the Microsoft Threat Modeling Tool",
  extensions: [".tb7"],
  holds: "pack",
  recognises: ({ text }) => xmlRootName(text) === "KnowledgeBase",
  read: readTb7,
};

function readTb7(text: string, options: ReadOptions): ReadResult {
  const opened = openXml(text, options, "KnowledgeBase");
  if ("failed" in opened) return nothingRead(id, opened.failed);
  const template = prepareTemplate(readKnowledgeBase(opened.root));
  if (template.base.threatTypes.length === 0 && template.base.stencils.length === 0) {
    return nothingRead(id, [diagnose("F2003", { file: options.path, line: 1, column: 1 }, { part: "ThreatTypes" })]);
  }
  const { pack, losses } = packOf(template);
  return {
    format: id, formatVersion: template.base.version, pack, losses,
    diagnostics: misunderstood(template, options.path),
    counts: { "threat types": template.base.threatTypes.length, rules: pack.rules.size, stencils: template.base.stencils.length, attributes: template.base.attributes.length },
  };
}

/** The expressions that could not be understood, as problems of the file. */
export function misunderstood({ misunderstood: all }: Template, file: string): readonly Diagnostic[] {
  return all.map(({ id: type, part, why }) => diagnose("F2063", { file, line: 1, column: 1 }, { id: type, part, why }));
}
