import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../../server/src/core/config.js';

interface Property {
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly type?: string;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { contributes: { configuration: { properties: Record<string, Property> } } };
const { properties } = manifest.contributes.configuration;
const schema = toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' }).properties as Record<string, Property>;

describe('The settings of the editor', () => {
  for (const [key, wanted] of Object.entries(schema)) {
    it(`deskside.${key} is what the configuration schema says`, () => {
      const setting = properties[`deskside.${key}`];
      assert.ok(setting, 'there is no such setting');
      assert.deepEqual({ default: setting.default, type: setting.type, values: setting.enum && [...setting.enum].sort() }, { default: wanted.default, type: wanted.type, values: wanted.enum && [...wanted.enum].sort() });
    });
  }
});
