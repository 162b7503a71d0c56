import type { Move, PartId } from './anatomy.js';

/** What people read for a move, in an outline and on a terminal. */
export const moveNames: Readonly<Record<Move, string>> = {
  greet: 'Greet',
  thank: 'Thank',
  acknowledge: 'Acknowledge',
  apologise: 'Apologise',
  explain: 'Explain',
  ask: 'Ask',
  instruct: 'Instruct',
  commit: 'Commit',
  'hand-over': 'Hand over',
  confirm: 'Confirm',
  invite: 'Invite',
  'sign-off': 'Sign off',
  other: 'Other',
};

/** What people read for a part of a reply. */
export interface PartName {
  readonly title: string;
  /** What it would be, in a few words. */
  readonly hint: string;
  /** Why a customer wants it, in a sentence or two. */
  readonly why: string;
}

/** What people read for the parts of a reply. */
export const partNames: Readonly<Record<PartId, PartName>> = {
  greeting: { title: 'Greeting', hint: 'their name', why: 'A name at the top tells them that a person is writing, and to them.' },
  acknowledgement: { title: 'Acknowledgement', hint: 'that you understand', why: 'Before any answer, people want to see that somebody has read what happened to them.' },
  substance: { title: 'The answer', hint: 'what they wrote for', why: 'What happened, what to do, or what you need from them to find out.' },
  answers: { title: 'Their questions', hint: 'each with an answer', why: 'A question that stays open costs another message, and looks as if nobody had read it.' },
  'next-step': { title: 'Next step', hint: 'who does what by when', why: 'Without it they can only wait, and write again to ask.' },
  'way-back': { title: 'Way back', hint: 'how to reach you again', why: 'It saves them from starting over with somebody else.' },
  'sign-off': { title: 'Sign-off', hint: 'your name', why: 'Your name at the end tells them whom to ask for.' },
};
