import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../../server/src/files/frontMatter.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const schemaOf = (name: string) => new Ajv({ allowUnionTypes: true, formats: { date: true } }).compile(JSON.parse(read(`docs/schemas/${name}.schema.json`)));

/** What a schema has against some YAML. */
function problems(name: string, yaml: string): readonly string[] {
  const check = schemaOf(name);
  return check(parse(yaml, { schema: 'core' })) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the JSON schemas of a pack', () => {
  it('take the built-in packs as they are', () => {
    for (const pack of readdirSync(`${root}/snippets`)) {
      assert.deepEqual(problems('pack', read(`snippets/${pack}/pack.yaml`)), [], pack);
      for (const file of readdirSync(`${root}/snippets/${pack}/snippets`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))) {
        assert.deepEqual(problems('snippet', splitFrontMatter(read(`snippets/${pack}/snippets/${file}`))?.yaml ?? ''), [], file);
      }
    }
  });

  it('take everything the format has', () => {
    assert.deepEqual(problems('pack', 'name: a\nversion: 1.0.0-beta.1\ndescription: b\nlanguage: en-GB\nrequires: {essentials: 1.0.0}\nextends: essentials\nfields: {plan: {title: Plan, default: Basic}}\nreviewDays: 90'), []);
    assert.deepEqual(problems('snippet', 'title: a\nprefix: [a, b]\ndescription: b\nfor: jargon\nwhen: [outage]\naudience: technical\nchannel: chat\ntags: [x]\nsee: b/c\nowner: Ana\nreviewed: 2025-01-31'), []);
    assert.deepEqual(problems('terms', 'plain: {SSO: one sign-in}\nsay: {e-mail: email}\nallow: [ACME]'), []);
    assert.deepEqual(problems('tests', '- text: Hi\n  finds: [jargon]\n- snippet: a\n  fields: {customer: Ana}\n  reads: Hi\n- search: late\n  brings: [a]'), []);
  });

  it('refuse what is misspelt', () => {
    for (const [name, yaml] of [['pack', 'nam: a'], ['snippet', 'title: a\nprefix: b\ndescription: c\nwhen: rain'], ['terms', 'plan: {}'], ['tests', '- txt: a']] as const) assert.notDeepEqual(problems(name, yaml), [], name);
  });
});
