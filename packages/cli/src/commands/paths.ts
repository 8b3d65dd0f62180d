// `merlon paths`: how attackers get to what matters most.
import { resolve } from "node:path";
import { drawPaths, pathsOfModel, shownPath, writeAtomic } from "@merlon/app";
import { attackFlow, attackTree, pathsDot, pathsMarkdown, pathsMermaid, pathsText, toJson } from "@merlon/reports";
import type { AttackPaths } from "@merlon/schema";
import { modelArgument, textOption, type Command, type Input } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { sessionInView, viewNote, viewOption } from "../view-option.ts";

const formats = ["text", "json", "md", "mermaid", "dot", "svg", "png", "attack-flow", "attack-tree"] as const;
type Format = (typeof formats)[number];

const MOST_WAYS = 10;

export const paths: Command = {
  description: "Shows the cheapest attack path from each kind of attacker to each thing that matters most: every hop with its ATT&CK technique, why it is possible and what slows it down; then what no path can do without, what stands in the way alone, and which changes cut most.",
  arguments: [modelArgument],
  options: [
    { flags: "--from <who>", description: "only this kind of actor (anonymous, customer, employee …), or an element that is taken over" },
    { flags: "--to <what>", description: "the id of data or of an element, or words of its title or kind; the crown jewels when left out" },
    viewOption,
    { flags: "-k <number>", description: `ways for each attacker and goal, up to ${MOST_WAYS}`, default: "1" },
    { flags: "--format <format>", description: "found out from the file's name when left out", choices: formats },
    { flags: "-o, --out <file>", description: "write it to a file" },
  ],
  examples: [
    { line: "paths examples/webshop --to card-number", does: "every attacker's way to the card numbers" },
    { line: "paths --from supplier -k 3", does: "the three cheapest ways of a supplier to each crown jewel" },
    { line: "paths --view target", does: "once everything that is planned is there" },
    { line: "paths --to card-number -o cards.png", does: "the same as a picture" },
    { line: "paths --format attack-flow -o flow.json", does: "a STIX bundle for Attack Flow Builder" },
  ],
  json: "The paths (docs/reference/schema/attack-paths.md).",
  async run(input, context) {
    const { io, json } = context;
    const session = sessionInView(context.session, input);
    const out = textOption(input, "out");
    const format = formatOf(textOption(input, "format"), out);
    if (format === "png" && out === undefined && io.outIsTerminal && !json) throw usageError("A terminal cannot show a PNG.", "Write it to a file: -o paths.png.");
    const [from, to] = ["from", "to"].map((name) => textOption(input, name));
    const found = await pathsOfModel(input.args[0], { k: waysOf(input), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }, session);
    const isAll = from !== undefined || to !== undefined;
    const content = async (): Promise<string | Uint8Array> => contentOf(found.paths, format, { ...context, isAll, command: context.commandOn(found.loaded.place.shown) });
    const outcome = { result: found.paths, diagnostics: found.diagnostics };
    const notes = [...viewNote(found.loaded.model.view), ...found.notes];
    if (out !== undefined) {
      await writeAtomic(resolve(session.cwd, out), await content());
      return { ...outcome, text: () => "", notes: [...notes, `Written: ${shownPath(out, session.cwd)}`] };
    }
    const text = json ? "" : await content();
    return { ...outcome, text: () => text, notes };
  },
};

async function contentOf(found: AttackPaths, format: Format, { session, page, isAll, command }: Context & { readonly isAll: boolean; readonly command: (verb: string) => string }): Promise<string | Uint8Array> {
  switch (format) {
    case "text": return pathsText(found, { ...page, all: isAll, command });
    case "json": return toJson(found);
    case "md": return pathsMarkdown(found);
    case "mermaid": return pathsMermaid(found);
    case "dot": return pathsDot(found);
    case "svg":
    case "png": return drawPaths(found, format, session);
    case "attack-flow": return `${JSON.stringify(attackFlow(found, { at: session.at, generator: `Merlon ${session.version}` }), null, 1)}\n`;
    case "attack-tree": return attackTree(found);
  }
}

function waysOf(input: Input): number {
  const said = textOption(input, "k") ?? "1";
  if (!/^\d+$/.test(said) || Number(said) < 1 || Number(said) > MOST_WAYS) throw usageError(`-k takes a number from 1 to ${MOST_WAYS}.`);
  return Number(said);
}

function formatOf(asked: string | undefined, out: string | undefined): Format {
  const named = formats.find((format) => format === asked);
  if (named || out === undefined) return named ?? "text";
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? "";
  const known: Readonly<Record<string, Format>> = { txt: "text", json: "json", md: "md", svg: "svg", png: "png", mmd: "mermaid", mermaid: "mermaid", dot: "dot", gv: "dot" };
  const found = known[ending];
  if (!found) throw usageError(`It is not clear in which form ${out} should be.`, "End the name with .txt, .json, .md, .svg, .png, .mmd or .dot, or say --format.");
  return found;
}
