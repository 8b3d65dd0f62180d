import { describe, expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";

function problems(text: string): readonly string[] {
  return readModel([{ path: "model.yaml", text: `merlon: 1\nid: shop\n${text}` }], testingLibrary).diagnostics
    .map(({ code, where, message, hint }) => `${code} ${where?.line}:${where?.column} ${message}${hint?.startsWith("Did") === true ? ` ${hint}` : ""}`);
}

describe("[ID-4] references", () => {
  test("every reference field is followed, each dangling id reported once at its place", () => {
    expect(problems(`data:
  d: {part-of: no1, derived-from: [{data: no2, by: hashed}], credential: {opens: [{at: no3, as: read}]}}
boundaries:
  b: {type: network, in: no4, policy: {in: listed, flows: [no5]}}
elements:
  e: {kind: process, in: no6, holds: [no7, d], handles: [no8], part-of: no9}
flows:
  f: {from: no10, to: no11, carries: [no12], response: [no13], via: [no14]}
controls:
  c: {type: tls, at: [f, no15], state: planned, mitigates: [no16, some-rule@no17], introduces: [no18], evidence: [no19]}
assumptions:
  a: {text: T., about: [no20], evidence: [no21], facts: {no22.rate-limiting: yes}}
threats:
  t: {title: T, at: [no23]}
risks:
  r: {title: R, at: [no24], from: [no25, t], leads-to: [no26]}
evidence:
  v: {kind: test, ref: {uri: x}, about: [no27]}
decisions:
  t: {state: open, because: [no28]}
  gone@no-longer-here: {state: accept}
views:
  w: {shows: "data:no29", collapsed: [no30], positions: {no31: {x: 1, y: 2}}}
imports:
  i: {model: other, as: no32}
`).map((problem) => /names `(no\d+)`/.exec(problem)?.[1] ?? problem)).toEqual([...Array.from({ length: 31 }, (_, index) => `no${index + 1}`), "no32"]);
  });
  test("the nearest id, or the new one of an old id, is offered", () => {
    expect(problems("elements:\n  shopper: {kind: external}\n  web: {kind: process, formerly: [api]}\nflows:\n  a: {from: shoper, to: web}\n  b: {from: shopper, to: api}\n")).toEqual([
      "C1040 7:13 `from` in flow `a` names `shoper`, but there is no element of that id. Did you mean `shopper`?",
      "C1040 8:26 `to` in flow `b` names `api`, but there is no element of that id. Did you mean `web`?",
    ]);
  });
  test("the wrong kind of object", () => {
    expect(problems("data:\n  card: {}\nelements:\n  web: {kind: process, in: card}\nimports:\n  other: {model: other, as: web}\n")).toEqual([
      "C1041 6:28 `in` in element `web` names `card`, which is data; it takes a boundary.",
      "C1041 8:29 `as` in import `other` names `web`, which is a process; it takes an external element.",
    ]);
  });
  test("what points at a broken object is not reported again", () => {
    expect(problems("elements:\n  web: {kind: proces}\n  db: {kind: store}\nflows:\n  f: {from: web, to: db}\n").map((p) => p.slice(0, 5))).toEqual(["C1023"]);
  });
});

describe("[ID-5] containment", () => {
  test("cycles are named once, from their smallest id", () => {
    expect(problems(`boundaries:
  c: {type: network, in: a}
  a: {type: network, in: b}
  b: {type: network, in: c}
  d: {type: network, in: c}
elements:
  x: {kind: process, part-of: x}
data:
  p: {part-of: q}
  q: {part-of: p}
  r: {derived-from: [{data: s, by: hashed}]}
  s: {derived-from: [{data: p, by: hashed}, {data: r, by: encrypted}]}
`)).toEqual([
      "C1042 5:22 Boundary `a` contains itself by `in`: `a` → `b` → `c` → `a`.",
      "C1042 9:22 Element `x` contains itself by `part-of`: `x` → `x`.",
      "C1042 11:7 Data `p` contains itself by `part-of`: `p` → `q` → `p`.",
      "C1042 13:7 Data `r` contains itself by `derived-from`: `r` → `s` → `r`.",
    ]);
  });
  test("[MOD-2] one boundary per type, an outer one of another type is fine", () => {
    expect(problems("boundaries:\n  a: {type: network}\n  b: {type: network, in: a}\n  h: {type: host}\nelements:\n  x: {kind: process, in: [b, h]}\n  y: {kind: process, in: [h, a, b]}\n")).toEqual([
      "C1043 9:22 Element `y` is in `a` and in `b`, which are both of type network.",
    ]);
  });
});

test("[MOD-8] [FCT-2] crossing policies: listed by flow or by protocol, none, both directions, and what a flow goes through; a protocol that nobody stated is not noted", () => {
  expect(problems(`boundaries:
  vault: {type: network, policy: {in: listed, out: none, flows: [named], protocols: [https]}}
elements:
  a: {kind: process}
  b: {kind: process, in: vault}
  c: {kind: process, in: vault}
flows:
  named: {from: a, to: b}
  secure: {from: a, to: b, protocol: https}
  other: {from: a, to: b, protocol: http}
  out: {from: b, to: a, protocol: https}
  inside: {from: b, to: c}
  unsaid: {from: a, to: b}
  through: {from: a, to: a, via: [b], protocol: https}
`).filter((problem) => problem.startsWith("C1044"))).toEqual([
    "C1044 12:3 Flow `other` goes into boundary `vault`, whose policy allows only listed flows and protocols.",
    "C1044 13:3 Flow `out` goes out of boundary `vault`, whose policy allows no crossing in that direction.",
    "C1044 16:3 Flow `through` goes out of boundary `vault`, whose policy allows no crossing in that direction.",
  ]);
});

test("a flow from an element to itself", () => {
  expect(problems("elements:\n  a: {kind: process}\nflows:\n  f: {from: a, to: a}\n")).toEqual(["C1046 6:20 Flow `f` goes from `a` to itself."]);
});

test("[VAL-10] catalogue words with their nearest, and what does not fit", () => {
  expect(problems(`data:
  c: {kind: user.finacial.card}
boundaries:
  b: {type: network, policy: {in: listed, protocols: [htps]}}
elements:
  a: {kind: process, type: datastore.sql, technology: [nodjs], encryption-at-rest: yes}
  z: {kind: process}
flows:
  f: {from: a, to: z, protocol: hppts}
controls:
  k: {type: tls, at: a, state: planned}
  l: {type: tlss, at: f, state: planned}
`)).toEqual([
    "C1050 4:13 `user.finacial.card` in data `c` is not a known kind of data, so rules know nothing about it. Did you mean `user.financial.card`?",
    "C1050 6:55 `htps` in boundary `b` is not a known protocol, so rules know nothing about it. Did you mean `https`?",
    "C1054 8:28 `datastore.sql` of element `a` is made for store, but this is a process.",
    "C1050 8:56 `nodjs` in element `a` is not a known technology, so rules know nothing about it. Did you mean `nodejs`?",
    "C1054 8:64 `encryption-at-rest` of element `a` is made for store, but this is a process.",
    "C1050 11:33 `hppts` in flow `f` is not a known protocol, so rules know nothing about it. Did you mean `https`?",
    "C1054 13:22 `tls` of control `k` is made for flow or boundary, but this is an element.",
    "C1050 14:13 `tlss` in control `l` is not a known control type, so rules know nothing about it. Did you mean `tls`?",
  ]);
});

test("[VAL-9] characteristic values: wrong words, wrong forms, packs not loaded, the long form", () => {
  expect(problems(`boundaries:
  b: {type: network, inside: {rate-limitin: yes, authentication: pasword}}
elements:
  a: {kind: process, input-validation: maybe, authentication: [session], logged-events: [sign-in, chnges], acme.tokenised: unknown, acme.tokenized: yes}
  c: {kind: process, rate-limiting: {value: perhaps, source: rumour, at: today, wher: x}}
flows:
  f: {from: a, to: c, key-length: 20000}
assumptions:
  s: {text: T., facts: {a.encryption-in-transit: yes, a.rate-limiting: 3}}
`)).toEqual([
    "C1020 4:31 There is no key `rate-limitin` in boundary `b` › inside. Did you mean `rate-limiting`?",
    "C1053 4:66 `pasword` is not a value of `authentication` in boundary `b` › inside; it takes `password`, `session`, `certificate`, `yes` or `no`. Did you mean `password`?",
    "C1053 6:40 `maybe` is not a value of `input-validation` in element `a`; it takes `yes` or `no`.",
    "C1053 6:63 `a list` is not a value of `authentication` in element `a`; it takes `password`, `session`, `certificate`, `yes` or `no`.",
    "C1053 6:89 `chnges` is not a value of `logged-events` in element `a`; it takes a list of sign-in, changes or `no`. Did you mean `changes`?",
    "C1051 6:133 No loaded pack declares the characteristic `acme.tokenized` in element `a`. Did you mean `acme.tokenised`?",
    "C1053 7:45 `perhaps` is not a value of `rate-limiting` in element `c`; it takes `yes` or `no`.",
    "C1023 7:62 `rumour` is not a value of `source` in element `c` › rate-limiting; it takes `declared`, `assumed`, `imported`, `iac`, `sbom`, `api`, `observed`, `runtime`, `scan` or `test`.",
    "C1025 7:74 `today` is not in the form that `at` in element `c` › rate-limiting takes (a calendar day such as 2026-11-01).",
    "C1020 7:81 There is no key `wher` in element `c` › rate-limiting.",
    "C1053 9:35 `20000` is not a value of `key-length` in flow `f`; it takes a number from 0 to 16384.",
    "C1051 11:25 No loaded pack declares the characteristic `encryption-in-transit` in assumption `s`.",
    "C1053 11:55 `3` is not a value of `rate-limiting` in assumption `s`; it takes `yes` or `no`.",
  ]);
});

describe("scales and levels", () => {
  test("[SCL-1] [SCL-5] levels off the scale, scales that do not exist or cannot be used", () => {
    expect(problems(`scales:
  trust: [outside, inside]
  importance: [a, b]
  integrity: fips-200
  impact: {protects: availability, levels: [low, high], class: {low: high, high: low}}
data:
  d: {levels: {confidentiality: secrt, privacy: high, secrecy: high, importance: a}}
boundaries:
  b: {type: network, trust: internal}
  c: {type: network, trust: unknown}
`)).toEqual([
      "C1057 5:3 The scale `importance` cannot be used: it does not say which property it protects.",
      "C1057 6:3 The scale `integrity` cannot be used: there is no preset `fips-200`. Did you mean `fips-199`?",
      "C1057 7:3 The scale `impact` cannot be used: the class of `high` is below that of a lesser level.",
      "C1055 9:33 `secrt` in data `d` is not a level of the scale `confidentiality`; it has `public`, `internal`, `confidential` or `secret`. Did you mean `secret`?",
      "C1056 9:55 `secrecy` in data `d` is not a scale of this model.",
      "C1055 11:29 `internal` in boundary `b` is not a level of the scale `trust`; it has `outside` or `inside`.",
    ]);
  });
  test("[SCL-2] absent classes spread evenly between the stated ones", () => {
    const { model } = readModel([{ path: "m.yaml", text: "merlon: 1\nid: a\nscales:\n  confidentiality: [a, b, c, d, e]\n  integrity: [x, y]\n  impact: {protects: safety, levels: [p, q, r, s], class: {r: low}}\n  privacy: fips-199\n" }], testingLibrary);
    expect(Object.fromEntries([...model.scales.values()].map(({ id, protects, classes }) => [id, [protects, Object.values(classes).join(" ")]]))).toEqual({
      confidentiality: ["confidentiality", "none low moderate moderate high"], impact: ["safety", "none low low high"], integrity: ["integrity", "none high"],
      privacy: ["privacy", "low moderate high"], trust: [undefined, ""],
    });
  });
});

test("[ID-3] old ids", () => {
  expect(problems("elements:\n  a: {kind: process, formerly: [b, old]}\n  b: {kind: process, formerly: [older]}\nflows:\n  f: {from: a, to: b, formerly: [old]}\n")).toEqual([
    "C1031 4:22 Element `a` says that it was `b` before, but element `b` has that id now.",
    "C1032 7:23 Both flow `f` and element `a` say that they were `old` before.",
  ]);
});

test("decision keys", () => {
  expect(problems("threats:\n  stolen-laptop: {title: T}\ndecisions:\n  S@web: {state: open}\n  some-rule@web+card: {state: open}\n  stolen-laptop: {state: open}\n  stolen-labtop: {state: open}\n  all-low: {state: accept, match: {severity: low}}\n  X@web: {state: open}\n  \"some rule\": {state: open}\n")).toEqual([
    "C1080 9:3 `stolen-labtop` is no threat id, no human threat and no cell. Did you mean `stolen-laptop`?",
    "C1080 11:3 `X@web` is no threat id, no human threat and no cell.",
    "C1080 12:3 `some rule` is no threat id, no human threat and no cell.",
  ]);
});

test("internet-facing against what is drawn", () => {
  expect(problems(`boundaries:
  internet: {type: network, trust: untrusted}
  inner: {type: network, trust: internal}
elements:
  visitor: {kind: external, in: internet}
  partner: {kind: external, in: inner}
  a: {kind: process, in: inner, internet-facing: yes}
  b: {kind: process, in: inner, internet-facing: no}
  c: {kind: process, in: inner, internet-facing: yes}
  behind: {kind: process, in: inner, internet-facing: yes}
  d: {kind: process, in: inner, internet-facing: no}
flows:
  vb: {from: visitor, to: b}
  pc: {from: partner, to: c}
  cb: {from: c, to: behind}
  ad: {from: a, to: d}
`)).toEqual([
    "C1070 9:33 Element `a` is said to be internet-facing, but no path from outside is drawn to it.",
    "C1071 10:33 Element `b` is said not to be internet-facing, but `vb` comes from element `visitor` in `internet`; the drawn path counts.",
  ]);
});
