// Both forms of the format on small diagrams: what becomes of elements, flows and annotations, and what is told as a loss.
import { expect, test } from "vitest";
import { readModel } from "@merlon/core";
import type { ModelDocument } from "@merlon/schema";
import { builtInLibrary } from "@merlon/testkit";
import { detectFormat } from "../detect-format.ts";
import type { ReadResult } from "../format.ts";
import { readMicrosecend } from "./read-microsecend.ts";

const no = (annotation: string) => ({ value: "no", source: "imported", ref: `microsecend: no ${annotation}` });
const yes = (annotation: string) => ({ value: "yes", source: "imported", ref: `microsecend: ${annotation}` });

function json(services: readonly object[], flows: readonly object[] = [], externals: readonly object[] = []): string {
  return JSON.stringify({ services, external_entities: externals, information_flows: flows });
}

function entry(name: string, stereotypes: readonly string[] = [], values: Readonly<Record<string, unknown>> = {}): object {
  return { name, stereotypes, tagged_values: values };
}

function flow(sender: string, receiver: string, stereotypes: readonly string[] = [], values: Readonly<Record<string, string>> = {}): object {
  return { sender, receiver, stereotypes, tagged_values: values };
}

function read(text: string, previous?: ModelDocument): ReadResult & { readonly document: ModelDocument } {
  const result = readMicrosecend(text, { path: "shop.json", ...(previous ? { previous } : {}) });
  if (result.document === undefined) throw new Error("No document.");
  return { ...result, document: result.document };
}

/** The value of a characteristic in its long form. */
function valueOf(object: object, key: string): unknown {
  return new Map<string, { readonly value?: unknown }>(Object.entries(object)).get(key)?.value;
}

test("[IMP-5] a service without an annotation does not have what it stands for, and the value says so", () => {
  expect(read(json([entry("user_service", ["internal", "local_logging"])])).document.elements).toEqual({
    "user-service": {
      "kind": "process", "type": "service", "title": "user_service",
      "microsecend.entry-point": no("flow from a user"), "authentication": no("authentication"), "authorization": no("authorization"),
      "sign-in-throttling": no("login_attempts_regulation"), "log-redaction": no("log_sanitization"), "microsecend.local-logging": yes("local_logging"),
      "microsecend.circuit-breaker": no("circuit_breaker"), "microsecend.load-balancing": no("load_balancer"), "microsecend.business-functionality": yes("internal"),
      "microsecend.duties": { value: [], source: "imported", ref: "microsecend: none annotated" },
      "sources": [{ system: "microsecend", id: "user_service" }],
    },
  });
});

test("several duties stand beside the one type, and products make types more special", () => {
  const { document } = read(json([
    entry("portal", ["gateway", "monitoring_dashboard", "entrypoint"]), entry("auth", ["authorization_server", "resource_server", "plaintext_credentials"]),
    entry("bus", ["message_broker"], { "Message Broker": "Kafka" }), entry("db", ["database"], { Database: "MySQL" }), entry("thing"),
  ], [], [entry("user", ["user_stereotype"]), entry("logs", ["logging_server"]), entry("other")]));
  const short = Object.entries(document.elements ?? {}).map(([id, { kind, type, ...rest }]) => [id, kind, type, valueOf(rest, "microsecend.duties")]);
  expect(short).toEqual([
    ["auth", "process", "identity.provider", ["authentication", "authorization"]], ["bus", "store", "queue.kafka", ["message-broker"]], ["db", "store", "datastore.sql.mysql", []],
    ["logs", "external", "log", undefined], ["other", "external", "external", undefined], ["portal", "process", "api.gateway", ["dashboard"]],
    ["thing", "process", "service", []], ["user", "external", "human", undefined],
  ]);
  expect(document.elements?.["auth"]).toMatchObject({ "secret-storage": { value: "source-code" }, "microsecend.business-functionality": yes("resource_server") });
});

test("[IMP-5] flows: what is not annotated is not so, unless the protocol says otherwise", () => {
  const { document } = read(json([entry("a"), entry("b")], [
    flow("a", "b", ["restful_http"]), flow("b", "a", ["restful_http", "encrypted_connection", "authenticated_request", "circuit_breaker_link"]),
    flow("a", "a", ["restful_http"], { Protocol: "HTTPS" }), flow("b", "b", ["jdbc", "plaintext_credentials_link"]),
  ]));
  const plain = Object.fromEntries(Object.entries(document.flows ?? {}).map(([id, { sources: _, ...value }]) => [id, value]));
  expect(plain).toEqual({
    "a-to-b": { from: "a", to: "b", protocol: "http", "encryption-in-transit": no("encrypted_connection"), authentication: no("authenticated"), authorization: no("authorized") },
    "b-to-a": { from: "b", to: "a", protocol: "https", "encryption-in-transit": yes("encrypted_connection"), authentication: yes("authenticated_request"), authorization: yes("authenticated_request"), timeouts: yes("circuit_breaker_link") },
    "a-to-a": { from: "a", to: "a", protocol: "https", "encryption-in-transit": yes("Protocol: HTTPS"), authentication: no("authenticated"), authorization: no("authorized") },
    "b-to-b": { from: "b", to: "b", protocol: "jdbc", "encryption-in-transit": no("encrypted_connection"), authentication: { value: "password", source: "imported", ref: "microsecend: plaintext_credentials_link" }, authorization: no("authorized") },
  });
});

