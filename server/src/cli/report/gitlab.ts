import { fingerprint } from '../../core/ignore.js';
import type { Severity } from '../../core/index.js';
import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { Reporter } from './report.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' };

/** `--format gitlab`: a Code Quality report, which GitLab compares between branches by its fingerprints. */
export function createGitlabReporter(out: Writer): Reporter {
  const issues: object[] = [];
  return {
    add: async ({ name, text, findings }) => {
      const places = createPlaces(text);
      const seen = new Map<string, number>();
      for (const { rule, severity, message, start, end, fingerprint: sentence } of findings) {
        const key = `${name} ${rule} ${sentence}`;
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        issues.push({
          type: 'issue',
          check_name: rule,
          description: message,
          categories: ['Style'],
          severity: SEVERITY[severity],
          // One sentence may be found twice in a file, and GitLab wants no two alike
          fingerprint: fingerprint(key, String(times)),
          location: { path: name, lines: { begin: places.at(start).line, end: places.at(end).line } },
        });
      }
    },
    end: () => out.write(`${JSON.stringify(issues, undefined, 2)}\n`),
  };
}
