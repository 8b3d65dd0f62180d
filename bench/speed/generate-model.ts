// A model of N elements for the speed benchmark: 2 N flows, N / 10 boundaries nested at most four deep, data on half the flows.
// Deterministic: the same N gives the same bytes.

/** A small linear congruential generator (Numerical Recipes), so that nothing is random. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const TYPES = ["web.application", "service", "worker", "api.gateway", "function"];
const STORES = ["datastore.sql.postgres", "datastore.document", "datastore.cache", "datastore.object"];
const PROTOCOLS = ["https", "http", "grpc", "postgres", "amqp", "kafka"];
const TRUST = ["edge", "internal", "internal", "restricted"];

export function generateModel(n: number): string {
  const random = generator(n);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const boundaries = Math.max(2, Math.floor(n / 10));
  // Zones nest four deep: every fourth starts at the top again.
  const lines = ["merlon: 1", `id: bench/n${n}`, `title: Benchmark ${n}`, "stage: design", "depth: standard", "data:"];
  const data = Math.max(4, Math.floor(n / 20));
  for (let i = 0; i < data; i++) {
    lines.push(`  data-${i}:`, `    title: Data ${i}`, `    kind: ${pick(["user.contact.email", "user.financial.card", "business.order", "system.log", "credential.session-token"])}`,
      `    levels: {confidentiality: ${pick(["public", "internal", "confidential", "secret"])}}`);
  }
  lines.push("boundaries:", "  internet: {type: network, trust: untrusted}");
  for (let i = 1; i < boundaries; i++) {
    const parent = i % 4 === 1 ? "" : `, in: zone-${i - 1}`;
    lines.push(`  zone-${i}: {type: network, trust: ${pick(TRUST)}${parent}}`);
  }
  lines.push("elements:");
  for (let i = 0; i < n; i++) {
    if (i % 20 === 0) lines.push(`  e-${i}: {kind: external, type: human.customer, in: internet}`);
    else if (i % 4 === 3) {
      lines.push(`  e-${i}:`, "    kind: store", `    type: ${pick(STORES)}`, `    in: zone-${1 + Math.floor(random() * (boundaries - 1))}`,
        `    holds: [data-${Math.floor(random() * data)}]`, "    handles: []", `    encryption-at-rest: ${pick(["yes", "no", "unknown"])}`, "    backup: separate-account");
    } else {
      lines.push(`  e-${i}:`, "    kind: process", `    type: ${pick(TYPES)}`, `    in: zone-${1 + Math.floor(random() * (boundaries - 1))}`, "    holds: []", "    handles: []",
        `    input-validation: ${pick(["yes", "no", "unknown"])}`, `    audit-logging: ${pick(["yes", "no", "unknown"])}`, "    redundancy: instances");
    }
  }
  lines.push("flows:");
  for (let i = 0; i < 2 * n; i++) {
    const from = Math.floor(random() * n);
    const to = random() < 0.8 ? (from + 1 + Math.floor(random() * 20)) % n : Math.floor(random() * n);
    const carries = i % 2 === 0 ? `, carries: [data-${Math.floor(random() * data)}], response: []` : "";
    lines.push(`  f-${i}: {from: e-${from}, to: e-${to === from ? (to + 1) % n : to}, protocol: ${pick(PROTOCOLS)}${carries}, authentication: ${pick(["token", "no", "unknown", "session"])}, administrative: no, shared-accounts: no, file-upload: no}`);
  }
  return `${lines.join("\n")}\n`;
}
