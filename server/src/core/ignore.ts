import type { Finding } from './types.js';

/** A finding a person does not want to see again. Kept in `.deskside-ignore.yaml`, never in the text. */
export interface Ignore {
  /** Rule id or category. */
  readonly rule: string;
  /** Of `fingerprint`; without it the rule is ignored in the whole of `file`. */
  readonly fingerprint?: string;
  /** Path relative to the ignore file, or the URI of an unsaved draft. */
  readonly file?: string;
  readonly reason?: string;
  readonly date?: string;
}

/**
 * Names a finding by its category and the words of its sentence, so that edits around it, other
 * capitals, spaces or quotation marks leave the name as it was. FNV-1a over the UTF-16 code units, 64 bits, in hex.
 * @param sentence the text of the sentence (or block) the finding stands in
 */
export function fingerprint(category: string, sentence: string): string {
  const words = sentence.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const key = `${category}\n${words.join(' ')}`;
  return fnv1a(key);
}

/** In two halves of 32 bits: with whole numbers of any size it took ten times as long, and with remainders instead of bits three times. The prime is 2⁴⁰ + 435. */
function fnv1a(key: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let i = 0; i < key.length; i++) {
    low = (low ^ key.charCodeAt(i)) >>> 0;
    const product = low * 435;
    const carried = (product - (product >>> 0)) / 2 ** 32;
    high = (Math.imul(high, 435) + (low << 8) + carried) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** The ignore that a finding falls under: `key` is its fingerprint, `file` the text's path or URI. */
export function ignoreOf(finding: Finding, key: string, file: string | undefined, ignores: readonly Ignore[]): Ignore | undefined {
  return ignores.find(
    (ignore) =>
      (ignore.rule === finding.rule || ignore.rule === finding.category) &&
      (ignore.fingerprint === undefined ? ignore.file !== undefined && ignore.file === file : ignore.fingerprint === key),
  );
}

/** Whether a finding is ignored. */
export function isIgnored(finding: Finding, key: string, file: string | undefined, ignores: readonly Ignore[]): boolean {
  return ignoreOf(finding, key, file, ignores) !== undefined;
}
