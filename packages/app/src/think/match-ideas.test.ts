import type { StrideLetter, Threat } from "@merlon/schema";
import { expect, test } from "vitest";
import { matchIdea } from "./match-ideas.ts";
import { stems } from "./stems.ts";

function threat(id: string, title: string, stride: StrideLetter, action: string): Threat {
  const [rule = "", target = ""] = id.split("@");
  return { id, title, stride: [stride], target: { kind: "element", id: target, title: target }, rule: { id: rule, revision: 1, pack: "core" }, parts: { action }, fixes: [] } as unknown as Threat; // the parts that are read
}

const threats = [
  threat("plaintext-flow-across-boundary@checkout", "Readable data crosses a trust boundary", "I", "read the card number on its way"),
  threat("query-built-from-input@orders", "Input becomes part of a query", "T", "send input that changes the query"),
  threat("sign-in-open-to-guessing@web", "Passwords can be tried without limit", "S", "try lists of leaked passwords"),
  threat("sign-in-open-to-guessing@admin", "Passwords can be tried without limit", "S", "try lists of leaked passwords"),
  threat("boundary-open-to-floods@shop", "The line itself can be filled", "D", "send more traffic than the line can take"),
  threat("backups-fall-with-the-store@orders", "Whoever can delete the store can delete its backups", "D", "delete the backups too"),
];

test.each<[string, readonly string[]]>([
  ["Somebody eavesdrops on the unencrypted card number at checkout", ["plaintext-flow-across-boundary"]],
  ["SQL injection through the search field", ["query-built-from-input"]],
  ["Attackers guess passwords of the web accounts", ["sign-in-open-to-guessing"]],
  ["A DDoS fills our line", ["boundary-open-to-floods"]],
  ["Ransomware deletes the orders and the backups", ["backups-fall-with-the-store"]],
  ["The treasurer approves her own refunds", []],
  ["", []],
])("%s", (sentence, rules) => {
  const found = matchIdea(sentence, threats, { names: new Map() }).map(({ threats: [first] }) => first.rule?.id);
  expect(found.slice(0, 1)).toEqual(rules);
});

test("threats of one rule are one proposal, and words count without endings and by meaning", () => {
  expect(matchIdea("guessing passwords", threats, { names: new Map() })[0]?.threats.map(({ target }) => target.id)).toEqual(["admin", "web"]);
  expect([stems("The passwords are guessed"), stems("A credential guess"), stems("Größte Städte")]).toEqual([stems("password guessing"), stems("passwords guesses"), ["grosst", "stadt"].map((word) => stems(word)[0])]);
});
