import { LONGEST_FILE } from './fileSystem.js';
import type { FileSystem } from './fileSystem.js';

/** The text of a file, or why there is none. */
export type Decoded = { readonly text: string; readonly bom: boolean } | Unreadable;

/** Why a file gave no text. */
export interface Unreadable {
  /** Goes on after the file's name: `is …`, `cannot …`. */
  readonly problem: string;
  /** There is no such file (any more). */
  readonly isGone?: boolean;
}

const NUL_SEARCH = 8000;
const MB = 1024 * 1024;

/**
 * The text of a file's bytes. A byte order mark is no part of it, as in every editor, but is
 * remembered for writing the file back.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problem: 'is UTF-16; save it as UTF-8 to have it read' };
  }
  if (bytes.length > LONGEST_FILE) return { problem: tooLong() };
  if (bytes.subarray(0, NUL_SEARCH).includes(0)) return { problem: 'is a binary file, not a text' };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom };
  } catch {
    return { problem: 'is not UTF-8; save it as UTF-8 to have it read' };
  }
}

/** @param most the bytes it may have */
function tooLong(most = LONGEST_FILE): string {
  return `is longer than ${most < MB ? `${most / 1024} kB` : `${most / MB} MB`}; split it to have it read`;
}

/** Reads and decodes a file. @param most the bytes it may have */
export async function readText(fs: FileSystem, path: string, most?: number): Promise<Decoded> {
  try {
    return decodeText(await fs.read(path, most));
  } catch (error) {
    return { problem: codeOf(error) === 'EFBIG' ? tooLong(most) : `cannot be read (${reasonOf(error)})`, isGone: codeOf(error) === 'ENOENT' };
  }
}

/** What went wrong with a file, in words where it is something common. */
export function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** The system's code for what went wrong. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  EISDIR: 'it is a folder',
  EFBIG: 'it is too large; split it',
  ELOOP: 'it is a link that leads in a circle',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

/** The bytes of a file with that text. */
export function encodeText(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

/** Puts the line ends of a text that is to stand inside another into the other's form. */
export function matchLineEnds(text: string, into: string): string {
  const end = /\r\n|\n|\r/.exec(into)?.[0] ?? '\n';
  return end === '\n' ? text : text.replace(/\r\n|\n|\r/g, end);
}
