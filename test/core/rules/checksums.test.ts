import assert from 'node:assert/strict';
import { isCardNumber, isIban, isLuhn, isSocialSecurityNumber } from '../../../server/src/core/rules/checks/checksums.js';

describe('checksums', () => {
  it('know card numbers by checksum, issuer and length', () => {
    for (const digits of ['4111111111111111', '5500000000000004', '378282246310005', '6011111111111117', '3530111333300000', '30569309025904']) assert.ok(isCardNumber(digits), digits);
    for (const digits of ['4111111111111112', '1111111111111117', '411111111111111', '0000000000000000', '9780306406157']) assert.ok(!isCardNumber(digits), digits);
  });

  it('know Luhn', () => {
    assert.ok(isLuhn('79927398713'));
    assert.ok(!isLuhn('79927398710'));
  });

  it('know bank account numbers by country, length and checksum', () => {
    for (const iban of ['GB82WEST12345698765432', 'DE89370400440532013000', 'FR1420041010050500013M02606']) assert.ok(isIban(iban), iban);
    for (const iban of ['GB82WEST12345698765433', 'DE8937040044053201300', 'XX82WEST12345698765432']) assert.ok(!isIban(iban), iban);
  });

  it('know the social security numbers that are never given out', () => {
    assert.ok(isSocialSecurityNumber('219', '09', '9999'));
    for (const [area, group, serial] of [['000', '12', '3456'], ['666', '12', '3456'], ['900', '12', '3456'], ['219', '00', '3456'], ['219', '12', '0000']] as const) {
      assert.ok(!isSocialSecurityNumber(area, group, serial), area);
    }
  });
});
