// Parties that get personal data and are not among its stated recipients.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { createFactBase } from "./create-fact-base.ts";
import { wordsOf } from "./fact-words.ts";
import { subjectById } from "./subject-by-id.ts";

function unlisted(carrier: string, data: string, flow: string): string {
  const { model, library } = given(`
data: {address: ${data}}
elements: {shop: {kind: process}, carrier: ${carrier}}
flows: {send: {from: shop, to: carrier, ${flow}}}
`);
  const base = createFactBase(model, library);
  return wordsOf(base.fact(subjectById("send", base)!, "unlisted-recipient"));
}

const LISTED = "{personal: {recipients: [Post]}}";
const SENT = "carries: [address], response: []";

test.each([
  ["an unnamed supplier", "{kind: external, actor: supplier}", LISTED, SENT, "yes"],
  ["a supplier named by title", "{kind: external, actor: supplier, title: Post}", LISTED, SENT, "no"],
  ["a supplier named by id", "{kind: external, actor: supplier}", "{personal: {recipients: [carrier]}}", SENT, "no"],
  ["a supplier named by an earlier id", "{kind: external, actor: supplier, formerly: [mail]}", "{personal: {recipients: [mail]}}", SENT, "no"],
  ["the answer to a partner", "{kind: external, actor: partner}", LISTED, "carries: [], response: [address]", "no"],
  ["the person", "{kind: external, actor: customer}", LISTED, SENT, "no"],
  ["a system of ours", "{kind: process}", LISTED, SENT, "no"],
  ["nobody named at all", "{kind: external, actor: supplier}", "{personal: yes}", SENT, "no"],
  ["who it is, is not stated", "{kind: external}", LISTED, SENT, "unknown"],
  ["what is sent, is not stated", "{kind: external, actor: supplier}", LISTED, "response: []", "unknown"],
])("[FCT-15] %s: unlisted %s", (_, carrier, data, flow, expected) => {
  expect(unlisted(carrier, data, flow)).toBe(expected);
});
