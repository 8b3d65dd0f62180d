// For tests: an import with losses of every kind, one of them in many places.
import type { ImportResult, Loss } from "@merlon/schema";

const curves: readonly Loss[] = [4, 7, 9, 12, 15].map((n) => ({
  kind: "dropped", at: `/detail/diagrams/0/cells/${n}`, what: "open boundary curve", why: "a boundary needs an inside and an open curve has none",
}));

export const sampleImport: ImportResult = {
  format: "threat-dragon", formatVersion: "2.2.0",
  document: { merlon: 1, id: "demo", title: "Demo" },
  losses: [
    { kind: "kept", at: "/summary/owner", what: "owner", why: "the contact of the model has no field of ours", object: "demo" },
    { kind: "defaulted", at: "/detail/diagrams/0/cells/2", what: "trust of a boundary", why: "the source has no trust levels", object: "trusted-network" },
    { kind: "guessed", at: "/detail/diagrams/0/cells/3/data/protocol", what: "protocol", why: "taken from the label `HTTPS login`", object: "login" },
    ...curves,
    { kind: "dropped", at: "/detail/diagrams/0/cells/1", what: "colour", why: "a model holds no presentation" },
  ],
  diagnostics: [{ code: "F2101", severity: "warning", message: "A flow has only one end.", where: { file: "demo.json", line: 1, column: 1 }, hint: "Attach it in the source." }],
  counts: { flows: 6, elements: 5, boundaries: 2, threats: 11 },
};
