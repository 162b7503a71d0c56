import type { Piece } from '../core/packs/writeSnippet.js';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A snippet on its way between a product and a pack. Its text is Markdown. */
export interface Template {
  readonly title: string;
  /** The names of the folders it stands in, outermost first. */
  readonly folders: readonly string[];
  /** What people type to get it; missing where the product knows no such thing. */
  readonly prefix?: readonly string[];
  /** When to use it; missing where nobody said. */
  readonly description?: string;
  /** Words to find it by that are not in its text. */
  readonly tags?: readonly string[];
  readonly body: readonly Piece[];
  /** What the product knows and a snippet has no place for; given back when it goes to the same product. */
  readonly kept?: JsonObject;
}

/** A product's saved texts. */
export interface Library {
  readonly templates: readonly Template[];
  /** Fields that are in no table, by their names in the pack: what stands for them in the product. */
  readonly ownFields: Readonly<Record<string, Json>>;
  /** What the product's file says beside its texts. */
  readonly kept?: JsonObject;
}

/** Something that could not be carried, in plain words. */
export interface Note {
  /** The title of the text it is about. */
  readonly entry?: string;
  /** A sentence: what is lost or changed. */
  readonly message: string;
  /** Whether the whole text was left out. */
  readonly leftOut?: boolean;
}

/** A product’s file, read, and what of it could not be carried. */
export interface Reading {
  readonly library: Library;
  readonly notes: readonly Note[];
}

/** The text of a product’s file, and what it could not carry. */
export interface Writing {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** A format in which texts come and go. Both ways are pure. */
export interface Format {
  /** What people type: `zendesk`. */
  readonly id: string;
  /** What people read: `Zendesk`. */
  readonly title: string;
  /** @throws ExchangeError where the text as a whole is not of the format */
  read(text: string): Reading | Promise<Reading>;
  write(library: Library): Writing | Promise<Writing>;
}

/** A file is not what it should be. The message is what comes after its name: “is not JSON …”. */
export class ExchangeError extends Error {}

/** Whether a value is an object of JSON, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text at a key, or nothing. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}

/** An object without some of its keys. */
export function without(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
