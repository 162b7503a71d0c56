import type { FieldPiece, Piece, StopPiece } from '../core/packs/writeSnippet.js';
import { isObject, textAt } from './library.js';
import type { Json, JsonObject } from './library.js';
import { field, flat, stop, StopNumbers } from './pieces.js';
import { PLACEHOLDERS } from './placeholders.js';

/** An entry of a form that a product asks people to fill in. */
export interface FormEntry {
  readonly name: string;
  /** Missing where nothing is suggested. */
  readonly default?: string;
  /** The first is the suggested one. */
  readonly choices?: readonly string[];
}

/** Makes tab stops of a form's entries, equal names being one stop. An entry called like one of our fields is that field. */
export class FormReader {
  private readonly numbers = new StopNumbers();
  private readonly stops: Record<string, Json> = {};

  piece({ name, default: suggested, choices }: FormEntry): Piece {
    if (Object.hasOwn(PLACEHOLDERS, name) && !choices) return field(name, suggested);
    const number = this.numbers.of(name);
    const isBare = !choices && suggested === undefined;
    this.stops[number] = { name, ...(isBare && { bare: true }) };
    return choices ? stop(number, choices[0], choices) : stop(number, suggested ?? name);
  }

  /** What to keep of it, as an object to spread. */
  get kept(): JsonObject {
    return Object.keys(this.stops).length > 0 ? { stops: this.stops } : {};
  }
}

/** Makes a form's entries of tab stops and fields. */
export class FormWriter {
  private readonly names = new Map<number, string>();

  constructor(private readonly kept: JsonObject = {}) {}

  entry(piece: StopPiece | FieldPiece): FormEntry {
    const said = flat(piece.content);
    if (piece.kind === 'field') return { name: piece.name, ...(said !== '' && { default: said }) };
    const known = isObject(this.kept['stops']) ? this.kept['stops'][piece.number] : undefined;
    const name = (isObject(known) ? textAt(known, 'name') : undefined) ?? this.nameOf(piece.number, said);
    if (piece.choices && piece.choices.length > 0) return { name, choices: piece.choices };
    const isBare = said === '' || (isObject(known) && known['bare'] === true && said === name);
    return { name, ...(!isBare && { default: said }) };
  }

  /** The first words of what is suggested. */
  private nameOf(number: number, said: string): string {
    const known = this.names.get(number);
    if (known !== undefined) return known;
    const stem = said.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').slice(0, 4).join(' ') || 'text';
    const taken = new Set(this.names.values());
    let name = stem;
    for (let n = 2; taken.has(name); n++) name = `${stem} ${n}`;
    this.names.set(number, name);
    return name;
  }
}

/** Choices with the suggested one first, as in a tab stop. */
export function suggestedFirst(choices: readonly string[], suggested: string | undefined): readonly string[] {
  return suggested === undefined ? choices : [suggested, ...choices.filter((choice) => choice !== suggested)];
}
