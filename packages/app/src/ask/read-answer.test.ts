import { readModel } from "@merlon/core";
import type { Question } from "@merlon/schema";
import { expect, test } from "vitest";
import { openSession } from "../session.ts";
import { readAnswer } from "./read-answer.ts";

const { builtIn: { library } } = await openSession();
const { model } = readModel([{
  path: "model.yaml",
  text: "merlon: 1\nid: s\nscales: {integrity: cia-integrity}\ndata:\n  card: {title: Card number}\n  order: {}\nelements:\n  db: {kind: store}\n  web: {kind: process}\nflows:\n  f: {from: web, to: db}\n",
}], library);

function read(key: string, text: string, id = "f", answers: readonly string[] = []): unknown {
  const question = { key, target: { kind: "flow", id, title: id }, answers: answers.map((value) => ({ value, title: value.toUpperCase() })) } as unknown as Question; // the parts that are read
  const answer = readAnswer(question, text, { model, library });
  return "wrong" in answer ? `wrong: ${answer.wrong}` : answer.value;
}

test.each<[string, string, unknown]>([
  ["encryption-in-transit", "Y", "yes"],
  ["encryption-in-transit", "maybe", "wrong: There is no `maybe`; there are yes, no, unknown."],
  ["encryption-in-transit", "don't know", "unknown"],
  ["authentication", "Mutual TLS", "mutual-tls"],
  ["authentication", "no", "no"],
  ["authentication", "passwort", "wrong: There is no `passwort`; did you mean `password`?"],
  ["session-timeout", "30", 30],
  ["session-timeout", "-1", "wrong: That is a number of at least 0 and at most 525600."],
  ["carries", "card, Card number, order", ["card", "order"]],
  ["carries", "none", []],
  ["carries", "cart", "wrong: There is no `cart`; did you mean `card`?"],
  ["protocol", "HTTPS", "https"],
  ["protocol", "mtls", "tls.mutual"],
  ["protocol", "htps", "wrong: There is no `htps`; did you mean `https`?"],
  ["protocol", "acme.wire", "acme.wire"],
  ["technology", "nodejs, PostgreSQL", ["nodejs", "postgres"]],
  ["port", "443", 443],
  ["port", "99999", "wrong: That is a number of at least 0 and at most 65535."],
  ["levels", "secret, integrity: critical", { confidentiality: "secret", integrity: "critical" }],
  ["levels", "huge", expect.stringMatching(/^wrong: /)],
  ["opens", "db: write, web=invoke", [{ at: "db", as: "write" }, { at: "web", as: "invoke" }]],
  ["opens", "db", "wrong: What does it open db for? Write `db: read|invoke|write|deploy|administer`."],
  ["opens", "bd: write", "wrong: There is no `bd`; did you mean `db`?"],
  ["personal", "no", "no"],
])("%s answered with %s", (key, text, expected) => {
  expect(read(key, text)).toEqual(expected);
});

test("types are those of the element's kind, levels those of the question", () => {
  expect([read("type", "PostgreSQL", "db"), read("type", "web.application", "web"), read("trust", "INTERNAL", "f", ["untrusted", "internal"]), read("trust", "intern", "f", ["untrusted", "internal"])]).toEqual([
    "datastore.sql.postgres", "web.application", "internal", "wrong: There is no `intern`; did you mean `internal`?",
  ]);
});
