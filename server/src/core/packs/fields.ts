import type { Field } from './pack.js';
import { escapeSnippetText, parseSnippet, type FieldPart, type SnippetPart } from './snippet-syntax.js';

/** The fields of every pack. */
export const BUILTIN_FIELDS: readonly Field[] = [
  { name: 'customer', title: 'The customer’s name' },
  { name: 'ticket', title: 'The ticket’s number' },
  { name: 'agent', title: 'Your name' },
  { name: 'due', title: 'When they must have heard from you' },
];

/** A pack's fields by name, those of every pack among them; a pack may give these a default of its own. */
export function fieldsOf({ fields = [] }: { readonly fields?: readonly Field[] }): ReadonlyMap<string, Field> {
  return new Map([...BUILTIN_FIELDS, ...fields].map((field) => [field.name, field]));
}

/** VS Code fills these in itself; its other variables tell of the writer’s machine, which is nobody’s business. */
const EDITOR_FIELD = /^CURRENT_[A-Z_]+$/u;

/** Whether a field is one of the dates and times that editors know. */
export function isEditorField(name: string): boolean {
  return EDITOR_FIELD.test(name);
}

/** The fields that a body names, in their order, repeated ones too; the ranges are offsets into the body. */
export function fieldsIn(body: string): readonly FieldPart[] {
  return collect(parseSnippet(body).parts);
}

function collect(parts: readonly SnippetPart[]): readonly FieldPart[] {
  return parts.flatMap((part) => (part.kind === 'text' ? [] : part.kind === 'field' ? [part, ...collect(part.content)] : collect(part.content)));
}

/**
 * A body with its named fields filled in: the known ones as plain text, the others as tab stops that show the
 * field's own text, or else its default, or else what it is.
 * @param values by name; an empty value is none
 * @param fields what is declared, by name
 */
export function fillFields(body: string, values: ReadonlyMap<string, string>, fields: ReadonlyMap<string, Field>): string {
  const { parts } = parseSnippet(body);
  let next = lastStop(parts) + 1;
  const stops = new Map<string, number>();
  const write = (part: SnippetPart): string => {
    const [first, last] = [part.kind === 'text' ? undefined : part.content[0], part.kind === 'text' ? undefined : part.content.at(-1)];
    if (part.kind === 'field') return writeField(part);
    if (part.kind === 'text' || part.choices || !first || !last) return body.slice(part.start, part.end);
    return body.slice(part.start, first.start) + part.content.map(write).join('') + body.slice(last.end, part.end);
  };
  const writeField = ({ name, content, start, end }: FieldPart): string => {
    if (isEditorField(name)) return body.slice(start, end);
    const value = values.get(name);
    if (value) return escapeSnippetText(value);
    const number = stops.get(name) ?? next++;
    stops.set(name, number);
    const field = fields.get(name);
    return `\${${number}:${content.map(write).join('') || escapeSnippetText(field?.default ?? field?.title ?? name)}}`;
  };
  return parts.map(write).join('');
}

function lastStop(parts: readonly SnippetPart[]): number {
  return Math.max(0, ...parts.map((part) => (part.kind === 'text' ? 0 : Math.max(part.kind === 'stop' ? part.number : 0, lastStop(part.content)))));
}
