import { resolve } from 'pathe';
import type { Kind, Linter } from '../core/index.js';
import { explainLayers } from '../files/explain.js';
import type { ValueOrigin } from '../files/explain.js';
import type { Layer, Said } from '../files/layers.js';
import type { Resolution, Resolver } from '../files/resolve.js';
import type { Settings } from '../files/settings.js';
import { readText } from '../files/text.js';
import { layerOfText } from '../files/textLayer.js';
import { readArguments } from './args.js';
import { saidOf, textsIn, type Texts } from './configTexts.js';
import type { Desk } from './desk.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { CONFIG_OPTIONS } from './lintOptions.js';
import { plainDesk } from './plainDesk.js';
import { onOneLine, widthOf } from './report/plain.js';
import { shownPath } from './shownPath.js';

/** `deskside config PATH`: what holds for a file or a folder, and who says so. */
export async function configCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { ...CONFIG_OPTIONS, format: ['text', 'json'] });
  const [name, ...others] = args.positionals;
  if (name === undefined || others.length) throw new UsageError('Say which file or folder, one at a time: deskside config kb/article.md');
  const { desk, errors, resolver } = plainDesk(io, args);
  const path = resolve(io.cwd, name);
  const isFolder = (await io.fs.stat(path).catch(() => undefined)) === 'folder';
  const page = isFolder ? await folderPage(io, path, resolver, desk) : await filePage(io, path, resolver, desk);
  await io.out.write(args.options.get('format') === 'json' ? page.json() : page.text());
  return errors.failed ? 2 : 0;
}

async function filePage(io: Io, path: string, resolver: Resolver, desk: Desk): Promise<ConfigPage> {
  const read = await readText(io.fs, path);
  const text = 'text' in read ? read.text : '';
  const resolution = await resolver.resolve({ path, text });
  const linter = await desk.linter(resolution.settings);
  // What holds for a file can be asked before there is one
  if ('problem' in read) await desk.complain(path, read.isGone ? 'there is no such file yet; this is what would hold for one there.' : `${read.problem}.`, false);
  const idle = [...idleKeys(linter), ...idleFields(linter, text, resolution.kind)];
  return new ConfigPage(io.cwd, path, resolution, [...resolution.settings.layers, layerOfText(path, text, resolution.kind)], idle);
}

/** What the config sets and nothing knows: rules of no name, terms that cannot be looked for. */
function idleKeys({ problems }: Linter): readonly string[] {
  return problems.map(({ path }) => path.join('.'));
}

/** The fields of a front matter that cannot be what they are. */
function idleFields(linter: Linter, text: string, kind: Kind | undefined): readonly string[] {
  const slips = linter.lint({ text, ...(kind && { kind }) }).filter(({ category }) => category === 'front-matter');
  return slips.flatMap(({ start }) => /^\s*(\w+)/u.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[1] ?? []);
}

async function folderPage(io: Io, path: string, resolver: Resolver, desk: Desk): Promise<ConfigPage> {
  const settings = await resolver.settings(path);
  const idle = idleKeys(await desk.linter(settings));
  const texts = await textsIn(io, path, resolver);
  const nothing = { kind: undefined, kindFrom: undefined, settings };
  return new ConfigPage(io.cwd, path, nothing, settings.layers, idle, texts);
}

class ConfigPage {
  constructor(
    private readonly cwd: string,
    private readonly path: string,
    private readonly resolution: Pick<Resolution, 'kind' | 'kindFrom' | 'settings'>,
    private readonly layers: readonly Layer[],
    /** The keys whose values are of no effect. */
    private readonly idle: readonly string[],
    /** Of a folder: what is in it. */
    private readonly texts?: readonly Texts[],
  ) {}

  get settings(): Settings {
    return this.resolution.settings;
  }

  json(): string {
    const { kind = null, kindFrom = null, settings } = this.resolution;
    const { packs, configFiles, ignoreFile, ignores } = settings;
    const page = {
      path: this.name(this.path),
      ...(this.texts ? { texts: this.texts } : { kind, kindFrom }),
      kindSaidAt: kindFrom === 'config' ? this.plain(settings.kindOf(this.path)) : null,
      leftOutBy: this.plain(settings.leftOutBy(this.path)),
      configFiles: configFiles.map((file) => this.name(file)),
      settings: explainLayers(this.layers).map(({ key, value, from }) => ({ key, value, ...(this.idle.includes(key) && { holds: false }), from: 'file' in from ? { ...from, file: this.name(from.file) } : from })),
      packs: packs.map((pack) => this.name(pack)),
      ignores: ignoreFile === undefined ? null : { path: this.name(ignoreFile), entries: ignores.length },
    };
    return `${JSON.stringify(page, undefined, 2)}\n`;
  }

  text(): string {
    const { settings } = this.resolution;
    const rows = explainLayers(this.layers).map(({ key, value, from }) => [key, onOneLine(String(value)), this.origin(from) + (this.idle.includes(key) ? ', of no effect' : '')] as const);
    const packs = settings.packs.map((pack) => ['packs', this.name(pack), ''] as const);
    const ignores = settings.ignoreFile === undefined ? [] : [['ignores', `${settings.ignores.length} of them`, this.name(settings.ignoreFile)] as const];
    const overrides = this.texts && this.settings.hasOverridesBelow(this.path) ? '\nFor some of these files “overrides” say more: deskside config FILE shows it.\n' : '';
    return `${this.name(this.path)}\n${this.heading()}\n${columns([...rows, ...packs, ...ignores])}${overrides}`;
  }

  private heading(): string {
    if (!this.texts) return `  ${saidOf(this.resolution, this.path, this.cwd)}\n`;
    if (!this.texts.length) return '  a folder without texts\n';
    const counts = this.texts.map(({ said, files }) => `    ${String(files).padStart(String(this.texts?.[0]?.files).length)}  ${said}\n`);
    return `  a folder; of the texts in it are\n${counts.join('')}`;
  }

  private origin(from: ValueOrigin): string {
    if (from.by === 'default') return 'default';
    if (from.by === 'editor') return 'settings of the editor';
    if (from.by === 'options') return 'option on the command line';
    return this.place(from) + (from.files ? `, for ${from.files.join(', ')}` : '');
  }

  private place({ file, line }: { readonly file: string; readonly line: number }): string {
    return `${this.name(file)}:${line}`;
  }

  private plain(said: Said<unknown> | undefined): object | null {
    return said ? { pattern: said.pattern, file: this.name(said.file), line: said.line } : null;
  }

  private name(path: string): string {
    return shownPath(this.cwd, path);
  }
}

/** Rows of three, the first two as wide as their widest. */
function columns(rows: readonly (readonly [string, string, string])[]): string {
  const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
  const [first, second] = [0, 1].map((i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  return rows.map(([a, b, c]) => `  ${pad(a, first ?? 0)}  ${pad(b, second ?? 0)}  ${c}`.trimEnd() + '\n').join('');
}
