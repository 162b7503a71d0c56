import type { Writer } from '../io.js';
import { createPlaces } from '../../core/places.js';
import type { Reporter, TextReport } from './report.js';
import { XML_HEAD, xmlElement, xmlText } from './xml.js';

/** `--format junit`: a test suite for every text, a failed test for every finding. */
export function createJunitReporter(out: Writer): Reporter {
  const suites: string[] = [];
  const total = { tests: 0, failures: 0 };
  return {
    add: async (report) => {
      const cases = casesOf(report);
      const failures = report.findings.length;
      total.tests += cases.length;
      total.failures += failures;
      suites.push(`  ${xmlElement('testsuite', { name: report.name, tests: cases.length, failures, errors: 0 }, `\n${cases.map((one) => `    ${one}\n`).join('')}  `)}\n`);
    },
    end: () => out.write(`${XML_HEAD}${xmlElement('testsuites', { name: 'Deskside', ...total, errors: 0 }, `\n${suites.join('')}`)}\n`),
  };
}

function casesOf({ name, text, findings }: TextReport): readonly string[] {
  if (!findings.length) return [xmlElement('testcase', { name: 'nothing to mend', classname: name })];
  const places = createPlaces(text);
  return findings.map(({ rule, severity, message, start }) => {
    const { line, column } = places.at(start);
    const failure = xmlElement('failure', { type: severity, message }, xmlText(`${name}:${line}:${column}: ${message}`));
    return xmlElement('testcase', { name: `${rule} (${line}:${column})`, classname: name }, failure);
  });
}
