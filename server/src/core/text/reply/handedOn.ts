/** What only a colleague is asked or told, of a message that is handed on. */
const HANDS_ON = /\b(?:(?:could|can|would|will) you (?:please |kindly |maybe |perhaps )?(?:take (?:(?:this|that|the) one|(?:this|that|it|her|him|them) (?:on|over|from here|off me))|take over|cover this one|deal with (?:this (?:customer|client|guest|one)|her|him)|(?:reply|answer|get back|write back|respond) to (?:her|him|them|this (?:customer|client|guest)))|please (?:take over|take (?:this|it) (?:one|on|over))|over to you\b|one for (?:you|your team)\b|(?:is|looks|seems) (?:like )?yours to answer|(?:forwarding|passing) (?:this|it|her|him|them)(?: on)? to you|see (?:her|his|their) (?:mail|message|email|note) below)\b/i;
/** As much of a letter as says what is to be done with it. */
const AN_OPENING = 400;

/** Whether a letter hands on what somebody else has written, so that it is for a colleague: `Hi Ben, could you take this one?`. @param letter its words, from the greeting on */
export function handsOn(letter: string): boolean {
  return HANDS_ON.test(letter.slice(0, AN_OPENING));
}
