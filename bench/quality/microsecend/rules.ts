// The data set's verdicts and our rules, row by row; and which verdicts each kind of variant is meant to satisfy.

/** The 25 verdicts that the data set gives per application, and the rule of the pack that gives each here. */
export const rulesByVerdict: Readonly<Record<string, string>> = {
  R01: "several-entry-points",
  R02: "entry-point-without-circuit-breaker",
  R03: "entry-point-without-load-balancing",
  R04: "entry-point-without-authorization",
  R05: "entry-point-without-authentication",
  R06: "service-call-not-authorized",
  R07: "service-call-not-authenticated",
  R08: "no-single-authorization-service",
  R09: "no-single-authentication-service",
  R10: "authorization-mixed-with-other-work",
  R11: "authentication-mixed-with-other-work",
  R12: "sign-in-attempts-not-limited",
  R13: "outside-connection-not-encrypted",
  R14: "service-call-not-encrypted",
  R15: "service-writes-no-log",
  R16: "no-single-central-log",
  R17: "no-message-broker",
  R18: "log-writer-without-broker",
  R19: "log-writer-bypasses-broker",
  R20: "no-monitoring-dashboard",
  R21: "service-not-on-dashboard",
  R22: "logs-not-sanitized",
  R23: "no-single-service-registry",
  R24: "registry-accepts-any-service",
  R25: "no-single-secret-store",
};

/**
 * A variant's number counts by the data set's own list of 17 rules (1 to 14 and 16 to 18), each of which asks for several things at once.
 * Here stands what of that a verdict asks for; 1 (one gate that does everything), 4 (internal identities), 5 (token validation) and 13 (breaker at the proxy) have none.
 */
export const meantByVariant: Readonly<Record<number, readonly string[]>> = {
  1: [],
  2: ["R06", "R07"],
  3: ["R08", "R09", "R10", "R11"],
  4: [],
  5: [],
  6: ["R12"],
  7: ["R13"],
  8: ["R14"],
  9: ["R16", "R20"],
  10: ["R15"],
  11: ["R22"],
  12: ["R17", "R18"],
  13: [],
  14: ["R03"],
  16: ["R23"],
  17: ["R24"],
  18: ["R25"],
};

/** The half that the rules were written with; every other application was only looked at as a score. */
export const developedWith: ReadonlySet<string> = new Set([
  "anilallewar_microservices-basics-spring-boot", "ewolff_microservice", "georgwittberger_apache-spring-boot-microservice-example",
  "mdeket_spring-cloud-movie-recommendation", "rohitghatol_spring-boot-microservices", "spring-petclinic_spring-petclinic-microservices",
]);
