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
  /** Why a customer wants it, in a sentence or two. */
  readonly why: string;
}

/** What people read for the parts of a reply. */
export const partNames: Readonly<Record<PartId, PartName>> = {
  greeting: { title: 'Greeting', why: 'A name at the top tells them that a person is writing, and to them.' },
  acknowledgement: { title: 'Acknowledgement', why: 'Before any answer, people want to see that somebody has read what happened to them.' },
  substance: { title: 'What happened, or what to do', why: 'It is what they wrote for: the cause, the answer, the steps, or what you need from them.' },
  answers: { title: 'Questions answered', why: 'A question that stays open costs another message, and looks as if nobody had read it.' },
  'next-step': { title: 'Next step', why: 'Who does what by when. Without it they can only wait, and write again.' },
  'way-back': { title: 'Way back', why: 'It tells them how to reach you if this does not do it, so that they need not start over.' },
  'sign-off': { title: 'Sign-off', why: 'Your name at the end tells them whom to ask for.' },
};
