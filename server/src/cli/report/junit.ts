import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { Reporter, TextReport } from './report.js';
import { fails } from '../severity.js';
import type { FailOn } from '../severity.js';
import { XML_HEAD, xmlElement, xmlText } from './xml.js';

/**
 * `--format junit`: a test suite for every text, a test for every finding. As many build servers fail a build by its failed tests,
 * whatever the exit code, only what fails the run is one; what is milder has passed, and is told as its output.
 */
export function createJunitReporter(out: Writer, { failOn }: { readonly failOn: FailOn }): Reporter {
  const suites: string[] = [];
  const total = { tests: 0, failures: 0 };
  return {
    add: async (report) => {
      const cases = casesOf(report, failOn);
      const failures = report.findings.filter(({ severity }) => fails(severity, failOn)).length;
      total.tests += cases.length;
      total.failures += failures;
      suites.push(`  ${xmlElement('testsuite', { name: report.name, tests: cases.length, failures, errors: 0 }, `\n${cases.map((one) => `    ${one}\n`).join('')}  `)}\n`);
    },
    end: () => out.write(`${XML_HEAD}${xmlElement('testsuites', { name: 'Deskside', ...total, errors: 0 }, `\n${suites.join('')}`)}\n`),
  };
}

function casesOf({ name, text, findings }: TextReport, failOn: FailOn): readonly string[] {
  if (!findings.length) return [xmlElement('testcase', { name: 'nothing to mend', classname: name })];
  const places = createPlaces(text);
  return findings.map(({ rule, severity, message, start }) => {
    const { line, column } = places.at(start);
    const told = `${name}:${line}:${column}: ${severity}: ${message}`;
    const result = fails(severity, failOn) ? xmlElement('failure', { type: severity, message }, xmlText(told)) : xmlElement('system-out', {}, xmlText(told));
    return xmlElement('testcase', { name: `${rule} (${line}:${column})`, classname: name }, result);
  });
}
