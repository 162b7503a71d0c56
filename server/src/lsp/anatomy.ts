import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isOpen } from '../core/anatomy/anatomy.js';
import { partNames } from '../core/anatomy/names.js';
import type { Anatomy, CustomerQuestion, Fix, Part, Range } from '../core/index.js';
import { escapeSnippetText, plainText, PREVIEW } from '../core/packs/snippet-syntax.js';
import { toRange } from './documents.js';
import { answer, tell } from './messages.js';
import type { AnatomyResult, MoveItem, PartInsert, PartItem } from './protocol.js';
import type { Session } from './session.js';
import { shortened } from '../core/shortened.js';

/** Answers `deskside/anatomy`, and tells clients that asked for it when to ask again. */
export function provideAnatomy(session: Session): void {
  answer(session, 'deskside/anatomy', async ({ uri }, token) => (await session.readWhole(uri, (reading, document) => toResult(document, reading.anatomy()), token)) ?? null);
  if (!session.client.anatomy) return;
  session.onDidRead(({ document: { uri } }) => void tell(session, 'deskside/didChangeAnatomy', { uri }));
}

function toResult(document: TextDocument, anatomy: Anatomy | undefined): AnatomyResult | undefined {
  if (!anatomy) return undefined;
  const { channel, words, grade = null } = anatomy;
  const parts = anatomy.parts.flatMap((part) => [...(part.state === 'not-needed' ? [] : toPartItems(document, part, anatomy.questions)), ...(part.id === 'answers' ? putOffItems(document, anatomy.questions) : [])]);
  const missing = parts.filter(({ found }) => !found).length;
  return { uri: document.uri, version: document.version, channel, sentences: toMoveItems(document, anatomy), parts, missing, words, grade };
}

function toMoveItems(document: TextDocument, { sentences }: Anatomy): readonly MoveItem[] {
  const textOf = (range: Range): string => document.getText(toRange(document, range));
  return sentences.map(({ move, commitment, ...range }) => ({
    move,
    range: toRange(document, range),
    commitment: commitment ? { who: commitment.who ? textOf(commitment.who) : null, what: textOf(commitment.what), when: commitment.when ? textOf(commitment.when) : null } : null,
  }));
}

/** One item for a part; of the answers, one for each question that has none. */
function toPartItems(document: TextDocument, part: Part, questions: readonly CustomerQuestion[]): readonly PartItem[] {
  const { id, state, at } = part;
  const range = at ? toRange(document, at) : null;
  const found = state === 'found';
  const item = { id, ...partNames[id], found, excerpt: found && range ? shortened(document.getText(range)) : null, range, inserts: part.inserts.flatMap((fix) => toInserts(document, fix)) };
  const open = id === 'answers' && !found ? questions.filter(isOpen) : [];
  return open.length === 0 ? [item] : open.map((question) => ({ ...item, ...toOpenQuestion(document, question) }));
}

/** Questions that are answered later: the customer will look for it, so the writer keeps them in sight. */
function putOffItems(document: TextDocument, questions: readonly CustomerQuestion[]): readonly PartItem[] {
  return questions.flatMap(({ putOff, ...question }): PartItem[] => {
    if (!putOff) return [];
    const range = toRange(document, putOff);
    const title = `To answer later: “${shortened(document.getText(toRange(document, question)))}”`;
    return [{ id: 'answers', title, hint: '', why: 'The answer to this is still to come, and the customer will look for it.', found: true, putOff: true, excerpt: shortened(document.getText(range)), range, inserts: [] }];
  });
}

function toOpenQuestion(document: TextDocument, question: CustomerQuestion): Pick<PartItem, 'title' | 'hint' | 'range' | 'inserts'> {
  const range = toRange(document, question);
  const inserts = (question.inserts ?? []).flatMap((fix) => toInserts(document, fix));
  return { title: `Answer “${shortened(document.getText(range))}”`, hint: '', range, inserts };
}

function toInserts(document: TextDocument, { title, edits, snippet }: Fix): readonly PartInsert[] {
  const [edit] = edits;
  if (!edit || edits.length > 1) return [];
  const body = snippet === true ? edit.text : escapeSnippetText(edit.text);
  return [{ title, range: toRange(document, edit), snippet: body, preview: plainText(body, PREVIEW).trim() }];
}
