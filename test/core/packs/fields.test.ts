import assert from 'node:assert/strict';
import { fieldsIn, fieldsOf, fillFields } from '../../../server/src/core/packs/fields.js';

const fields = fieldsOf({ fields: [{ name: 'plan', title: 'Their plan', default: 'Basic' }] });
const fill = (body: string, values: Record<string, string> = {}) => fillFields(body, new Map(Object.entries(values)), fields);

describe('named fields', () => {
  it('are found wherever they stand', () => {
    assert.deepEqual(fieldsIn('Hi ${customer}, ${1:about ${plan:x}} $agent').map(({ name }) => name), ['customer', 'plan', 'agent']);
  });

  it('take what is known, as the plain text it is', () => {
    assert.equal(fill('Hi ${customer:there}, ${1:see $ticket}.', { customer: 'A$1}', ticket: '#7' }), 'Hi A\\$1\\}, ${1:see #7}.');
  });

  it('become tab stops where nothing is known, one for each field', () => {
    assert.equal(fill('Hi ${customer:there}, ${2:x} ${plan}, ${plan} $ticket'), 'Hi ${3:there}, ${2:x} ${4:Basic}, ${4:Basic} ${5:The ticket’s number}');
    assert.equal(fill('${customer}', { customer: '' }), '${1:The customer’s name}');
  });

  it('leave all else as it was written', () => {
    const body = 'a \\$ ${1|one,two\\,|} ${2:x ${3:y} \\}} $0 ${oops ${4:never';
    assert.equal(fill(body), body);
  });

  it('know those of every pack and the pack’s own', () => {
    assert.deepEqual([...fields.keys()], ['customer', 'ticket', 'agent', 'due', 'plan']);
  });
});
