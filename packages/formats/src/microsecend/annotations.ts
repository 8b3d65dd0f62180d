// What the annotations mean in our words. One that is in no table has no counterpart and is kept as it is.

/** By stereotype, the one that says most about a service first: an element has one type. */
export const serviceTypes: readonly (readonly [stereotype: string, type: string])[] = [
  ["gateway", "api.gateway"], ["authorization_server", "identity.provider"], ["authentication_server", "identity.provider"],
  ["service_discovery", "service.registry"], ["message_broker", "queue"], ["secret_manager", "secret.store"], ["database", "datastore"],
  ["logging_server", "log"], ["monitoring_dashboard", "monitoring"], ["monitoring_server", "monitoring"], ["metrics_server", "monitoring"], ["tracing_server", "monitoring"],
  ["administration_server", "web.application.admin"], ["search_engine", "service.search"], ["web_server", "web.server"], ["proxy", "proxy.reverse"], ["web_application", "web.application"],
  ["mail_server", "mail.server"], ["configuration_server", "service"], ["internal", "service"], ["infrastructural", "service"],
];

/** Types whose elements keep data for others. */
export const storeTypes: ReadonlySet<string> = new Set(["queue", "datastore"]);

/** Of these an external entity can be one too. */
export const outsideToo: ReadonlySet<string> = new Set(["api.gateway", "identity.provider", "service.registry", "queue", "secret.store", "datastore", "log", "monitoring", "service.search"]);

export const externalTypes: Readonly<Record<string, string>> = {
  user_stereotype: "human", github_repository: "code.repository", external_database: "datastore", external_website: "web", mail_server: "mail.server", external_message_broker: "queue",
};

/** What a service does for the system besides its type, since it may do several things at once. An authorization server (OAuth 2) signs callers in before it issues tokens. */
export const duties: Readonly<Record<string, readonly string[]>> = {
  authorization_server: ["authorization", "authentication"], authentication_server: ["authentication"], service_discovery: ["registry"], message_broker: ["message-broker"],
  secret_manager: ["secret-store"], logging_server: ["central-logging"], monitoring_dashboard: ["dashboard"], monitoring_server: ["monitoring"], metrics_server: ["monitoring"],
};

/** Products that tagged values name, as types; by their names in lower case. */
export const products: Readonly<Record<string, string>> = {
  "mysql": "datastore.sql.mysql", "mariadb": "datastore.sql.mysql", "postgresql": "datastore.sql.postgres", "postgres": "datastore.sql.postgres",
  "hsqldb": "datastore.sql.embedded", "h2": "datastore.sql.embedded", "mongodb": "datastore.document.mongodb", "neo4j": "datastore.graph", "cassandra": "datastore.wide-column",
  "redis": "datastore.key-value", "elasticsearch": "datastore.search.elasticsearch", "rabbitmq": "queue.rabbitmq", "kafka": "queue.kafka",
};

/** Flags: an annotation is `yes`, and since every service is annotated with what it has, its absence is `no`. */
export interface ServiceFlag {
  readonly key: string;
  readonly stereotypes: readonly string[];
  /** Asked of stores too. */
  readonly ofStores?: true;
  /** Only where the service has this stereotype. */
  readonly only?: string;
}

export const serviceFlags: readonly ServiceFlag[] = [
  { key: "authentication", stereotypes: ["authentication", "authentication_scope_all_requests"] },
  { key: "authorization", stereotypes: ["authorization", "authorization_scope_all_requests"] },
  { key: "sign-in-throttling", stereotypes: ["login_attempts_regulation"], ofStores: true },
  { key: "log-redaction", stereotypes: ["log_sanitization"] },
  { key: "microsecend.local-logging", stereotypes: ["local_logging"], ofStores: true },
  { key: "microsecend.circuit-breaker", stereotypes: ["circuit_breaker"] },
  { key: "microsecend.load-balancing", stereotypes: ["load_balancer"] },
  { key: "microsecend.registration-validation", stereotypes: ["validate_registration"], only: "service_discovery" },
  { key: "microsecend.business-functionality", stereotypes: ["internal", "resource_server"] },
];

/** Annotations of what is wrong: they say a value, and their absence says nothing. */
export const serviceFaults: Readonly<Record<string, readonly [key: string, value: string]>> = {
  plaintext_credentials: ["secret-storage", "source-code"], csrf_disabled: ["request-forgery-protection", "no"],
};

/** `authenticated_request` stands for both: the data set's rule about mutual authentication and authorization is met by it alone. */
export const flowFlags: readonly ServiceFlag[] = [
  { key: "authentication", stereotypes: ["authenticated", "authenticated_request"] },
  { key: "authorization", stereotypes: ["authorized", "authenticated_request"] },
];

export const flowProtocols: Readonly<Record<string, string>> = {
  restful_http: "http", feign_connection: "http", jdbc: "jdbc", message_producer_rabbitmq: "amqp", message_consumer_rabbitmq: "amqp",
  message_producer_kafka: "kafka", message_consumer_kafka: "kafka",
};

/** The same with encryption. */
export const overTls: Readonly<Record<string, string>> = { http: "https", amqp: "amqps", kafka: "kafka.tls" };

/** What else the tables above do not name but the reader uses. */
export const understood: ReadonlySet<string> = new Set(["internal", "infrastructural", "entrypoint", "exitpoint", "encrypted_connection", "circuit_breaker_link", "plaintext_credentials_link"]);

/** Values that never belong in a model. */
export function isSecret(key: string): boolean {
  return /password|secret|token|credential|username/i.test(key);
}
