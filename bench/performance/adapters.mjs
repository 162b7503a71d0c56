// Other tools as they are meant to be used from a program. Plain JavaScript: what they export is their own affair.
import { join } from 'node:path';

/**
 * @param folder where the peers are installed
 * @param use imports a package as seen from there
 * @returns {readonly {name: string, does: string, load: () => Promise<(text: string) => unknown>}[]} in the order of the page
 */
export function adapters(folder, use) {
  return [
    { name: 'write-good', does: 'passive, weasel words, clichés; no Markdown', load: async () => (await use('write-good')).default },
    { name: 'cspell', does: 'spelling', load: async () => {
      const { spellCheckDocument } = await use('cspell-lib');
      return (text) => spellCheckDocument({ uri: 'file:///text.md', text, languageId: 'markdown', locale: 'en' }, { noConfigSearch: true }, {});
    } },
    { name: 'markdownlint', does: 'structure of Markdown, no prose', load: async () => {
      const { lint } = await use('markdownlint/sync');
      return (text) => lint({ strings: { text } });
    } },
    { name: 'alex', does: 'inconsiderate words; Markdown', load: async () => (await use('alex')).markdown },
    { name: 'remark-retext', does: 'equality, passive, simplify; Markdown', load: async () => {
      const { unified } = await use('unified');
      const names = ['remark-parse', 'remark-retext', 'retext-english', 'retext-equality', 'retext-passive', 'retext-simplify'];
      const [parse, toProse, english, equality, passive, simplify] = (await Promise.all(names.map(use))).map((plugin) => plugin.default);
      const reader = unified().use(parse).use(toProse, unified().use(english).use(equality).use(passive).use(simplify));
      return (text) => reader.run(reader.parse(text));
    } },
    { name: 'textlint with prh', does: 'our plain phrases; Markdown', load: async () => {
      const { createLinter, loadTextlintrc } = await use('textlint');
      const descriptor = await loadTextlintrc({ configFilePath: join(folder, 'textlintrc.json'), node_modulesDir: join(folder, 'node_modules') });
      const linter = createLinter({ descriptor });
      return (text) => linter.lintText(text, 'text.md');
    } },
    { name: 'harper.js', does: 'grammar and spelling', load: async () => {
      const [{ LocalLinter }, { binaryInlined }] = await Promise.all(['harper.js', 'harper.js/binaryInlined'].map(use));
      const linter = new LocalLinter({ binary: binaryInlined });
      await linter.setup();
      return (text) => linter.lint(text);
    } },
  ];
}
