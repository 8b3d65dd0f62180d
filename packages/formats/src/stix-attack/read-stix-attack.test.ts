// MITRE's own bundles give the facts that are shipped; what is no bundle of ATT&CK is refused with a reason.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { AttackCatalogueSchema, type AttackCatalogue } from "@merlon/schema";
import { expect, test } from "vitest";
import { printCatalogue } from "./print-catalogue.ts";
import { readStixAttack } from "./read-stix-attack.ts";

const root = join(import.meta.dirname, "../../../..");
const bundles = join(root, "../shared/data/attack/stix");

const cases = [["ics-attack-19.1.stix21", "attack-ics-19.1"], ["enterprise-attack-18.1.stix20", "attack-enterprise-18.1"], ["mobile-attack-18.1.stix20", "attack-mobile-18.1"], ["ics-attack-18.1.stix20", "attack-ics-18.1"]] as const;

test.runIf(existsSync(bundles)).each(cases)("[ATT-4] %s gives the same facts as %s", (bundle, shipped) => {
  const text = brotliDecompressSync(readFileSync(join(bundles, `${bundle}.json.br`))).toString("utf8");
  const { catalogue, diagnostics } = readStixAttack(text, { path: "bundle.json", version: "18.1" });
  const shippedCatalogue = JSON.parse(readFileSync(join(root, "library/catalogues", `${shipped}.json`), "utf8")) as AttackCatalogue;
  // What techniques touch comes from D3FEND, not from MITRE's bundle.
  const expected = { ...shippedCatalogue, techniques: shippedCatalogue.techniques.map(({ artefacts: _, ...technique }) => technique) };
  expect([{ ...catalogue, notice: "" }, diagnostics]).toEqual([{ ...expected, notice: "" }, []]);
});

const technique = {
  type: "attack-pattern", id: "attack-pattern--1", name: "Sniffing", x_mitre_domains: ["ics-attack"], kill_chain_phases: [{ kill_chain_name: "mitre-ics-attack", phase_name: "discovery" }],
  external_references: [{ source_name: "somewhere", external_id: "T9999" }, { source_name: "mitre-attack", external_id: "T0842" }],
};
const tactic = { type: "x-mitre-tactic", id: "x-mitre-tactic--1", name: "Discovery", x_mitre_shortname: "discovery", external_references: [{ source_name: "mitre-attack", external_id: "TA0102" }] };

test("[ATT-4] the printed catalogue is as its schema says, one record per line", () => {
  const { catalogue } = readStixAttack(JSON.stringify({ type: "bundle", objects: [technique, tactic] }), { path: "b.json", version: "20.0" });
  const printed = printCatalogue(catalogue ?? {});
  expect(AttackCatalogueSchema.safeParse(JSON.parse(printed)).error).toBeUndefined();
  expect(printed.split("\n").slice(1)).toEqual([
    '{"id":"TA0102","shortname":"discovery","name":"Discovery"}', '],"techniques":[', '{"id":"T0842","name":"Sniffing","tactics":["discovery"]}', '],"mitigations":[', "", '],"groups":[', "", "]}", "",
  ]);
});

test.each([["", "it is not JSON"], ["[[", "it is not JSON"], ["{}", "it holds no list of objects"], ["[]", "it holds no technique"], ['[null, 1, {"type": 7}]', "it holds no technique"]])("[ATT-4] %s is refused: %s", (text, why) => {
  expect(readStixAttack(text, { path: "b.json" })).toEqual({ diagnostics: [expect.objectContaining({ code: "F2050", data: { why } })] });
});

test("strange values in a bundle are passed over", () => {
  const strange = { ...technique, name: 7, kill_chain_phases: "x", x_mitre_platforms: [1, "Linux"], external_references: [null, ...technique.external_references] };
  const { catalogue } = readStixAttack(JSON.stringify([strange, { type: "relationship", relationship_type: "uses", source_ref: 3 }]), { path: "b.json", version: "20.0" });
  expect(catalogue?.techniques).toEqual([{ id: "T0842", name: "T0842", platforms: ["Linux"] }]);
});
