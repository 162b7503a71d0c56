import type { Finding } from '../../core/index.js';
import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { ReportContext } from './formats.js';
import type { Reporter, TextReport } from './report.js';
import { fails } from '../severity.js';
import { XML_HEAD, xmlElement, xmlText } from './xml.js';

/**
 * `--format junit`: a test suite for every text, a test for every finding. As many build servers fail a build by its failed tests,
 * whatever the exit code, only what fails the run is one, as do the warnings beyond those that may pass; what is milder has passed,
 * and is told as its output.
 */
export function createJunitReporter(out: Writer, { failOn, maxWarnings = Infinity }: Pick<ReportContext, 'failOn' | 'maxWarnings'>): Reporter {
  const suites: string[] = [];
  const total = { tests: 0, failures: 0 };
  let warnings = 0;
  const failsRun = ({ severity }: Finding): boolean => fails(severity, failOn) || (severity === 'warning' && failOn !== 'never' && ++warnings > maxWarnings);
  return {
    add: async (report) => {
      const { name, findings } = report;
      const failed = new Set(findings.filter(failsRun));
      const cases = casesOf(report, failed);
      total.tests += cases.length;
      total.failures += failed.size;
      suites.push(`  ${xmlElement('testsuite', { name, tests: cases.length, failures: failed.size, errors: 0 }, `\n${cases.map((one) => `    ${one}\n`).join('')}  `)}\n`);
    },
    end: () => out.write(`${XML_HEAD}${xmlElement('testsuites', { name: 'Deskside', ...total, errors: 0 }, `\n${suites.join('')}`)}\n`),
  };
}

function casesOf({ name, text, findings }: TextReport, failed: ReadonlySet<Finding>): readonly string[] {
  if (!findings.length) return [xmlElement('testcase', { name: 'nothing to mend', classname: name })];
  const places = createPlaces(text);
  return findings.map((finding) => {
    const { rule, severity, message, start } = finding;
    const { line, column } = places.at(start);
    const told = `${name}:${line}:${column}: ${severity}: ${message}`;
    const result = failed.has(finding) ? xmlElement('failure', { type: severity, message }, xmlText(told)) : xmlElement('system-out', {}, xmlText(told));
    return xmlElement('testcase', { name: `${rule} (${line}:${column})`, classname: name }, result);
  });
}
