// XML of a template to a KnowledgeBase. The two ways of writing it differ in names and order only.
import { attributeOf, childOf, childrenOf, textIn } from "../xml/xml-element.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { kindOf } from "./knowledge-base.ts";
import type { Drawn, KnowledgeBase, Stencil, StencilAttribute, ThreatType } from "./knowledge-base.ts";

const drawnAs: Readonly<Record<string, Drawn>> = {
  Ellipse: "process", Rectangle: "external", ParallelLines: "store", Line: "flow", BorderBoundary: "box", LineBoundary: "line", Annotation: "note",
};

export function readKnowledgeBase(root: XmlElement): KnowledgeBase {
  const manifest = childOf(root, "Manifest");
  const said = (name: string): string | undefined => attributeOf(manifest, name.toLowerCase()) ?? textIn(manifest, name);
  const types = [...childrenOf(childOf(root, "GenericElements"), "ElementType"), ...childrenOf(childOf(root, "StandardElements"), "ElementType")];
  const stencils = readStencils(types);
  return {
    id: said("Id") ?? "", name: said("Name") ?? "template", version: said("Version") ?? "0", author: said("Author"),
    stencils,
    attributes: readAttributes(types, stencils),
    threatTypes: readThreatTypes(root),
    priority: readColumns(childOf(childOf(root, "ThreatMetaData"), "PropertiesMetaData"))["Priority"] ?? "High",
    pictures: types.filter((type) => textIn(type, "Image") !== undefined || textIn(type, "ImageSource") !== undefined).length,
  };
}

function idOf(type: XmlElement): string {
  return textIn(type, "ID") ?? textIn(type, "Id") ?? "";
}

function readStencils(types: readonly XmlElement[]): readonly Stencil[] {
  const byId = new Map(types.map((type) => [idOf(type), type]));
  const parentOf = (type: XmlElement): string | undefined => {
    const parent = textIn(type, "ParentElement") ?? textIn(type, "ParentId");
    return parent !== undefined && byId.has(parent) ? parent : undefined;
  };
  return [...byId].filter(([id]) => id !== "").map(([id, type]) => ({ id, name: textIn(type, "Name") ?? id, parent: parentOf(type), drawn: drawnOf(type, byId, parentOf) }));
}

function drawnOf(type: XmlElement, byId: ReadonlyMap<string, XmlElement>, parentOf: (type: XmlElement) => string | undefined): Drawn {
  const seen = new Set<XmlElement>();
  for (let at: XmlElement | undefined = type; at !== undefined && !seen.has(at); at = byId.get(parentOf(at) ?? "")) {
    seen.add(at);
    const drawn = drawnAs[textIn(at, "Representation") ?? ""];
    if (drawn !== undefined) return drawn;
  }
  return "unknown";
}

/** One entry for each name and kind of object; the values of all stencils that have it together. */
function readAttributes(types: readonly XmlElement[], stencils: readonly Stencil[]): readonly StencilAttribute[] {
  const drawn = new Map(stencils.map((stencil) => [stencil.id, stencil.drawn]));
  const found = new Map<string, StencilAttribute>();
  for (const type of types) {
    const at = kindOf(drawn.get(idOf(type)) ?? "unknown");
    if (at === undefined) continue;
    for (const attribute of childrenOf(childOf(type, "Attributes"), "Attribute")) {
      const name = textIn(attribute, "Name");
      if (name === undefined) continue;
      const values = childrenOf(childOf(attribute, "AttributeValues"), "Value").map((value) => value.text.trim());
      const earlier = found.get(`${at} ${name}`);
      found.set(`${at} ${name}`, {
        name, at, title: earlier?.title ?? textIn(attribute, "DisplayName") ?? name,
        values: [...new Set([...(earlier?.values ?? []), ...values])].filter((value) => value !== ""),
      });
    }
  }
  return [...found.values()];
}

function readThreatTypes(root: XmlElement): readonly ThreatType[] {
  const categories = new Map(childrenOf(childOf(root, "ThreatCategories"), "ThreatCategory").map((category) => [textIn(category, "Id") ?? "", textIn(category, "Name") ?? ""]));
  return childrenOf(childOf(root, "ThreatTypes"), "ThreatType").map((type) => {
    const filters = childOf(type, "GenerationFilters");
    const category = textIn(type, "Category") ?? "";
    return {
      id: textIn(type, "Id") ?? "", title: textIn(type, "ShortTitle") ?? "", description: textIn(type, "Description") ?? "",
      category: categories.get(category) ?? category,
      include: textIn(filters, "Include") ?? "", exclude: textIn(filters, "Exclude") ?? "",
      columns: readColumns(childOf(type, "PropertiesMetaData")),
    };
  });
}

function readColumns(metaData: XmlElement | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(childrenOf(metaData, "ThreatMetaDatum").flatMap((datum) => {
    const name = textIn(datum, "Name");
    const value = childOf(datum, "Values")?.children[0]?.text.trim() ?? "";
    return name === undefined || value === "" ? [] : [[name, value] as const];
  }));
}
