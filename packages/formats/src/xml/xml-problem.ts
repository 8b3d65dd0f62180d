// What ends the reading of an XML file. Only inside this folder; readXml gives it back as data.
import type { CodeId } from "../codes.ts";

export class XmlProblem extends Error {
  readonly code: CodeId;
  readonly offset: number;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: CodeId, offset: number, data: Readonly<Record<string, string | number>>) {
    super(code);
    this.code = code;
    this.offset = offset;
    this.data = data;
  }
}
