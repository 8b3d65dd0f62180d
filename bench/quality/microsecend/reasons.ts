// Why items or variants differ from the labels, found by reading the cases one by one.

export const reasons: readonly string[] = [
  "R13: flows from GitHub carry `Protocol: HTTPS`, and the labels call them unencrypted all the same. We take HTTPS for encrypted (label questionable).",
  "R02 and R03: rohitghatol's `api_gateway` and koushikkothagal's `movie_catalog_service` are annotated with what they are blamed for not having (label questionable).",
  "R06, R07, R14, R15: databases count as services in the labels of mudigal, and do not in those of anilallewar. Here they do not: a rule of core asks about flows into stores (rule differs). mudigal's flows to `rabbit` carry a user name and a password, so they are authenticated here.",
  "R15: the labels blame brokers and log servers that write no log, and variants 10 add both without one and are meant to satisfy the rule. Here neither has to send its log to itself (rule differs).",
  "R21: which flows are blamed with a service varies: between two services that are shown, in anilallewar and ewolff but not in petclinic; and everything, the dashboard included, in fernandoabcampos (label questionable).",
  "apssouza22: `todo_infra` and `admin -> user_service` are missing from lists that name everything else, `oauth` stands among flows and the external `logstash` among services (label questionable). In mudigal two flows were written as one, `web_application -> api_gateway -> scope`.",
  "R18: ewolff's label names the flows that leave the service, those of other applications also those that reach it.",
  "rohitghatol variant 11: `auth_server` logs, and the variant gives it no sanitization. koushikkothagal variant 10: the dashboard that it adds writes no log.",
];
