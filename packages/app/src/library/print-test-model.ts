// A test model is a document without a header; with one it is a model file like any other. JSON is YAML.
export function printTestModel(document: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ merlon: 1, id: "test", depth: "full", ...document });
}
