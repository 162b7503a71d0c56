import { dirname, relative } from 'pathe';
import type { Kind } from '../core/types.js';
import { CONFIG_NAMES } from './configFile.js';
import { kindByFrontMatter, kindByName, languageOf } from './kinds.js';
import type { KindSource } from './kinds.js';
import { packOfSnippet, PACKS_FOLDER } from './packFolders.js';
import { findUpwards, readSettings } from './settings.js';
import type { Settings, SettingsFiles, SettingsOptions } from './settings.js';
import { siteTitles } from './siteTitles.js';
import type { SiteTitles } from './siteTitles.js';

/** Where ignores are kept: out of the texts, so that no customer ever sees one. */
export const IGNORES_NAME = '.deskside-ignore.yaml';

/** Where the findings are recorded that an old help centre starts with. */
export const BASELINE_NAME = '.deskside-baseline.json';

/** A text to find the kind and the config of. Paths are absolute, with `/`. */
export interface Draft {
  /** Where the text lies, or would lie; undefined for one that was never saved. */
  readonly path?: string;
  /** Where to look for the config of a text without a path. */
  readonly folder?: string;
  /** Names a text without a path in the ignores. */
  readonly uri?: string;
  readonly text: string;
  /** The editor's; by the name where there is none. */
  readonly languageId?: string;
}

/** All that decides how a text is read. */
export interface Resolution {
  /** Undefined: the text does not say what it is, and is left alone. */
  readonly kind: Kind | undefined;
  readonly kindFrom: KindSource | undefined;
  readonly languageId: string;
  readonly settings: Settings;
  /** The text's name in the ignores: path relative to their file, or its URI. */
  readonly ignoreName: string | undefined;
  /** The pattern of the config's `ignore` that leaves the text out. */
  readonly leftOutBy: string | undefined;
}

/** What a resolver is made from. */
export interface ResolverOptions extends SettingsOptions {
  /** Use this config file and look for no other. */
  readonly configFile?: string;
}

/** Tells how texts are to be read, and what holds for folders. */
export interface Resolver {
  resolve(draft: Draft): Promise<Resolution>;
  /** The settings of a folder. */
  settings(folder: string): Promise<Settings>;
  /** What the navigation of its site calls a page. */
  readonly titleOf: SiteTitles;
}

/**
 * The one way from a text to its kind, config and ignores, for the editor and the command line alike.
 * A text says what it is by its name, by the pack it is a snippet of, by its language, by its front matter or by the
 * config's globs, in this order. The nearest config file upwards holds, and the nearest ignore file. All files are
 * read once: after a change, make a new resolver.
 */
export function createResolver(options: ResolverOptions): Resolver {
  const perFolder = new Map<string, Promise<Settings>>();
  const perFiles = new Map<string, Promise<Settings>>();
  const settings = (folder: string): Promise<Settings> =>
    cached(perFolder, folder, async () => {
      const files = await filesFor(options, folder);
      return cached(perFiles, JSON.stringify(files), () => readSettings(options, files));
    });
  return {
    settings,
    titleOf: siteTitles(options.fs),
    resolve: async (draft) => {
      if (draft.path === undefined) return resolution(draft, await settings(draft.folder ?? '/'));
      return resolution(draft, (await settings(dirname(draft.path))).forFile(draft.path), await packOfSnippet(options.fs, draft.path));
    },
  };
}

async function filesFor({ fs, configFile }: ResolverOptions, folder: string): Promise<SettingsFiles> {
  return {
    config: configFile ?? (await findUpwards(fs, folder, CONFIG_NAMES)),
    ignores: await findUpwards(fs, folder, [IGNORES_NAME]),
    packs: await findUpwards(fs, folder, [PACKS_FOLDER], 'folder'),
    baseline: await findUpwards(fs, folder, [BASELINE_NAME]),
  };
}

function resolution(draft: Draft, settings: Settings, pack?: string): Resolution {
  const { path, uri } = draft;
  const found = path === undefined || settings.ignoreFile === undefined ? undefined : relative(dirname(settings.ignoreFile), path);
  const [kind, kindFrom] = kindOf(draft, settings, pack) ?? [];
  return {
    kind,
    kindFrom,
    languageId: languageOf(path ?? '', draft.languageId),
    settings,
    ignoreName: found ?? uri,
    leftOutBy: path === undefined ? undefined : settings.leftOutBy(path)?.pattern,
  };
}

function kindOf({ path, text, languageId }: Draft, settings: Settings, pack: string | undefined): [Kind, KindSource] | undefined {
  const byName = path === undefined ? undefined : kindByName(path);
  if (byName) return [byName, 'name'];
  if (pack !== undefined) return ['macro', 'pack'];
  if (languageId === 'support-reply') return ['reply', 'language'];
  const byText = kindByFrontMatter(text, path);
  if (byText) return [byText, 'front matter'];
  const byConfig = path === undefined ? undefined : settings.kindOf(path)?.value;
  return byConfig && [byConfig, 'config'];
}

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
