// What a component is, guessed from its free type text. The words are looked up in order and the first that occurs decides; a text that tells nothing is a process.
import type { ElementKind } from "@merlon/schema";

export interface KindGuess {
  readonly kind: ElementKind;
  readonly type?: string;
  /** The word that decided; absent when none did. */
  readonly word?: string;
}

/** Kind, type of the library, and the words that tell it (lower case, parts divided by one space). */
type Row = readonly [kind: ElementKind, type: string, words: readonly string[]];

const rows: readonly Row[] = [
  ["external", "web.browser", ["browser"]],
  ["external", "human.customer", ["customer", "end user"]],
  ["external", "human.administrator", ["administrator"]],
  ["external", "human", ["user", "actor", "person", "human"]],
  ["external", "mobile.app", ["android", "ios", "mobile", "smartphone"]],
  ["external", "client", ["client"]],
  ["external", "external", ["third party", "thirdparty", "external", "partner", "supplier"]],
  ["external", "saas", ["saas"]],
  ["process", "api.gateway", ["api gateway"]],
  ["process", "proxy.load-balancer", ["load balancer", "elb", "alb", "nlb"]],
  ["process", "proxy.waf", ["waf", "web application firewall"]],
  ["process", "proxy.firewall", ["firewall"]],
  ["process", "proxy.vpn", ["vpn"]],
  ["process", "proxy.bastion", ["bastion"]],
  ["process", "cdn", ["cloudfront", "cdn"]],
  ["process", "dns", ["dns", "route53", "route 53"]],
  ["process", "function", ["lambda", "function"]],
  ["process", "identity.provider", ["cognito", "identity provider", "active directory b2c", "entra id"]],
  ["process", "monitoring", ["cloudwatch", "monitoring"]],
  ["process", "host.container-platform", ["kubernetes", "eks", "aks", "gke"]],
  ["process", "host.container", ["container", "ecs", "fargate", "docker", "pod"]],
  ["store", "datastore.sql.postgres", ["postgres", "postgresql"]],
  ["store", "datastore.sql.mysql", ["mysql", "mariadb"]],
  ["store", "datastore.sql.sqlserver", ["sqlserver", "sql server", "mssql", "azure sql"]],
  ["store", "datastore.sql.oracle", ["oracle"]],
  ["store", "datastore.sql.sqlite", ["sqlite"]],
  ["store", "datastore.sql", ["rds", "aurora", "sql"]],
  ["store", "datastore.document.mongodb", ["mongodb", "mongo"]],
  ["store", "datastore.document", ["documentdb", "document db", "cosmos"]],
  ["store", "datastore.key-value.dynamodb", ["dynamodb", "dynamo"]],
  ["store", "datastore.key-value", ["key value"]],
  ["store", "datastore.document", ["nosql"]],
  ["store", "datastore.cache.redis", ["redis"]],
  ["store", "datastore.cache.memcached", ["memcached"]],
  ["store", "datastore.cache", ["cache", "elasticache"]],
  ["store", "datastore.search.elasticsearch", ["elasticsearch", "opensearch"]],
  ["store", "datastore.warehouse", ["redshift", "warehouse", "bigquery", "snowflake", "data lake"]],
  ["store", "datastore.object", ["s3", "bucket", "blob", "object storage"]],
  ["store", "datastore.file", ["efs", "ebs", "file system", "file storage", "file share", "disk", "volume"]],
  ["store", "queue.sqs", ["sqs"]],
  ["store", "queue.kafka", ["kafka"]],
  ["store", "queue.rabbitmq", ["rabbitmq"]],
  ["store", "queue.event-stream", ["kinesis", "event hub"]],
  ["store", "queue.service-bus", ["service bus"]],
  ["store", "queue", ["queue", "topic", "pubsub", "event bus", "broker"]],
  ["store", "secret.store", ["vault", "secrets manager", "secret manager", "key vault"]],
  ["store", "log.audit", ["cloudtrail", "audit log"]],
  ["store", "log.store", ["log", "logs"]],
  ["store", "datastore.registry.container", ["ecr", "container registry"]],
  ["store", "datastore", ["database", "db", "datastore", "data store", "storage", "store"]],
  ["process", "web.application", ["web application", "webapp", "web app"]],
  ["process", "web.server", ["web server"]],
  ["process", "api", ["api"]],
  ["process", "host", ["ec2", "virtual machine", "vm", "server"]],
  ["process", "worker", ["worker"]],
  ["process", "service", ["web service", "service", "microservice", "backend"]],
];

export function guessKind(text: string): KindGuess {
  const plain = ` ${text.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()} `;
  for (const [kind, type, words] of rows) {
    const word = words.find((candidate) => plain.includes(` ${candidate} `));
    if (word !== undefined) return { kind, type, word };
  }
  return { kind: "process" };
}

/** The table, for the test that holds it against the library. */
export function kindRows(): readonly { readonly kind: ElementKind; readonly type: string }[] {
  return rows.map(([kind, type]) => ({ kind, type }));
}
