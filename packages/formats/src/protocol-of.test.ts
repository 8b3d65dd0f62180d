import { expect, test } from "vitest";
import { builtInLibrary } from "@merlon/testkit";
import { isHttpEither, protocolNamed, protocolOf, protocolTexts } from "./protocol-of.ts";

test("every text leads to a protocol that the library has", () => {
  const known = new Set(builtInLibrary().protocols.map((protocol) => protocol.id));
  expect(protocolTexts().filter((text) => !known.has(protocolOf(text) ?? ""))).toEqual([]);
});

test("spelling and versions do not matter; what could mean two things is left alone", () => {
  expect(["HTTPS", " TLS 1.2 ", "TLSv1.3", "PostgreSQL", "Mutual TLS", "HTTP/S", "UPnP", ""].map(protocolOf)).toEqual(["https", "tls", "tls", "postgres", "tls.mutual", undefined, undefined, undefined]);
  expect(["HTTP/S", "http(s)", "HTTP or HTTPS", "https"].map(isHttpEither)).toEqual([true, true, true, false]);
});

test("a flow's name counts only when all of it is a protocol and nothing else", () => {
  expect(["HTTPS", "ssh", "Redis", "HTTPS request", "SQL"].map(protocolNamed)).toEqual(["https", "ssh", undefined, undefined, undefined]);
});
