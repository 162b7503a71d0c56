import { readingCustomerNames } from '../../anatomy/customer.js';
import { wrongName } from '../../anatomy/wrongName.js';
import type { CheckHit, CheckInput, SteppedCheck } from '../check.js';
import type { Steps } from '../../steps.js';

/** A greeting that names somebody else than the customer. */
export const otherName: SteppedCheck = (input) => greetedName(input, false);

/** A greeting that gets one letter of the customer's name wrong. */
export const misspeltName: SteppedCheck = (input) => greetedName(input, true);

function* greetedName({ reading, program }: CheckInput, misspelt: boolean): Steps<readonly CheckHit[]> {
  // They are looked for in all that is quoted.
  yield* readingCustomerNames(reading);
  const wrong = wrongName(reading, program.set.words['nicknames'] ?? []);
  return wrong && wrong.misspelt === misspelt ? [{ start: wrong.start, end: wrong.end, extra: { name: wrong.meant } }] : [];
}
