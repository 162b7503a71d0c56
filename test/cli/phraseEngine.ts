import { WholeText } from '../../server/src/core/live/liveText.js';
import type { Engine } from '../../server/src/cli/io.js';
import type { Finding, Fix, LinterOptions, Range, Severity, Source } from '../../server/src/core/index.js';

/** A rule that finds a string, for tests of everything around the engine. */
export interface PhraseRule {
  readonly phrase: string;
  readonly rule: string;
  readonly severity?: Severity;
  readonly message?: string;
  readonly fixes?: (text: string, range: Range) => readonly Fix[];
}

/** An engine that finds strings. It remembers with what its linters were made. */
export function phraseEngine(rules: readonly PhraseRule[]): Engine & { readonly made: LinterOptions[] } {
  const made: LinterOptions[] = [];
  const infos = rules.map(({ rule, severity = 'warning', phrase }) => ({ id: rule, category: categoryOf(rule), severity, title: `Finds “${phrase}”`, why: 'Because.', source: '' }));
  return {
    made,
    createLinter: (options) => {
      made.push(options);
      const lint = (source: Source) => rules.flatMap((rule) => findAll(rule, source, options)).sort((a, b) => a.start - b.start);
      return {
        lint,
        follow: (source) => new WholeText(source, { lint, anatomy: () => undefined }),
        anatomy: () => undefined,
        snippets: () => ({ situations: [], known: new Map(), search: () => [], forCustomer: () => ({ about: [], others: [] }), fitting: () => [], bodyOf: ({ body }) => body }),
        rule: (id) => infos.find((info) => info.id === id),
        rules: infos,
        problems: [],
        unknownRule: (name) => (infos.some(({ id, category }) => name === id || name === category) ? undefined : `There is no rule or category “${name}”.`),
      };
    },
    measure: ({ text }) => ({ title: /^# (.+)$/m.exec(text)?.[1], words: text.split(/\s+/).length, grade: undefined }),
    isEnglish: ({ text }) => !text.includes('nicht'),
    sentencesAt: ({ text }, ranges) => ranges.map(({ start }) => text.split(/(?<=[.?!])\s+/).find((sentence) => text.indexOf(sentence) + sentence.length > start) ?? ''),
  };
}

/** A safe fix that puts other words in a phrase's place. */
export function replaceBy(words: string): (text: string, range: Range) => readonly Fix[] {
  return (_text, { start, end }) => [{ title: `Write “${words}”`, kind: 'safe', edits: [{ start, end, text: words }] }];
}

function findAll(rule: PhraseRule, { text }: Source, { config }: LinterOptions): Finding[] {
  const found: Finding[] = [];
  for (let start = text.indexOf(rule.phrase); start >= 0; start = text.indexOf(rule.phrase, start + 1)) {
    const range = { start, end: start + rule.phrase.length };
    const severity = config?.rules?.[rule.rule] ?? rule.severity ?? 'warning';
    if (severity === 'off') continue;
    found.push({ rule: rule.rule, category: categoryOf(rule.rule), severity, ...range, message: rule.message ?? `Mind “${rule.phrase}”.`, fixes: rule.fixes?.(text, range) ?? [] });
  }
  return found;
}

function categoryOf(rule: string): string {
  return rule.split('/')[0] ?? rule;
}
