const NEWLINE = 0x0a;

/**
 * The rows of a file of a bundle, piece by piece as it is unpacked: bytes, and the rows that end in them.
 *
 * @throws when a line is no JSON
 */
export async function* readRows(pieces: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; rows: unknown[] }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of pieces) {
    const rows: unknown[] = [];
    let text = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      rows.push(JSON.parse(text.toString('utf8', 0, end)));
      text = text.subarray(end + 1);
    }
    rest = text;
    yield { bytes, rows };
  }
}