test("entry points are those that are marked; where nothing is marked, those that users call", () => {
  const points = (services: readonly object[]) => Object.entries(read(json(services, [flow("user", "a")], [entry("user", ["user_stereotype"])])).document.elements ?? {})
    .flatMap(([id, element]) => (valueOf(element, "microsecend.entry-point") === "yes" ? [id] : []));
  expect(points([entry("a"), entry("b")])).toEqual(["a"]);
  expect(points([entry("a"), entry("b", ["entrypoint"])])).toEqual(["b"]);
});

test("[IMP-1] annotations without a counterpart are kept and listed; passwords and account names are dropped unseen", () => {
  const { document, losses } = read(json([entry("db", ["database", "tokenstore", "plaintext_credentials"], { "Port": 3306, "'Username'": "root", " 'Password'": "\"hunter2\"" })]));
  expect(document.elements?.["db"]).toMatchObject({ "x-microsecend": { stereotypes: ["tokenstore", "plaintext_credentials"], values: { Port: 3306 } } });
  expect(JSON.stringify([document, losses])).not.toMatch(/root|hunter2/);
  expect(losses.map(({ kind, at, what }) => [kind, at, what])).toEqual([
    ["dropped", "/services/0/tagged_values/'Username'", "the value of `Username`"], ["dropped", "/services/0/tagged_values/ 'Password'", "the value of `Password`"],
    ["defaulted", "", "the model's title and id"], ["defaulted", "", "the model uses the pack `microsecend` besides the usual ones"],
    ["kept", "/services/0/stereotypes", "the annotation `tokenstore`"], ["kept", "/services/0/stereotypes", "the annotation `plaintext_credentials`"], ["kept", "/services/0/tagged_values/Port", "`Port`"],
  ]);
});

test("entries that say the same twice, have no name or lead nowhere are told and left out", () => {
  const { document, diagnostics, losses } = read(json([entry("a"), entry("a"), { stereotypes: [] }, entry("b")], [flow("a", "b"), flow("a", "b"), flow("a", "b", ["jdbc"]), flow("a", "nobody")]));
  expect([Object.keys(document.elements ?? {}), Object.keys(document.flows ?? {}).length]).toEqual([["a", "b"], 2]);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "F2006 The id `a` is used more than once for services.", "F2005 The receiver of an information flow refers to `nobody`, which does not exist in the file.",
  ]);
  expect(losses.filter(({ kind }) => kind === "dropped").map(({ what }) => what)).toEqual(["`a`, once more", "an entry of `services`", "the flow a -> b, once more", "an information flow"]);
});

const notation = `@startuml
skinparam monochrome true
digraph dfd2{
    node[shape=record]
        gate [label = "{Process: gate | --gateway--\\n--infrastructural--n--local_logging--\\nGateway: Zuul\\nEndpoints: ['/a/\\{id\\}']\\n}" shape = Mrecord];
        db [label = "|{Service: db | --database--\\nDatabase: MySQL\\n}" shape = Mrecord]
        user [label = "{External Entity: user | --user_stereotype--\\n--entrypoint--\\n}"];
        user -> gate [label = " --restful_http--\\n--encrypted_connection--"]
        gate -> nobody
        what is this
}
@enduml
`;

test("the text notation is read into the same, with problems at its lines", () => {
  const { document, diagnostics, losses } = read(notation);
  const inJson = json(
    [entry("gate", ["gateway", "infrastructural", "local_logging"], { Gateway: "Zuul", Endpoints: "['/a/{id}']" }), entry("db", ["database"], { Database: "MySQL" })],
    [flow("user", "gate", ["restful_http", "encrypted_connection"])], [entry("user", ["user_stereotype", "entrypoint"])],
  );
  expect(document).toEqual(read(inJson).document);
  expect(diagnostics.map(({ code, where }) => [code, where?.line])).toEqual([["F2070", 10], ["F2005", 9]]);
  expect(losses[0]).toEqual({ kind: "dropped", at: "line 10", what: "what is this", why: "It is neither an entry nor a flow." });
  expect([notation, inJson].map((text) => detectFormat("file", text).format?.id)).toEqual(["microsecend", "microsecend"]);
});

test("[IMP-3] a second import of what was reordered and extended gives the same ids", () => {
  const first = read(json([entry("shop-a"), entry("shop a")], [flow("shop a", "shop-a")])).document;
  const again = read(json([entry("new"), entry("shop a"), entry("shop-a")], [flow("new", "shop a"), flow("shop a", "shop-a")]), first).document;
  const idsOf = ({ elements, flows }: ModelDocument) => Object.fromEntries([...Object.entries(elements ?? {}), ...Object.entries(flows ?? {})].map(([id, { sources }]) => [sources?.[0]?.id, id]));
  expect(idsOf(again)).toMatchObject(idsOf(first));
});

test("the model has no problems of its own, with the pack's vocabulary", () => {
  const { diagnostics } = readModel([{ path: "model.json", text: JSON.stringify(read(notation).document) }], builtInLibrary());
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
});
