import { wrongName } from '../../anatomy/wrongName.js';
import type { Check, CheckHit, CheckInput } from '../check.js';

/** A greeting that names somebody else than the customer. */
export const otherName: Check = (input) => greetedName(input, false);

/** A greeting that gets one letter of the customer's name wrong. */
export const misspeltName: Check = (input) => greetedName(input, true);

function greetedName({ reading, program }: CheckInput, misspelt: boolean): readonly CheckHit[] {
  const wrong = wrongName(reading, program.set.words['nicknames'] ?? []);
  return wrong && wrong.misspelt === misspelt ? [{ start: wrong.start, end: wrong.end, extra: { name: wrong.meant } }] : [];
}
