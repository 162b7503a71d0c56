import { relative, resolve } from 'pathe';
import { explainLayers } from '../files/explain.js';
import type { ValueOrigin } from '../files/explain.js';
import type { Layer, Said } from '../files/layers.js';
import type { Resolution } from '../files/resolve.js';
import { readText } from '../files/text.js';
import { layerOfText } from '../files/textLayer.js';
import { readArguments } from './args.js';
import { Desk, PLAIN } from './desk.js';
import { ErrorStream } from './errors.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { CONFIG_OPTIONS, readConfigOptions } from './lintOptions.js';
import { onOneLine, widthOf } from './report/plain.js';
import { resolverFor } from './resolver.js';

/** `deskside config FILE`: what holds for a file, and who says so. */
export async function configCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { ...CONFIG_OPTIONS, format: ['text', 'json'] });
  const [name, ...others] = args.positionals;
  if (name === undefined || others.length) throw new UsageError('deskside config takes one file: deskside config kb/article.md');
  const resolver = resolverFor(io, readConfigOptions(args, io.cwd));
  const path = resolve(io.cwd, name);
  const read = await readText(io.fs, path);
  // What holds for a file can be asked before there is one
  const text = 'text' in read ? read.text : '';
  const resolution = await resolver.resolve({ path, text });
  const errors = new ErrorStream(io.err);
  const desk = new Desk(io, PLAIN, errors);
  await desk.linter(resolution.settings);
  if ('problem' in read && read.isGone) await errors.say({ text: `${relative(io.cwd, path)}: there is no such file yet; this is what would hold for one there.\n`, failed: false });
  const ownLayer = layerOfText(path, text, resolution.kind);
  const page = new ConfigPage(io.cwd, path, resolution, [...resolution.settings.layers, ownLayer]);
  await io.out.write(args.options.get('format') === 'json' ? page.json() : page.text());
  return errors.failed ? 2 : 0;
}

class ConfigPage {
  constructor(
    private readonly cwd: string,
    private readonly path: string,
    private readonly resolution: Resolution,
    private readonly layers: readonly Layer[],
  ) {}

  json(): string {
    const { kind = null, kindFrom = null, settings } = this.resolution;
    const { packs, configFiles, ignoreFile, ignores } = settings;
    const page = {
      path: this.name(this.path),
      kind,
      kindFrom,
      kindSaidAt: kindFrom === 'config' ? this.plain(settings.kindOf(this.path)) : null,
      leftOutBy: this.plain(settings.leftOutBy(this.path)),
      configFiles: configFiles.map((file) => this.name(file)),
      settings: explainLayers(this.layers).map(({ key, value, from }) => ({ key, value, from: 'file' in from ? { ...from, file: this.name(from.file) } : from })),
      packs: packs.map((pack) => this.name(pack)),
      ignores: ignoreFile === undefined ? null : { path: this.name(ignoreFile), entries: ignores.length },
    };
    return `${JSON.stringify(page, undefined, 2)}\n`;
  }

  text(): string {
    const { settings } = this.resolution;
    const rows = explainLayers(this.layers).map(({ key, value, from }) => [key, onOneLine(String(value)), this.origin(from)] as const);
    const packs = settings.packs.map((pack) => ['packs', this.name(pack), ''] as const);
    const ignores = settings.ignoreFile === undefined ? [] : [['ignores', `${settings.ignores.length} of them`, this.name(settings.ignoreFile)] as const];
    return `${this.name(this.path)}\n  ${this.kind()}\n\n${columns([...rows, ...packs, ...ignores])}`;
  }

  private kind(): string {
    const { kind, kindFrom, settings } = this.resolution;
    const leftOut = settings.leftOutBy(this.path);
    if (leftOut) return `not read: “${leftOut.pattern}” stands under “ignore” (${this.place(leftOut)})`;
    const said = settings.kindOf(this.path);
    if (!kind) return 'not read: nothing says that it is a reply or an article';
    return `${kind}, as ${kindFrom === 'config' && said ? `“${said.pattern}” stands under “kinds” (${this.place(said)})` : `its ${kindFrom} says`}`;
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
    return relative(this.cwd, path) || '.';
  }
}

/** Rows of three, the first two as wide as their widest. */
function columns(rows: readonly (readonly [string, string, string])[]): string {
  const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
  const [first, second] = [0, 1].map((i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  return rows.map(([a, b, c]) => `  ${pad(a, first ?? 0)}  ${pad(b, second ?? 0)}  ${c}`.trimEnd() + '\n').join('');
}
