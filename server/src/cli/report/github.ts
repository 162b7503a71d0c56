import type { Severity } from '../../core/index.js';
import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { Reporter } from './report.js';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** `--format github`: commands that GitHub Actions turns into annotations of a pull request. */
export function createGithubReporter(out: Writer): Reporter {
  return {
    add: async ({ name, text, findings }) => {
      const places = createPlaces(text);
      for (const { rule, severity, message, start, end } of findings) {
        const from = places.at(start);
        const to = places.at(end);
        // GitHub takes columns only where the whole range is on one line
        const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
        await out.write(command(LEVEL[severity], { file: name, line: from.line, endLine: to.line, ...columns, title: `Deskside: ${rule}` }, message));
      }
    },
    end: async () => undefined,
  };
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escaped(String(value)).replace(/:/gu, '%3A').replace(/,/gu, '%2C')}`);
  return `::${level} ${written.join(',')}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}
