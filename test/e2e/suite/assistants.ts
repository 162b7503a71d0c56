import { LanguageModelTextPart, lm } from 'vscode';
import { blame, closeAll, draft } from './documents.js';
import { finding } from './until.js';

/** What a model in chat hears of us. Free of Node, as it runs in a browser, too. */
export function describeAssistants(): void {
  describe('the tools for chat', () => {
    afterEach(closeAll);

    it('are offered, and tell of the draft in front', async () => {
      const names = lm.tools.map(({ name }) => name).filter((name) => name.startsWith('deskside'));
      expect(names.sort().join() === 'deskside_checklist,deskside_lint', `these tools are there: ${names.join()}`);
      const { uri } = await draft();
      await finding(uri, blame);
      const findings = await ask('deskside_lint', {});
      expect(/^Found in this reply: .*\n[^]*blame-language\/should-have: “/.test(findings), findings);
      const checklist = await ask('deskside_checklist', {});
      expect(/^A reply by \w+ of \d+ words[^]*\nParts:\n/.test(checklist), checklist);
    });

    it('tell of a text that the model has written', async () => {
      const findings = await ask('deskside_lint', { text: 'As I said, you should have read the manual.', kind: 'macro' });
      expect(findings.startsWith('Found in this snippet:'), findings);
    });

    it('say the way out where there is no draft', async () => {
      const said = await ask('deskside_lint', {}).catch((error: unknown) => String(error));
      expect(/no draft in front.*“text”/.test(said), said);
    });
  });
}

async function ask(tool: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
