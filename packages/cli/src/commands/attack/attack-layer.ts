// `merlon attack layer`: layers for ATT&CK Navigator.
import { resolve } from "node:path";
import { layersOfModel, readCatalogues, shownPath, writeAtomic } from "@merlon/app";
import { navigatorLayer } from "@merlon/reports";
import type { AttackLayerKind } from "@merlon/schema";
import { listOption, modelArgument, textOption, type Command, type Input } from "../../command.ts";
import { usageError } from "../../failure.ts";
import { catalogueOption, groupOption, versionOption } from "./attack-options.ts";

const kinds: readonly AttackLayerKind[] = ["theory", "platform", "actor", "evidence", "diff", "protection", "risk"];

export const attackLayer: Command = {
  description: "Writes a layer for ATT&CK Navigator, format 4.5. Each technique says which threats are behind its score and links to them in the report. A model with techniques of several matrices gives a list of layers, one for each.",
  arguments: [modelArgument],
  options: [
    { flags: "--kind <kind>", description: "theory: our threats by severity; platform: what works on our elements; actor: what groups use; evidence: what was seen; diff: what a change does; protection: mitigations in place; risk: both together", choices: kinds, default: "theory" },
    { flags: "--branch <ref>", description: "of the model as it is in a branch, tag or commit" },
    { flags: "--range <base..head>", description: "for the diff layer: what to compare, as in `merlon diff`; left out, the last commit and your files" },
    { flags: "--element <id>", description: "only threats at this element and its flows" },
    { flags: "--boundary <id>", description: "only threats inside of this boundary and at its flows" },
    groupOption, versionOption,
    { flags: "--seen <layer>", description: "for the evidence layer: a layer of others, such as a red team's, that counts as evidence; may be repeated", repeatable: true },
    { flags: "--report <address>", description: "where `report.html` of `merlon report` can be reached, for the links", default: "report.html" },
    { flags: "-o, --out <file>", description: "write it there instead of printing it" },
    catalogueOption,
  ],
  examples: [
    { line: "attack layer examples/webshop -o webshop.json", does: "the threats, to be opened in Navigator" },
    { line: "attack layer --kind diff --range main..feature", does: "techniques that a branch brings and takes away" },
    { line: "attack layer --kind evidence --seen red-team.json", does: "what was seen, and where no threat names it" },
    { line: "attack layer --kind risk --boundary shop-vpc --report https://example.org/shop/report.html", does: "the risk inside of one boundary" },
  ],
  json: "An object with `layers` (kind, domain, version, what the score means, and of each technique its score, comment, threats and facts), `navigator` (the layers as the file has them) `leftOut`, the techniques that the format has no place for, and `unknown`, those that the release does not have.",
  async run(input, { session }) {
    const { layers, leftOut, unknown } = await layersOfModel(input.args[0], await requestOf(input, session), session);
    const navigator = layers.map((layer) => navigatorLayer(layer, { report: textOption(input, "report") ?? "report.html", generator: `Merlon ${session.version}` }));
    const text = `${JSON.stringify(navigator.length === 1 ? navigator[0] : navigator, null, 1)}\n`;
    const out = textOption(input, "out");
    if (out !== undefined) await writeAtomic(resolve(session.cwd, out), text);
    const missing = [
      ...(leftOut.length === 0 ? [] : [`Left out, since ATLAS has no layers in this format: ${leftOut.join(", ")}`]),
      ...(unknown.length === 0 ? [] : [`Left out, since ATT&CK ${layers[0]?.version ?? ""} does not have them: ${unknown.join(", ")}`]),
    ];
    return { result: { layers, navigator, leftOut, unknown }, text: () => (out === undefined ? text : ""), notes: [...missing, ...(out === undefined ? [] : [`Written: ${shownPath(out, session.cwd)}`])] };
  },
};

async function requestOf(input: Input, session: Parameters<typeof readCatalogues>[1]) {
  const [element, boundary, version, branch, range] = ["element", "boundary", "attackVersion", "branch", "range"].map((name) => textOption(input, name));
  if (element !== undefined && boundary !== undefined) throw usageError("A layer is of one element or of one boundary.", "Say one of --element and --boundary.");
  const kind = kinds.find((one) => one === textOption(input, "kind")) ?? "theory";
  return {
    kind, groups: listOption(input, "group"), layers: listOption(input, "seen"), catalogues: await readCatalogues(listOption(input, "catalogue"), session),
    ...(branch === undefined ? {} : { branch }), ...(range === undefined ? {} : { range }),
    ...(element === undefined ? {} : { element }), ...(boundary === undefined ? {} : { boundary }), ...(version === undefined ? {} : { version }),
  };
}
