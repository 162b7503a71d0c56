import type { RuleInfo } from '../core/index.js';
import { meant, readArguments } from './args.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { CONFIG_OPTIONS } from './lintOptions.js';
import { plainDesk } from './plainDesk.js';
import { onOneLine, widthOf, wrap } from './report/plain.js';

/** `deskside rules [id]`: what is looked for, as the config here sets it. */
export async function rulesCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { ...CONFIG_OPTIONS, format: ['text', 'json'] });
  const { desk, errors, resolver } = plainDesk(io, args);
  const { rules } = await desk.linter(await resolver.settings(io.cwd));
  const [id] = args.positionals;
  const shown = rules.filter((rule) => id === undefined || rule.id === id || rule.category === id);
  if (id !== undefined && !shown.length) throw new UsageError(`There is no rule or category “${id}”.${meant(id, rules.flatMap((rule) => [rule.id, rule.category]), '')}`);
  await io.out.write(args.options.get('format') === 'json' ? `${JSON.stringify(shown, undefined, 2)}\n` : id === undefined ? table(shown) : shown.map(page).join('\n'));
  return errors.failed ? 2 : 0;
}

/** One line a rule: its id, how severe it is, and what it is about. */
function table(rules: readonly RuleInfo[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => widthOf(id)));
  return rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${(severity ?? 'off').padEnd(7)}  ${onOneLine(title)}\n`).join('');
}

function page({ id, severity, title, why, source }: RuleInfo): string {
  const lines = wrap(onOneLine(why), 76).map((line) => `    ${line}\n`);
  return `${id}  ${severity ?? 'off'}\n    ${onOneLine(title)}\n${lines.join('')}${source ? `    ${source}\n` : ''}`;
}
