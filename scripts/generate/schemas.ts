/** JSON schemas of the files people write, from the schemas that check them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { templateSchema } from '../../server/src/core/articles/template.js';
import { manifestSchema, snippetSchema } from '../../server/src/core/packs/schema.js';
import { termsSchema } from '../../server/src/core/packs/terms.js';
import { testsSchema } from '../../server/src/core/packs/tests.js';
import { severitySetting } from '../../server/src/core/config.js';
import { ruleSchema } from '../../server/src/core/rules/definition.js';
import { fileConfigSchema } from '../../server/src/files/config.js';
import { ignoresSchema } from '../../server/src/files/ignores.js';
import { readCategories, readRules } from './rules.js';

function schema(title: string, source: v.GenericSchema, refine?: (key: string, value: unknown) => unknown): string {
  return `${JSON.stringify({ ...toJsonSchema(source, { typeMode: 'input', errorMode: 'ignore' }), title }, refine, 2)}\n`;
}

/** The config's schema, with the name of every rule and category wherever severities are set, so that editors complete them. */
function configSchemaText(): string {
  const names = [...new Set([...readCategories(), ...readRules()].map(({ id }) => id))].sort();
  const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#/definitions/severity' }]));
  const text = schema('Deskside configuration (.deskside.yaml)', fileConfigSchema, (key, value) => (key === 'rules' && isRecord(value) ? { description: value['description'], $ref: '#/definitions/rules' } : value));
  const rules = { type: 'object', properties, additionalProperties: { $ref: '#/definitions/severity' } };
  const definitions = { severity: { enum: severitySetting.options }, rules };
  return `${JSON.stringify({ ...(JSON.parse(text) as object), definitions }, null, 2)}\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Path and text of every schema. */
export function generateSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/schemas/config.schema.json', configSchemaText()],
    ['docs/schemas/ignores.schema.json', schema('Ignored findings (.deskside-ignore.yaml)', ignoresSchema)],
    ['docs/schemas/pack.schema.json', schema('Deskside pack (pack.yaml)', manifestSchema())],
    ['docs/schemas/snippet.schema.json', schema('Front matter of a Deskside snippet', snippetSchema())],
    ['docs/schemas/terms.schema.json', schema('Words of a Deskside pack (terms.yaml)', termsSchema)],
    ['docs/schemas/tests.schema.json', schema('Tests of a Deskside pack (tests.yaml)', testsSchema)],
    ['docs/schemas/article-template.schema.json', schema('Deskside article template (templates/*.yaml)', templateSchema)],
    ['docs/schemas/rule.schema.json', schema('Deskside rule', ruleSchema)],
  ]);
}
