import type { ConfigInput } from '../core/config.js';
import { readFrontMatter } from '../core/text/frontMatter.js';
import { AUDIENCES, type Kind } from '../core/types.js';
import { isHtml } from './kinds.js';
import { layerOf } from './layers.js';
import type { Layer } from './layers.js';

/**
 * What a text sets for itself in its front matter, which has the last word: its readers, and of an article the template.
 * @param path absolute
 */
export function layerOfText(path: string, text: string, kind: Kind | undefined): Layer {
  const { fields, end } = isHtml(path) ? { fields: new Map<string, string>(), end: 0 } : readFrontMatter(text);
  const kb = kind === 'article' ? fields.get('kb') : undefined;
  const said = fields.get('audience')?.toLowerCase();
  const audience = AUDIENCES.find((one) => one === said);
  const config: ConfigInput = {
    ...(kb !== undefined && { kb }),
    ...(audience && { audience }),
  };
  return layerOf({ file: path, lineOf: ([key = '']) => lineOfField(text.slice(0, end), key) }, config);
}

/** The line (from 1) of a field of the front matter. Of fields that stand there twice the last holds. */
function lineOfField(frontMatter: string, name: string): number {
  const field = new RegExp(`^\\uFEFF?${name}\\s*[:=]`, 'i');
  return frontMatter.split('\n').map((line) => field.test(line)).lastIndexOf(true) + 1;
}
