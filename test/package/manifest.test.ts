import * as assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_NAMES } from '../../server/src/files/configFile.js';
import { IGNORES_NAME } from '../../server/src/files/resolve.js';

const root = join(fileURLToPath(import.meta.url), '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const client = readdirSync(join(root, 'client/src')).map((name) => read(`client/src/${name}`)).join('\n');
const manifest = read('package.json');
const { contributes } = JSON.parse(manifest) as { contributes: { commands: { command: string }[]; languages: { configuration: string }[] } };

/** All first groups of a pattern, each once, in order. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

describe('the VS Code manifest', () => {
  it('takes every text from package.nls.json, and no other', () => {
    assert.deepEqual(all(manifest, /"%([^%"]+)%"/g), Object.keys(JSON.parse(read('package.nls.json')) as object).sort());
  });

  it('declares the commands that the client carries out, and no other', () => {
    const declared = contributes.commands.map(({ command }) => command).sort();
    const registered = all(client, /registerCommand\('(deskside\.[A-Za-z]+)'/g);
    // showRule is the server's too, and registered by the name the protocol gives it
    assert.deepEqual(declared, [...registered, 'deskside.showRule'].sort());
  });

  it('has every sentence of the client in the bundle that translators start from', () => {
    const bundle = JSON.parse(read('l10n/bundle.l10n.json')) as Record<string, string>;
    assert.deepEqual(Object.keys(bundle).sort(), all(client, /l10n\.t\(\s*'([^']+)'/g));
    for (const [key, text] of Object.entries(bundle)) assert.equal(text, key);
  });

  it('never offers to comment a line out: the comment would reach the customer', () => {
    for (const { configuration } of contributes.languages) assert.ok(!('comments' in (JSON.parse(read(configuration)) as object)));
  });

  it('has no colours drawn at the numbers of tickets', () => {
    const { configurationDefaults } = (JSON.parse(manifest) as { contributes: { configurationDefaults: Record<string, Record<string, unknown>> } }).contributes;
    // not “colorDecorators”: VS Code may come with the colours after it has heard that there are to be none
    assert.equal(configurationDefaults['[support-reply]']?.['editor.defaultColorDecorators'], 'never');
  });

  it('checks config and ignore files by their schemas, whatever name they have', () => {
    const { yamlValidation, jsonValidation } = (JSON.parse(manifest) as { contributes: Record<'yamlValidation' | 'jsonValidation', { fileMatch: string; url: string }[]> }).contributes;
    const matched = [...yamlValidation, ...jsonValidation].map(({ fileMatch }) => fileMatch);
    assert.deepEqual([...CONFIG_NAMES, IGNORES_NAME].filter((name) => !matched.includes(name)), []);
    for (const { url } of [...yamlValidation, ...jsonValidation]) assert.ok(JSON.parse(read(url)));
  });
});
