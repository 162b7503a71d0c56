/** Words that stand on a line of their own in a chat, large as names are. The reading of a frame comes before any lexicon, and asks for these alone. */
const LONE_WORDS = new Set(
  `absolutely account added agreed ah all also and answer answered anything anyway apologies approved attached awesome booked both bravo brilliant but
  cancelled certainly changed checked closed confirmed congrats congratulations cool correct credited definitely delivered done edit enjoy everything
  exactly excellent fantastic finally finished first fixed found friday great hello here hey hi hmm hooray how however hurrah indeed instead invoice
  issued last later lovely maybe meanwhile monday never next nice no nobody none nope note noted nothing now ok okay one only oops open opened or order
  otherwise ouch paid pardon perfect perhaps please posted probably question ready refund refunded released removed reopened replaced resent reset
  resolved restored right saturday sent settings shipped so solved some something soon sorry sorted success sunday super sure test then there thursday
  ticket today tomorrow tonight true tuesday two understood unknown unlocked update updated uploaded wait wednesday welcome what when where which who
  why wonderful working wow wrong yay yeah yep yes yup`.split(/\s+/),
);

/** Whether a line begins with a common word, as `Done` and `All sorted` do: it is no name then. */
export function opensWithWord(line: string): boolean {
  return LONE_WORDS.has(/^\p{L}+/u.exec(line)?.[0].toLowerCase() ?? '');
}
