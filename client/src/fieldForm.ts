import { Disposable, l10n, QuickInputButtons, window, type InputBox } from 'vscode';
import type { FilledSnippet } from '../../server/src/lsp/protocol.js';

type Field = FilledSnippet['unknown'][number];

/**
 * Asks for the fields of a snippet, one after the other. Escape ends the questions and nothing else: what was answered
 * counts, and the rest is filled in where the text has it.
 * @returns the answers by field; fields without one are not among them
 */
export async function askFields(title: string, fields: readonly Field[]): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (let step = 0; step < fields.length; ) {
    const field = fields[step];
    const answer = field && (await askField(title, field, step, fields.length, answers[field.name] ?? ''));
    if (!field || answer === undefined) break;
    if (answer === 'back') step--;
    else {
      answers[field.name] = answer.value;
      step++;
    }
  }
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
}

type Answer = { readonly value: string } | 'back' | undefined;

/** Undefined: no more questions. It stays open while somebody looks the answer up in another window. */
function askField(title: string, field: Field, step: number, steps: number, value: string): Promise<Answer> {
  const box = Object.assign(window.createInputBox(), {
    title,
    step: step + 1,
    totalSteps: steps,
    value,
    prompt: field.title,
    placeholder: field.default ?? l10n.t('What you leave empty is filled in in the text; so is the rest after Escape.'),
    ignoreFocusOut: true,
    buttons: step > 0 ? [QuickInputButtons.Back] : [],
  });
  return shown(box);
}

function shown(box: InputBox): Promise<Answer> {
  return new Promise<Answer>((done) => {
    const events = Disposable.from(
      box,
      box.onDidAccept(() => end({ value: box.value.trim() })),
      box.onDidTriggerButton(() => end('back')),
      box.onDidHide(() => end(undefined)),
    );
    const end = (answer: Answer): void => {
      done(answer);
      events.dispose();
    };
    box.show();
  });
}
