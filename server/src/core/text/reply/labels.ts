/** What stands before a colon without speaking, though what follows may speak to somebody. Other labels (`Postcode: …`) are told by what follows. */
const BEFORE_WORDS = `action actions additionally addon addons advice alternatively answer answers attention background basically cause caution check conclusion condition
  cons description details disclaimer error example examples feedback fix furthermore fyi github goal help hint ie important issue item namely nb note notes
  on option options outcome part parts problem procedure pros ps question questions re reason recap reminder reply request requirements resolution resources
  result sadly second server solution source sources status step steps suggestion summary symptom task tasks terms third tip tips title tldr to
  unfortunately warning workaround`;

/** What stands before a time without speaking: a day of the year, the parts of a plan. */
const BEFORE_TIMES = `january february march april may june july august september october november december
  appointment billing checkin checkout date day deadline delivery due end hours log logs meeting month opening payment period pickup room route shift start time week year`;

const LABELS = new Set(`${BEFORE_WORDS} ${BEFORE_TIMES}`.split(/\s+/));

/** `Q:`, `A1:`. */
const QUESTION_OR_ANSWER = /^[qa]\d{0,2}$/i;

/** Whether the name in the head of a line is a label and nobody's: the parts of a letter, an order, a plan. */
export function isLabel(speaker: string): boolean {
  return QUESTION_OR_ANSWER.test(speaker) || LABELS.has(/^\p{L}+/u.exec(speaker)?.[0].toLowerCase() ?? '');
}
