// A catalogue as JSON: its head on the first line and every record on a line of its own, so that changes can be reviewed.
export function printCatalogue(catalogue: object): string {
  const fields = Object.entries(catalogue).map(([key, value]) => `${JSON.stringify(key)}:${isRecordList(value) ? printList(value) : JSON.stringify(value)}`);
  return `{${fields.join(",")}}\n`;
}

function isRecordList(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((item) => typeof item === "object");
}

function printList(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]`;
}
