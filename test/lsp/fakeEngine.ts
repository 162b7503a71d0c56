import type { Anatomy, Finding, Fix, Linter, LinterOptions, Pack, Range, RuleInfo, Severity, Source } from '../../server/src/core/index.js';
import type { SnippetsForDraft } from '../../server/src/core/packs/draftSnippets.js';
import type { Engine, RuntimeEnvironment } from '../../server/src/lsp/runtime.js';
import { WholeText, type LiveText } from '../../server/src/core/live/liveText.js';
import { createSnippetLibrary } from '../../server/src/core/packs/library.js';
import { fakeAnatomy } from './fakeAnatomy.js';

interface FakeRule {
  readonly id: string;
  readonly phrase: string;
  readonly severity: Severity;
  readonly fixes: (range: Range) => readonly Fix[];
}

const replace = (title: string, text: string, kind: Fix['kind'] = 'safe') => (range: Range): Fix => ({ title, kind, edits: [{ ...range, text }] });

/** A handful of rules that do not change when the real ones do. */
const fakeRules: readonly FakeRule[] = [
  {
    id: 'blame-language/should-have',
    phrase: 'you should have',
    severity: 'warning',
    fixes: (range) => [
      { ...replace('Offer a way forward', 'let us ${1:try} $2 again')(range), kind: 'suggestion', snippet: true },
      replace('Say what can still be done', 'you can still')(range),
    ],
  },
  { id: 'jargon', phrase: 'triage', severity: 'info', fixes: (range) => [replace('Say it plainly', 'look at asap')(range)] },
  { id: 'jargon/asap', phrase: 'asap', severity: 'hint', fixes: (range) => [replace('Say when', 'soon')(range)] },
  { id: 'unfilled-placeholder', phrase: '\\[name\\]', severity: 'error', fixes: () => [] },
  { id: 'hollow-apology', phrase: 'for any inconvenience', severity: 'error', fixes: () => [] },
];

const categoryOf = (id: string): string => id.split('/')[0] ?? id;

/** What was asked of the engine so far. */
export interface EngineLog {
  lints: number;
  anatomies: number;
  linters: number;
  readonly sources: Source[];
}

class FakeLinter implements Linter {
  readonly rules: readonly RuleInfo[];
  readonly problems;

  constructor(
    private readonly options: LinterOptions,
    private readonly log: EngineLog,
  ) {
    this.rules = fakeRules.map(({ id, severity }) => ({
      id,
      category: categoryOf(id),
      severity: this.isOff(id) ? undefined : severity,
      title: `About ${id}`,
      why: `Why ${id} hurts.`,
      source: 'https://www.example.org/advice',
    }));
    const unknown = Object.keys(options.config?.rules ?? {}).filter((id) => !this.rule(id));
    this.problems = unknown.map((id) => ({ path: ['rules', id], message: `“${id}” is not a rule.` }));
  }

  unknownRule(name: string): string | undefined {
    return this.rule(name) ? undefined : `“${name}” is not a rule.`;
  }

  follow(source: Source): LiveText {
    return new WholeText(source, this);
  }

  lint(source: Source): readonly Finding[] {
    this.log.lints++;
    this.log.sources.push(source);
    const found = fakeRules.filter(({ id }) => !this.isOff(id)).flatMap((rule) => findingsOf(rule, source.text));
    return found.sort((a, b) => a.start - b.start);
  }

  anatomy({ kind, text }: Source): Anatomy | undefined {
    this.log.anatomies++;
    if (text.includes('crash')) throw new Error('A mistake of ours.');
    return kind === 'reply' ? fakeAnatomy(text) : undefined;
  }

  snippets({ fields = {} }: Source): SnippetsForDraft {
    const library = createSnippetLibrary([essentials, ...(this.options.packs ?? [])]);
    const known = new Map(Object.entries({ ...this.options.config?.fields, ...fields }));
    return {
      situations: [],
      known,
      search: (query) => library.search(query),
      forCustomer: () => ({ about: [], others: [] }),
      fitting: (categories, query) => library.search({ ...query, categories }).map(({ snippet }) => snippet),
      bodyOf: (snippet) => library.fill(snippet, known),
    };
  }

  rule(id: string): RuleInfo | undefined {
    return this.rules.find((rule) => rule.id === id || rule.category === id);
  }

  private isOff(id: string): boolean {
    const { rules = {} } = this.options.config ?? {};
    return (rules[id] ?? rules[categoryOf(id)]) === 'off';
  }
}

function findingsOf({ id, phrase, severity, fixes }: FakeRule, text: string): Finding[] {
  return [...text.toLowerCase().matchAll(new RegExp(phrase, 'g'))].map(({ 0: match, index }) => {
    const range = { start: index, end: index + match.length };
    return { rule: id, category: categoryOf(id), severity, message: `“${phrase}” hurts.`, fixes: fixes(range), ...range };
  });
}

/** The sentence around a place, as far as full stops go. */
function sentenceAt(text: string, { start }: Range): string {
  const from = text.lastIndexOf('.', start) + 1;
  const to = text.indexOf('.', start);
  return text.slice(from, to < 0 ? text.length : to + 1).trim();
}

const essentials: Pack = {
  name: 'essentials',
  title: 'Essentials',
  version: '1.0.0',
  description: 'For tests.',
  language: 'en',
  snippets: [
    { id: 'essentials/next-step', title: 'Add a next step', prefix: ['next-step', 'commit'], description: 'Say who does what by when.', answers: ['missing-next-step'], moment: 'closing', kinds: ['reply'], body: 'I will write again by ${1:Friday}.' },
    { id: 'essentials/before-you-begin', title: 'Before you begin', prefix: ['before'], description: 'What readers need at hand.', answers: [], moment: 'opening', kinds: ['article'], body: '## Before you begin\n\n- $1' },
  ],
};

/** A runtime that nothing outside the test can influence. */
export function fakeRuntime(): { readonly runtime: RuntimeEnvironment; readonly log: EngineLog } {
  const log: EngineLog = { lints: 0, anatomies: 0, linters: 0, sources: [] };
  const engine: Engine = {
    createLinter: (options) => {
      log.linters++;
      return new FakeLinter(options, log);
    },
    isEnglish: ({ text }) => !text.includes('Guten Tag'),
    sentencesAt: ({ text }, ranges) => ranges.map((range) => sentenceAt(text, range)),
    linkAt: () => undefined,
    titleFor: () => undefined,
    cleanReply: ({ text }) => {
      const at = text.indexOf('${');
      return { text: text.replace(/^>.*\n/gm, ''), open: at < 0 ? [] : [{ start: at, end: text.indexOf('}', at) + 1 }] };
    },
  };
  return { log, runtime: { version: '0.0.0', engine, builtinPacks: [essentials], rulePageBase: 'file:///deskside/docs/rules', pushDelay: 0 } };
}
