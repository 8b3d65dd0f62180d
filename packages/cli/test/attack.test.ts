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

const model = 'merlon: 1\nid: shop\nattack-version: "14.1"\nthreats:\n  t: {title: T, attack: [{id: T1562, role: exploitation, why: W}, {id: T1064, role: exploitation, why: W}]}\n';

test("[ATT-5] attack upgrade shows the plan, asks, and writes what was chosen", async () => {
  const { merlon, read, json } = await workplace({ "model.yaml": model });
  const planned = await merlon("attack", "upgrade", "--to", "19.1");
  expect([planned.code, planned.out, planned.err]).toEqual([1, `ATT&CK 14.1 → 19.1  .: 2 references, 0 unchanged

Only you can say  1
  T1064  threat t at model.yaml:5
    T1064 (Scripting) is deprecated and nothing replaces it in ATT&CK 19.1: choose another technique
    or drop it.
      --choose T1064=<id> or --choose T1064=none

Replaced  1
  T1562 → T1685  threat t at model.yaml:5
    T1562 (Impair Defenses) is now T1685 (Disable or Modify Tools).

Threats that name other techniques  1
  t  T1562, T1064 → T1685, T1064

model.yaml
    5 -   t: {title: T, attack: [{id: T1562, role: exploitation, why: W}, {id: T1064, role:
        exploitation, why: W}]}
    5 +   t: {title: T, attack: [{id: T1685, role: exploitation, why: W}, {id: T1064, role:
        exploitation, why: W}]}
`, "Nothing was written; say --apply to write it.\n"]);
  const { code, envelope } = await json<{ readonly open: number; readonly written: boolean }>("attack", "upgrade", "--choose", "T1064=T1059", "--apply");
  expect([code, envelope.schema, envelope.result?.open, envelope.result?.written]).toEqual([0, "merlon/attack-upgrade/1", 0, true]);
  expect(await read("model.yaml")).toBe(model.replace("14.1", "19.1").replace("T1562", "T1685").replace("T1064", "T1059"));
});

test("[ATT-4] an imported release can be upgraded to", async () => {
  const { merlon } = await workplace({ "ics.json.gz": gzipSync(bundle), "model.yaml": model.replace(/T1562|T1064/g, "T0842") });
  await merlon("attack", "import", "ics.json.gz");
  const { code, out } = await merlon("attack", "upgrade", "--to", "20", "--catalogue", "attack-ics-20.0.json");
  expect([code, out.split("\n")[0]]).toEqual([0, "ATT&CK 14.1 → 20.0  .: 2 references, 2 unchanged"]);
  expect((await merlon("attack", "upgrade", "--catalogue", "model.yaml")).err).toContain("A4010");
});

const small = `merlon: 1
id: shop
title: Shop
attack-version: "19.1"
boundaries: {net: {type: network}}
elements:
  web: {kind: process, in: net, technology: [linux]}
threats:
  accounts: {title: Accounts, at: web, likelihood: 4, consequence: 4, attack: [{id: T1078, role: exploitation, why: W}, {id: AML.T0051, role: exploitation, why: W}]}
controls:
  second-factor: {type: own, at: net, state: implemented, attack: [M1032]}
`;

test("[ATT-8] attack layer writes a file that Navigator reads, and says what has no place in it", async () => {
  const { merlon, read, json } = await workplace({ "model.yaml": small });
  const ran = await merlon("attack", "layer", "--boundary", "net", "-o", "layer.json", "--report", "https://example.org/r.html");
  expect(ran).toEqual({ code: 0, out: "", err: "Left out, since ATLAS has no layers in this format: AML.T0051\nWritten: layer.json\n" });
  const layer = JSON.parse(await read("layer.json")) as { readonly name: string; readonly techniques: readonly { readonly techniqueID: string; readonly links: unknown }[] };
  expect([layer.name, layer.techniques.map(({ techniqueID, links }) => [techniqueID, links])]).toEqual(["Shop, net: threats", [["T1078", [{ label: "Accounts", url: "https://example.org/r.html#threat-accounts" }]]]]);
  expect((await merlon("attack", "layer", "--kind", "actor")).err).toContain("adversaries");
  expect((await merlon("attack", "layer", "--element", "wev")).err).toContain("Did you mean `web`?");
  expect((await json<{ readonly layers: readonly unknown[] }>("attack", "layer", "--kind", "risk")).envelope.result?.layers).toHaveLength(1);
});

test("[ATT-10] attack groups shows the threats of a group first", async () => {
  const { merlon } = await workplace({ "model.yaml": small });
  const { code, out } = await merlon("attack", "groups", "--group", "G0016");
  expect([code, out.split("\n").slice(0, 5)]).toEqual([0, ["ATT&CK 19.1", "", "APT29 (G0016)  uses 66 techniques", "  Threats that it would use: 1", "    critical accounts  T1078, T1078.003, T1078.004"]]);
  expect(out).toMatch(/\n  Techniques that could be asked about, since no threat names them: \d+\n/);
  expect((await merlon("attack", "groups", "--group", "G9916")).err).toContain("There is no group of ATT&CK 19.1 `G9916`.");
});

test("[ATT-11] attack coverage lists what is in place and what is missing", async () => {
  const { merlon } = await workplace({ "model.yaml": small });
  const { code, out } = await merlon("attack", "coverage");
  expect([code, out.split("\n").filter((line) => /M1032|M1041|AML.T|ATT&CK/.test(line))]).toEqual([0, [
    "ATT&CK 19.1  2 techniques: 1 with a mitigation in place, 1 without one, 0 that nothing is known", "AML.T0051 LLM Prompt Injection", "    ✓ M1032 Multi-factor Authentication  in place: second-factor",
  ]]);
});

test("[ATT-12] attack suggest proposes techniques for a weakness or a person's threat, and says what is missing", async () => {
  const { merlon, json } = await workplace({ "model.yaml": "merlon: 1\nid: shop\nthreats:\n  guessed: {title: Password guessing, cwe: [CWE-307]}\n  vague: {title: Something}\n" });
  const { code, out } = await merlon("attack", "suggest", "guessed");
  expect([code, out.split("\n").slice(0, 4)]).toEqual([0, [
    "CWE-307 Improper Restriction of Excessive Authentication Attempts", "techniques of ATT&CK 19.1, the likeliest first", "", expect.stringContaining("T1110.") as string,
  ]]);
  const { envelope } = await json<{ readonly suggestions: readonly unknown[] }>("attack", "suggest", "cwe-89");
  expect([envelope.schema, envelope.result?.suggestions.length]).toEqual(["merlon/attack-suggest/1", 10]);
  const [vague, unknown] = [await merlon("attack", "suggest", "vague"), await merlon("attack", "suggest", "CWE-99999")];
  expect([vague.code, vague.err.includes("A4015"), unknown.code, unknown.err.includes("A4009")]).toEqual([2, true, 2, true]);
});
