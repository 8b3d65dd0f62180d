// Where the public catalogues describe their entries. Undefined for what is not an id of theirs: it is then shown as text.

export function referenceUrl(id: string): string | undefined {
  const [, technique, sub] = /^(T\d{4})(?:\.(\d{3}))?$/.exec(id) ?? [];
  if (technique) return `https://attack.mitre.org/techniques/${technique}/${sub ? `${sub}/` : ""}`;
  if (/^M\d{4}$/.test(id)) return `https://attack.mitre.org/mitigations/${id}/`;
  if (/^AML\.T\d{4}(\.\d{3})?$/.test(id)) return `https://atlas.mitre.org/techniques/${id}`;
  const [, weakness] = /^CWE-(\d+)$/.exec(id) ?? [];
  if (weakness) return `https://cwe.mitre.org/data/definitions/${weakness}.html`;
  const [, pattern] = /^CAPEC-(\d+)$/.exec(id) ?? [];
  return pattern ? `https://capec.mitre.org/data/definitions/${pattern}.html` : undefined;
}
