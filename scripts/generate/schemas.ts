/** JSON schemas of the files people write, from the schemas that check them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { configSchema } from '../../server/src/core/config.js';
import { manifestSchema, snippetSchema } from '../../server/src/core/packs/schema.js';
import { termsSchema } from '../../server/src/core/packs/terms.js';
import { testsSchema } from '../../server/src/core/packs/tests.js';
import { ruleSchema } from '../../server/src/core/rules/definition.js';

function schema(title: string, source: v.GenericSchema): string {
  return `${JSON.stringify({ ...toJsonSchema(source, { typeMode: 'input', errorMode: 'ignore' }), title }, null, 2)}\n`;
}

/** Path and text of every schema. */
export function generateSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/schemas/config.schema.json', schema('Deskside configuration (.deskside.yaml)', configSchema)],
    ['docs/schemas/pack.schema.json', schema('Deskside pack (pack.yaml)', manifestSchema)],
    ['docs/schemas/snippet.schema.json', schema('Front matter of a Deskside snippet', snippetSchema)],
    ['docs/schemas/terms.schema.json', schema('Words of a Deskside pack (terms.yaml)', termsSchema)],
    ['docs/schemas/tests.schema.json', schema('Tests of a Deskside pack (tests.yaml)', testsSchema)],
    ['docs/schemas/rule.schema.json', schema('Deskside rule', ruleSchema)],
  ]);
}
