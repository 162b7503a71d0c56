/**
 * The contents of blobs, in their order; one process reads them all. Empty where there is no such blob.
 * @param ids in full, as git prints them
 */
export async function gitBlobs(ids: readonly string[], cwd: string): Promise<readonly Uint8Array[]> {
  const { spawn } = await import('node:child_process');
  const git = spawn('git', ['cat-file', '--batch'], { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  const failed = new Promise<never>((_, reject) => git.on('error', reject));
  git.stdin.on('error', () => undefined).end(ids.map((id) => `${id}\n`).join(''));
  const chunks: Uint8Array[] = [];
  const read = async (): Promise<void> => {
    for await (const chunk of git.stdout) chunks.push(chunk);
  };
  await Promise.race([read(), failed]);
  return blobsIn(Buffer.concat(chunks));
}

/** Of each blob a line with its size comes first: `ID blob 12`, or `ID missing`. */
function blobsIn(bytes: Buffer): readonly Uint8Array[] {
  const blobs: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = bytes.indexOf(LF, at) + 1;
    const size = / (\d+)$/.exec(bytes.subarray(at, start - 1).toString('latin1'))?.[1];
    const end = start + Number(size ?? 0);
    blobs.push(bytes.subarray(start, end));
    at = size === undefined ? start : end + 1;
  }
  return blobs;
}

const LF = 0x0a;
