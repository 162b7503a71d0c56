import type { CancellationToken } from 'vscode-languageserver';
import type { Range } from '../core/index.js';
import { AlikeFinder } from '../core/packs/alike.js';
import { fieldsIn } from '../core/packs/fields.js';
import { packOf } from '../core/packs/library.js';
import type { Situation } from '../core/packs/pack.js';
import { generalised, particularsIn, type Particular } from '../core/packs/particulars.js';
import { plainText } from '../core/packs/snippet-syntax.js';
import { GREETING } from '../core/text/reply/greeting.js';
import { toOffsets } from './documents.js';
import { snippetsOfDraft } from './draftSnippets.js';
import { answer } from './messages.js';
import { serviceOf } from './packRequests.js';
import { plainly } from './plainly.js';
import type { PlannedSnippet, PlanSnippetParams, SavedSnippet, SaveSnippetParams } from './protocol.js';
import type { Reading, Session } from './session.js';
import { shortened } from '../core/shortened.js';
import { SnippetItems } from './snippetItems.js';

/** How many snippets that say much the same are shown. */
const MOST_ALIKE = 5;
/** As long as a title made of a passage may be. */
const LONGEST_TITLE = 60;

/** Answers `deskside/planSnippet` and `deskside/saveSnippet`: a passage of a draft becomes a snippet of a pack. */
export function providePlanSnippet(session: Session): void {
  answer(session, 'deskside/planSnippet', (params, token) => plan(session, params, token));
  answer(session, 'deskside/saveSnippet', (params, token) => save(session, params, token));
}

/** What a passage is. */
interface Passage extends PlannedSnippet {
  readonly text: string;
  readonly found: readonly Particular[];
  readonly moves: readonly string[];
  readonly situations: readonly Situation[];
}

async function plan(session: Session, { uri, range }: PlanSnippetParams, token: CancellationToken): Promise<PlannedSnippet | null> {
  const passage = await session.readWhole(uri, (reading, document) => passageOf(session, reading, toOffsets(document, range)), token);
  return passage ? { title: passage.title, particulars: passage.particulars, alike: passage.alike } : null;
}

function passageOf(session: Session, reading: Reading, range: Range): Passage {
  const text = reading.text.slice(range.start, range.end).trim();
  const snippets = snippetsOfDraft(reading);
  const found = particularsIn(text, snippets.known);
  const body = generalised(text, found);
  const sentences = reading.anatomy()?.sentences.filter(({ start, end }) => start < range.end && range.start < end) ?? [];
  const moves = [...new Set(sentences.map(({ move }) => move))].filter((move) => move !== 'other' && move !== 'greet' && move !== 'sign-off');
  const particulars = found.map((one) => ({ kind: one.kind, text: one.text, becomes: shown(one) }));
  return { text, found, title: titleOf(text), particulars, alike: alikeTo(session, reading, body), moves, situations: snippets.situations };
}

/** What takes a particular's place, as people read it. */
function shown(particular: Particular): string {
  const body = generalised(particular.text, [{ ...particular, ranges: [{ start: 0, end: particular.text.length }] }]);
  return fieldsIn(body).length > 0 ? body : plainText(body);
}

function alikeTo(session: Session, { settings }: Reading, body: string): PlannedSnippet['alike'] {
  const items = new SnippetItems(session, settings.project);
  return new AlikeFinder(settings.snippets).like(body).slice(0, MOST_ALIKE).map(({ snippet, likeness }) => {
    const { id, title, preview, file } = items.of(snippet);
    return { id, title, pack: packOf(id), preview, likeness, ...(file !== undefined && { file }) };
  });
}

/** A short line that ends no sentence, but perhaps a greeting. */
const ONLY_GREETS = /^[^.!?]{0,50}[,!]?$/u;

/** The first words of the first sentence that is more than a greeting. */
function titleOf(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[\s>#*-]+/u, '').trim()).filter((line) => line !== '' && !(GREETING.test(line) && ONLY_GREETS.test(line)));
  return shortened((lines[0] ?? text.trim()).split(/(?<=[.!?])\s/u)[0]?.replace(/[.!?,:;]+$/u, '') ?? '', LONGEST_TITLE);
}

async function save(session: Session, { uri, range, title, replace, to }: SaveSnippetParams, token: CancellationToken): Promise<SavedSnippet | null> {
  const passage = await session.readWhole(uri, (reading, document) => ({ ...passageOf(session, reading, toOffsets(document, range)), prefixes: reading.settings.snippets.flatMap(({ prefix }) => prefix) }), token);
  if (!passage) return null;
  const { text, found, moves, situations, prefixes } = passage;
  const body = generalised(text, found.filter((_, i) => replace.includes(i)));
  const saved = await plainly(() => serviceOf(session, 'Snippets can be saved').save(to, { title, body, answers: moves, when: situations }, prefixes));
  session.invalidate();
  return saved;
}
