import type { NamedFinding } from '../../core/baseline.js';
import type { TextEdit } from '../../core/index.js';
import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import { addSeverities, noFindings } from '../severity.js';
import { plainAnatomy } from './plainAnatomy.js';
import type { Reporter, TextReport } from './report.js';

/** `--format ndjson`: a line for every text, as soon as it is read. `docs/schemas/ndjson.schema.json` describes it. */
export function createNdjsonReporter(out: Writer): Reporter {
  return {
    add: ({ name, findings }) => out.write(answerLine(name, findings)),
    end: async () => undefined,
  };
}

/** One line of `--format ndjson`. @param line of an archive, where the record begins */
export function answerLine(id: string | number | null, findings: readonly NamedFinding[], line?: number): string {
  return `${JSON.stringify({ id, line, findings: findings.map(plainFinding) })}\n`;
}

/** `--format json`: one object for all texts, with lines and columns beside the offsets. */
export function createJsonReporter(out: Writer): Reporter {
  const files: object[] = [];
  const counts = noFindings();
  let fixed = 0;
  let known = 0;
  return {
    add: async (report) => {
      files.push(plainReport(report));
      addSeverities(counts, report.findings);
      fixed += report.fixed;
      known += report.known.length;
    },
    end: ({ leftAlone, unusedIgnores }) => {
      const findings = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const unused = unusedIgnores.reduce((sum, { entries }) => sum + entries.length, 0);
      const summary = { files: files.length, leftAlone, findings, ...counts, fixed, inBaseline: known, unusedIgnores: unused };
      return out.write(`${JSON.stringify({ files, summary }, undefined, 2)}\n`);
    },
  };
}

function plainReport({ name, kind, text, findings, anatomy }: TextReport): object {
  return { path: name, kind, findings: placedFindings(text, findings), ...(anatomy && { anatomy: plainAnatomy(text, anatomy) }) };
}

/** Findings as `--format json` gives them: with lines and columns, both from 1, beside the offsets. */
export function placedFindings(text: string, findings: readonly NamedFinding[]): readonly PlacedFinding[] {
  const places = createPlaces(text);
  return findings.map((finding) => {
    const start = places.at(finding.start);
    const end = places.at(finding.end);
    return { ...plainFinding(finding), line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  });
}

/** A finding as `--format json` gives it. */
interface PlacedFinding extends NamedFinding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The published shape, whatever else the engine may come to keep in a finding. */
function plainFinding({ rule, category, severity, start, end, message, fixes, fingerprint }: NamedFinding): NamedFinding {
  return { rule, category, severity, start, end, message, fingerprint, fixes: fixes.map(({ title, kind, edits, snippet }) => ({ title, kind, edits: edits.map(plainEdit), ...(snippet && { snippet }) })) };
}

function plainEdit({ start, end, text }: TextEdit): TextEdit {
  return { start, end, text };
}
