import { readFileSync } from 'node:fs';
import { FORMATS } from '../../server/src/exchange/index.js';
import type { Format } from '../../server/src/exchange/index.js';

const SAMPLES: Readonly<Record<string, string>> = {
  vscode: 'vscode.code-snippets',
  espanso: 'espanso.yml',
  textexpander: 'textexpander.csv',
  textblaze: 'textblaze.json',
  zendesk: 'zendesk.json',
  intercom: 'intercom.json',
  gorgias: 'gorgias.json',
  helpscout: 'helpscout.json',
  front: 'front.json',
};

/** A file such as a product gives, made from its documentation. */
export function sample(id: string): string {
  return readFileSync(new URL(`samples/${SAMPLES[id] ?? 'there is no sample'}`, import.meta.url), 'utf8');
}

export function formatOf(id: string): Format {
  const format = FORMATS.find((one) => one.id === id);
  if (!format) throw new Error(`There is no format ${id}`);
  return format;
}
