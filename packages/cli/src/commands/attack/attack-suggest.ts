// `merlon attack suggest`: which techniques a threat may stand for.
import { suggestForThreat } from "@merlon/app";
import { textOption, type Command } from "../../command.ts";
import { suggestText } from "../../print/attack-suggest-text.ts";

export const attackSuggest: Command = {
  description: "Proposes techniques of ATT&CK for weaknesses (CWE), or for a threat that a person wrote with its weaknesses. Grounds are our rules, attack patterns of CAPEC and exploited vulnerabilities; each proposal shows its own. Nothing is written: a weakness is not a technique, and a person decides.",
  arguments: [{ name: "<what>", description: "ids of CWE with commas between them, or the id of a person's threat in the model" }],
  options: [
    { flags: "--words <text>", description: "what the threat is called, to find techniques with such names" },
    { flags: "--model <path>", description: "the model of the threat" },
  ],
  examples: [
    { line: "attack suggest CWE-89", does: "what SQL injection may lead to" },
    { line: 'attack suggest CWE-778,CWE-284 --words "audit log switched off"', does: "two weaknesses and what happens" },
  ],
  json: "An object with `weaknesses`, `version` and `suggestions`: of each its id, name, score and `because`, the ten likeliest first.",
  async run(input, { session, page }) {
    const [words, model] = [textOption(input, "words"), textOption(input, "model")];
    const result = await suggestForThreat(input.args[0] ?? "", { ...(words === undefined ? {} : { words }), ...(model === undefined ? {} : { model }) }, session);
    return { result, text: () => suggestText(result, page) };
  },
};
