// Free protocol texts to protocols of the library. Only spellings that can mean one thing; anything else stays as it was written.

const same = [
  "http", "https", "ws", "wss", "grpc", "tcp", "udp", "tls", "quic", "postgres", "mysql", "jdbc", "odbc", "mongodb", "redis", "rediss",
  "memcached", "kafka", "amqp", "amqps", "mqtt", "mqtts", "coap", "coaps", "nats", "stomp", "smtp", "smtps", "imap", "imaps", "ldap", "ldaps",
  "kerberos", "radius", "saml", "oidc", "ssh", "sftp", "scp", "telnet", "rdp", "vnc", "winrm", "snmp", "ftp", "ftps", "tftp", "nfs", "smb",
  "iscsi", "dns", "doh", "dot", "ntp", "syslog", "otlp", "vpn", "sip", "rtp", "srtp", "webrtc", "modbus", "bluetooth", "zigbee", "nfc", "usb", "mcp", "tds",
];

const others: Readonly<Record<string, string>> = {
  "http over tls": "https", "http/tls": "https", "http2": "https", "http/2": "https", "http3": "https", "http/3": "https",
  "websocket": "ws", "websockets": "ws", "secure websocket": "wss", "tcp/ip": "tcp", "ssl": "tls", "ssl/tls": "tls", "tls/ssl": "tls", "mtls": "tls.mutual",
  "mutual tls": "tls.mutual", "postgresql": "postgres", "sql": "sql", "mongo": "mongodb", "kafka/tls": "kafka.tls", "openid connect": "oidc",
  "ipsec": "vpn", "wireguard": "vpn", "cifs": "smb", "opc ua": "opcua", "opc-ua": "opcua", "can bus": "can", "ble": "bluetooth", "unix socket": "local.ipc", "ipc": "local.ipc",
};

const protocols = new Map([...same.map((id) => [id, id] as const), ...Object.entries(others)]);

/** Never for these names: a flow called so need not speak it. */
const alsoWords = new Set(["sql", "redis", "kafka", "dot", "vpn", "usb", "saml", "oidc", "openid connect", "kerberos", "dns", "syslog"]);

export function protocolOf(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  return protocols.get(plain) ?? protocols.get(plain.replace(/ ?v?\d+(?:\.\d+)?\+?$/, ""));
}

/** The protocol that a flow's whole name spells out, as in a flow called `HTTPS`. */
export function protocolNamed(name: string): string | undefined {
  return alsoWords.has(name.trim().toLowerCase()) ? undefined : protocols.get(name.trim().toLowerCase());
}

/** `HTTP/S` and the like: with or without TLS, the text does not say. */
export function isHttpEither(text: string): boolean {
  return /^http ?(?:\/|\(|or|and|&) ?(?:http)?s\)?$/i.test(text.trim());
}

/** All texts of the table. */
export function protocolTexts(): readonly string[] {
  return [...protocols.keys()];
}
