/** UTF-8, gzip: what both extension hosts bring along, and any other tool can read. */
export function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(new Response(text).body?.pipeThrough(new CompressionStream('gzip')), Infinity);
}

/** Rejects where the bytes aren't compressed text, or would be more than `most` bytes of UTF-8. */
export async function decompressed(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<string> {
  const stream = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip'));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(stream, most));
}

async function bytesOf(stream: ReadableStream<Uint8Array> | undefined, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > most) {
      await reader?.cancel();
      throw new RangeError(`More than ${most} bytes.`);
    }
    chunks.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
