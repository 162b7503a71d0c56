import { Disposable, l10n, LanguageModelTextPart, LanguageModelToolResult, lm, type LanguageModelTool } from 'vscode';
import { request, type TellAssistantParams } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

/** What a model may say of the text that it asks about; without a text it is the draft in front. */
type Asked = Pick<TellAssistantParams, 'text' | 'kind'>;

/** `#desksideLint` and `#desksideChecklist` in chat: a model hears what the editor shows. */
export function registerAssistantTools(deskside: Deskside): Disposable {
  // Editors that are built on VS Code may do without chat, and without saying so: all the rest must still start
  if (typeof lm?.registerTool !== 'function') return Disposable.from();
  return Disposable.from(
    lm.registerTool('deskside_lint', tool(deskside, 'findings', l10n.t('Reading for what could hurt the customer'))),
    lm.registerTool('deskside_checklist', tool(deskside, 'checklist', l10n.t('Reading for what the reply lacks'))),
  );
}

function tool({ client }: Deskside, what: TellAssistantParams['what'], invocationMessage: string): LanguageModelTool<Asked> {
  return {
    prepareInvocation: ({ input }) => ({ invocationMessage, ...(!hasText(input) && { confirmationMessages: confirmation() }) }),
    invoke: async ({ input }, token) => {
      const uri = activeEditor()?.document.uri.toString();
      const params: TellAssistantParams = { what, ...(uri !== undefined && { uri }), ...(hasText(input) && { text: input.text }), ...(input.kind && { kind: input.kind }) };
      return new LanguageModelToolResult([new LanguageModelTextPart(await request(client, 'deskside/tellAssistant', params, token))]);
    },
  };
}

/** Models leave nothing out by an empty text, too. */
const hasText = (asked: Asked): asked is Asked & { readonly text: string } => asked.text !== undefined && asked.text.trim() !== '';

/** A text that the model has written it knows already; of the one in front, the answer quotes words. */
const confirmation = () => ({
  title: l10n.t('Read the draft in front?'),
  message: l10n.t('Deskside reads it on this machine. What it finds, with the words it finds it in, goes to the language model of this chat.'),
});
