import type { Severity } from '../../core/index.js';
import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { Reporter } from './report.js';
import { XML_HEAD, xmlElement } from './xml.js';

/** Checkstyle knows no hints. */
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

/** `--format checkstyle`: what many build servers and review tools read. */
export function createCheckstyleReporter(out: Writer): Reporter {
  const files: string[] = [];
  return {
    add: async ({ name, text, findings }) => {
      const places = createPlaces(text);
      const errors = findings.map(({ rule, severity, message, start }) => `    ${xmlElement('error', { ...places.at(start), severity: SEVERITY[severity], message, source: `deskside.${rule}` })}\n`);
      files.push(`  ${xmlElement('file', { name }, errors.length ? `\n${errors.join('')}  ` : '')}\n`);
    },
    end: () => out.write(`${XML_HEAD}${xmlElement('checkstyle', { version: '4.3' }, `\n${files.join('')}`)}\n`),
  };
}
