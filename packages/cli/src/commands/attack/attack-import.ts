// `merlon attack import`: a catalogue from a STIX bundle.
import { importAttack } from "@merlon/app";
import { diagnosticsText } from "@merlon/reports";
import { flagOption, textOption, type Command } from "../../command.ts";

export const attackImport: Command = {
  description: "Makes a catalogue of facts (ids, names, tactics, platforms, mitigations, groups) from a STIX 2.0 or 2.1 bundle of one domain of ATT&CK, for a release that is newer or older than those that come with Merlon. The other commands take it with --catalogue.",
  arguments: [{ name: "<bundle>", description: "the bundle: .json, .json.gz or .json.br" }],
  options: [
    { flags: "-o, --out <file>", description: "the file to write; attack-<domain>-<version>.json when left out" },
    { flags: "--attack-version <version>", description: "the release, for a bundle that does not state it" },
    { flags: "--force", description: "write over a file that is there" },
  ],
  examples: [
    { line: "attack import enterprise-attack.json", does: "write attack-enterprise-20.0.json" },
    { line: "attack import enterprise-attack.json.br -o facts.json --attack-version 18.1", does: "from a packed list of STIX 2.0 objects" },
  ],
  json: "An object with `path`, `domain`, `version` and `counts` of what the catalogue holds.",
  async run(input, { session, page }) {
    const [out, version] = [textOption(input, "out"), textOption(input, "attackVersion")];
    const { path, catalogue, diagnostics } = await importAttack(input.args[0] ?? "", { ...(out === undefined ? {} : { out }), ...(version === undefined ? {} : { version }), force: flagOption(input, "force") }, session);
    const { domain, version: release, tactics, techniques, mitigations, groups } = catalogue;
    const live = techniques.filter(({ status }) => status === undefined).length;
    const counts = { tactics: tactics.length, techniques: live, retired: techniques.length - live, mitigations: mitigations.length, groups: groups.length };
    return {
      result: { path, domain, version: release, counts }, diagnostics,
      text: () => `${diagnosticsText(diagnostics, page)}${domain} ${release}: ${Object.entries(counts).map(([what, count]) => `${what} ${count}`).join(", ")}\n`,
      notes: [`Written: ${path}`],
    };
  },
};
