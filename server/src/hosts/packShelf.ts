import { basename, join } from 'pathe';
import type { Pack } from '../core/index.js';
import type { FileSystem } from '../files/fileSystem.js';
import { readPackFolder, type PackContents } from '../files/packs.js';
import { meetRequirements } from '../files/requirements.js';

/** Packs, and what there is to say about them, a sentence each. The same object for the same folders. */
export interface ShelvedPacks {
  readonly packs: readonly Pack[];
  /** Where each stands, by name. */
  readonly folders: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Reads packs once, however many documents use them. */
export class PackShelf {
  private readonly contents = new Map<string, Promise<PackContents>>();
  private readonly shelved = new Map<string, Promise<ShelvedPacks>>();

  constructor(private readonly host: { readonly fs: FileSystem; readonly userPacks?: string }) {}

  /** @param folders absolute @param trusted whether somebody vouches for packs that are not the person's own */
  read(folders: readonly string[], trusted: boolean): Promise<ShelvedPacks> {
    const key = `${trusted} ${folders.join('\n')}`;
    const known = this.shelved.get(key) ?? this.shelve(folders, trusted);
    this.shelved.set(key, known);
    return known;
  }

  private async shelve(folders: readonly string[], trusted: boolean): Promise<ShelvedPacks> {
    const readings = meetRequirements(await Promise.all(folders.map(async (folder) => ({ folder, ...(await this.readOne(folder, trusted || this.isOwn(folder))) }))));
    return {
      folders: new Map(readings.flatMap(({ pack, folder }) => (pack ? [[pack.name, folder] as const] : []))),
      packs: readings.flatMap(({ pack }) => pack ?? []),
      problems: readings.flatMap((reading) => [...reading.problems.map((problem) => sentence(reading.folder, problem)), ...withheld(reading)]),
    };
  }

  private readOne(folder: string, trusted: boolean): Promise<PackContents> {
    const key = `${trusted} ${folder}`;
    const known = this.contents.get(key) ?? readPackFolder(this.host.fs, folder, { trusted });
    this.contents.set(key, known);
    return known;
  }

  private isOwn(folder: string): boolean {
    return this.host.userPacks !== undefined && folder.startsWith(`${this.host.userPacks}/`);
  }
}

function sentence(folder: string, { file, line, message }: PackContents['problems'][number]): string {
  return `${join(basename(folder), file)}${line === undefined ? '' : `, line ${line}`}: ${message}`;
}

function withheld({ pack, withheld: isWithheld }: PackContents): readonly string[] {
  return pack && isWithheld ? [`“${pack.title}”: its rules and words wait until you trust this workspace; its snippets work.`] : [];
}
