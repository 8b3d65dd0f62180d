import { expect, test } from "vitest";
import { similarTerms } from "./similar-terms.ts";

const terms = [
  { id: "human.administrator", also: ["operator"] }, { id: "human.customer" }, { id: "web.application.admin" },
  { id: "mail", also: ["email"] }, { id: "mail.sender" }, { id: "saas.mail" }, { id: "saas.payment", title: "Payment provider" },
  { id: "python.django" }, { id: "http" }, { id: "https" }, { id: "ftps" }, { id: "web.application", also: ["web app"] },
];

test.each([
  ["human.admin", ["human.administrator"]],
  ["Operator", ["human.administrator"]],
  ["email.provider", ["mail", "saas.mail", "mail.sender"]],
  ["django", ["python.django"]],
  ["web-app", ["web.application"]],
  ["web.aplication", ["web.application"]],
  ["htps", ["https", "ftps"]],
  ["payment.somebody", ["saas.payment"]],
  ["zzz", []],
])("%s", (word, expected) => {
  expect(similarTerms(word, terms)).toEqual(expected);
});
