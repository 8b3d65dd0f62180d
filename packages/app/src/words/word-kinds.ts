// The kinds of words that people write into a model, and where each is written. Boundary types and actors belong to the model format; the others come from the library.

export const wordKinds = {
  type: { title: "Element types", where: "`type` of an element" },
  "boundary-type": { title: "Boundary types", where: "`type` of a boundary" },
  actor: { title: "Actors", where: "`actor` of an external element" },
  technology: { title: "Technologies", where: "`technology` of an element, a list" },
  protocol: { title: "Protocols", where: "`protocol` of a flow" },
  "data-kind": { title: "Data kinds", where: "`kind` of data" },
  control: { title: "Control types", where: "`type` of a control" },
  scale: { title: "Scales", where: "the name of a scale instead of its levels: `scales: {confidentiality: …}`" },
  characteristic: { title: "Characteristics", where: "keys of an element, a flow or a boundary" },
} as const;

export type WordKind = keyof typeof wordKinds;
