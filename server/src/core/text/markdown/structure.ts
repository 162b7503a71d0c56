import { finish, type Steps } from '../../steps.js';
import { BlockScanner } from './blocks.js';
import type { Cuts, Dialect, Structure } from './leaf.js';

/** Reads the block structure of `[from, end)` of a Markdown text. */
export function readStructure(text: string, from: number, end: number, dialect: Dialect): Structure {
  return finish(readingStructure(text, from, end, dialect));
}

/** The same, step by step. */
export function* readingStructure(text: string, from: number, end: number, dialect: Dialect): Steps<Structure> {
  const scanner = new BlockScanner(text, from, end, dialect);
  while (scanner.goOn()) yield;
  return scanner.finish();
}

/**
 * Finds where a text can be cut, from a place on where nothing is open.
 * @param isEnough asked for every cut; no further one is looked for once it says so, and it is taken to say so soon
 */
export function findCuts(text: string, from: number, dialect: Dialect, isEnough?: (cut: number) => boolean): Cuts {
  return new BlockScanner(text, from, text.length, dialect, isEnough ? true : undefined).cuts(isEnough ?? never);
}

function never(): boolean {
  return false;
}
