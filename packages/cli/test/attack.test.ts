// The attack commands on small models and bundles.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";

const bundle = JSON.stringify({ type: "bundle", objects: [
  { type: "x-mitre-collection", id: "x-mitre-collection--1", x_mitre_version: "20.0" },
  { type: "x-mitre-tactic", id: "x-mitre-tactic--1", name: "Discovery", x_mitre_shortname: "discovery", external_references: [{ source_name: "mitre-attack", external_id: "TA0102" }] },
  { type: "attack-pattern", id: "attack-pattern--1", name: "Network Sniffing", x_mitre_domains: ["ics-attack"], kill_chain_phases: [{ kill_chain_name: "mitre-ics-attack", phase_name: "discovery" }], external_references: [{ source_name: "mitre-attack", external_id: "T0842" }] },
] });

test("[ATT-4] attack import writes a catalogue, and refuses to write over one", async () => {
  const { merlon, files, json } = await workplace({ "ics.json.gz": gzipSync(bundle) });
  expect(await merlon("attack", "import", "ics.json.gz")).toEqual({ code: 0, out: "ics-attack 20.0: tactics 1, techniques 1, retired 0, mitigations 0, groups 0\n", err: expect.stringContaining("Written: attack-ics-20.0.json") });
  expect(await files()).toEqual(["attack-ics-20.0.json", "ics.json.gz"]);
  expect((await merlon("attack", "import", "ics.json.gz")).err).toContain("A4008");
  expect(await json("attack", "import", "ics.json.gz", "-o", "again.json")).toEqual({ code: 0, envelope: {
    schema: "merlon/attack-import/1", ok: true, diagnostics: [], result: { path: "again.json", domain: "ics-attack", version: "20.0", counts: { tactics: 1, techniques: 1, retired: 0, mitigations: 0, groups: 0 } },
  } });
});

test("[ATT-4] a file that is no bundle is refused with what to do", async () => {
  const { merlon } = await workplace({ "a.json": "{}", "b.json.gz": "text" });
  const [a, b] = [await merlon("attack", "import", "a.json"), await merlon("attack", "import", "b.json.gz")];
  expect([a.code, a.err.includes("F2050"), b.code, b.err.includes("A4011")]).toEqual([2, true, 2, true]);
});
