import { describe, expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { personalPatterns, secretPatterns } from "./sensitive-patterns.ts";

function problems(text: string): readonly string[] {
  return readModel([{ path: "model.yaml", text: `merlon: 1\nid: shop\n${text}` }], testingLibrary).diagnostics
    .map(({ code, where, message }) => `${code} ${where?.line}:${where?.column} ${where?.path ?? ""} ${/\(([^)]*)\)|`([^`]*)`/.exec(message)?.[0] ?? message}`);
}
/** Split so that no scanner of this repository takes the samples for real ones. */
function joined(...parts: string[]): string {
  return parts.join("");
}

describe("[MOD-14] secrets, anywhere in the file, comments included", () => {
  test.each([
    ["private key", joined("-----BEGIN RSA PRI", "VATE KEY-----")], ["AWS access key", joined("AKIA", "ABCDEFGHIJKLMNOP")],
    ["GitHub token", joined("ghp", "_", "a1".repeat(20))], ["Slack token", joined("xo", "xb-", "1234567890-abcdef")],
    ["Google API key", joined("AI", "za", "a1b2c".repeat(7))], ["Stripe key", joined("sk", "_live_", "a1".repeat(12))],
    ["signed web token", joined("ey", "JhbGciOiJIUzI1NiJ9", ".ey", "JzdWIiOiIxMjM0NTY3", ".c2lnbmF0dXJlLW9mLXRva2Vu")],
    ["password in an address", joined("postgres://app:", "s3cr3t", "@db/orders")], ["password", joined("pass", "word=", "Tr0ub4dor")],
  ])("%s", (kind, sample) => {
    expect(problems(`description: "See ${sample} here."\n# ${sample}\n`).map((p) => p.slice(0, 5))).toEqual(["C1060", "C1060"]);
    expect(problems(`title: "${sample}"\n`)).toEqual([`C1060 3:${9} title (${kind})`]);
  });
  test("talking about secrets is fine", () => {
    expect(problems("description: \"The password: rotated every month. Passwords in postgres://app@db or https://$USER:$PASSWORD@db. api-key = required. AKIA keys.\"\n")).toEqual([]);
  });
});

describe("[MOD-14] personal values", () => {
  test("addresses are fine where people are named, and where they belong to nobody", () => {
    expect(problems("owners: [ann@shop.io]\ntitle: \"mail to ann@shop.io or help@example.org\"\nthreats:\n  t: {title: T, by: bob@shop.io, description: from bob@shop.io}\nlinks: [{url: \"ssh://git@host/x\"}]\n")).toEqual([
      "C1061 4:17 title (e-mail address)", "C1061 6:52 threats.t.description (e-mail address)",
    ]);
  });
  test("card numbers pass Luhn, bank accounts their check", () => {
    expect(problems("description: >\n  4111 1111 1111 1111, 4111-1111-1111-1112, 3782 822463 10005, DE89 3704 0044 0532 0130 00,\n  DE88 3704 0044 0532 0130 00, sha256:4111111111111111aa, 1234567812345678\n")).toEqual([
      "C1061 4:3 description (payment card number)", "C1061 4:45 description (payment card number)", "C1061 4:64 description (bank account number)",
    ]);
  });
});

test("vulnerability ids, except as the reference of evidence", () => {
  expect(problems("# CVE-2021-1\ndescription: CVE-2021-44228\nevidence:\n  e: {kind: sca, ref: {uri: \"https://scan/CVE-2021-44228\"}, title: CVE-2021-44228}\n")).toEqual([
    "C1062 4:14 description `CVE-2021-44228`", "C1062 6:68 evidence.e.title `CVE-2021-44228`",
  ]);
});

test("no pattern takes more than linear time", () => {
  const pieces = ["a", "eyJ-", "eyJaaaaaaaaaaaaaaaaaaaa.", "a@", "a.", "a://b:", "4111 ", "DE89 ", "ghp_", "password=", "-----BEGIN ", "xoxb-a-"];
  const slow = pieces.flatMap((piece) => [...secretPatterns, ...personalPatterns].map(({ kind, pattern }) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const start = process.hrtime.bigint();
    [...text.matchAll(pattern)].length.toString();
    return { kind, piece, ms: Number((process.hrtime.bigint() - start) / 1_000_000n) };
  })).filter(({ ms }) => ms > 2_000);
  expect(slow).toEqual([]);
});
