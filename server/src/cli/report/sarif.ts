import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { NamedFinding } from '../../core/baseline.js';
import type { Range, RuleInfo, Severity } from '../../core/index.js';
import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { Places } from '../../core/places.js';
import type { Reporter } from './report.js';

const LEVEL: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** What the report says of its maker. */
interface Maker {
  readonly version: string;
  readonly rules: () => readonly RuleInfo[];
}

/** `--format sarif`: SARIF 2.1.0, which code scanning and many viewers read. */
export function createSarifReporter(out: Writer, { version, rules }: Maker): Reporter {
  const results: Result[] = [];
  const artifacts: { location: { uri: string } }[] = [];
  return {
    add: async ({ name, text, findings }) => {
      const uri = encodeURI(name).replace(/[?#]/gu, encodeURIComponent);
      artifacts.push({ location: { uri } });
      const places = createPlaces(text);
      for (const finding of findings) results.push(resultOf(finding, uri, places));
    },
    end: ({ failed }) => {
      const log: Log = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'Deskside', semanticVersion: version, rules: descriptorsOf(results, rules()) } },
            columnKind: 'utf16CodeUnits',
            invocations: [{ executionSuccessful: !failed }],
            artifacts,
            results,
          },
        ],
      };
      return out.write(`${JSON.stringify(log, undefined, 2)}\n`);
    },
  };
}

function resultOf({ rule, severity, message, fingerprint, fixes, start, end }: NamedFinding, uri: string, places: Places): Result {
  // Without a person at hand, tab stops can’t be filled in
  const plain = fixes.filter(({ snippet }) => !snippet);
  return {
    ruleId: rule,
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: regionOf({ start, end }, places) } }],
    partialFingerprints: { 'sentence/v1': fingerprint },
    ...(plain.length && {
      fixes: plain.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [{ artifactLocation: { uri }, replacements: edits.map((edit) => ({ deletedRegion: regionOf(edit, places), insertedContent: { text: edit.text } })) }],
      })),
    }),
  };
}

function regionOf({ start, end }: Range, places: Places) {
  const from = places.at(start);
  const to = places.at(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, charOffset: start, charLength: end - start };
}

/** Of the rules that found something, what there is to know. */
function descriptorsOf(results: readonly Result[], rules: readonly RuleInfo[]): ReportingDescriptor[] {
  const found = [...new Set(results.map(({ ruleId = '' }) => ruleId))].sort();
  return found.map((id) => {
    const info = rules.find((rule) => rule.id === id);
    const isAddress = info && /^https?:\/\/\S+$/u.test(info.source);
    return { id, ...(info && { shortDescription: { text: info.title }, fullDescription: { text: info.why }, ...(isAddress && { helpUri: info.source }) }) };
  });
}
