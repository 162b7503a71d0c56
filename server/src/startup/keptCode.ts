import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { readApart } from './readApart.js';
import { asBegun, remember } from './tiers.js';

type Require = (name: string) => unknown;
/** What a bundle is wrapped in, as Node does for modules. */
type Wrapped = (exports: object, require: Require, module: { exports: object }, path: string, folder: string) => void;

/**
 * Runs a bundle from the machine code that an earlier run has left, so that V8 need not compile it again: that took a
 * third of a short run. Like Node's own `module.enableCompileCache`, but from Node 20 on, and with all functions that the run
 * came to need. Whatever is wrong with what was kept, the bundle is compiled.
 * @param path the bundle, a CommonJS script that begins with a line naming its contents
 * @param keeps so many runs may leave their code to the next ones, as they are of the sort that most are; each adds what it came to need
 * @param others what the bundle is given to `require` with
 * @returns what the bundle exports
 */
export function runKept(path: string, keeps: number, others: Require = createRequire(path)): object {
  const bytes = readApart(path, HEAD, TAIL);
  const kept = new KeptCode(path, bytes.toString('latin1', HEAD.length, bytes.indexOf('\n') + 1));
  // Made of bytes: to put texts together makes V8 copy half a megabyte into its young heap and clear up after it
  const script = new Script(bytes.toString('latin1'), { filename: path, cachedData: kept.read() });
  const runs = script.cachedDataRejected === false ? kept.runs : 0;
  if (runs < keeps) {
    remember();
    process.once('exit', () => kept.write(codeOf(script), runs + 1));
  }
  const module = { exports: {} };
  (script.runInThisContext() as Wrapped)(module.exports, requireFrom(path, keeps, others), module, path, dirname(path));
  return module.exports;
}

/** What makes a function of a bundle. */
const HEAD = Buffer.from('(function(exports,require,module,__filename,__dirname){');
const TAIL = Buffer.from('\n})');

/** What has been compiled of a script, as for a run that begins like this one did. */
function codeOf(script: Script): Buffer {
  asBegun();
  return script.createCachedData();
}

/** A bundle's `require`, which runs from kept code, too, what bundles share: scripts that Node would take for modules. */
function requireFrom(path: string, keeps: number, others: Require): Require {
  const known = new Map<string, object>();
  return (name) => {
    if (!name.endsWith('.shared.js')) return others(name);
    const exports = known.get(name) ?? runKept(join(dirname(path), name), keeps);
    known.set(name, exports);
    return exports;
  };
}

/**
 * What stands behind the name of the code, in bytes: how many runs it is of, the sum of it, and the code. With the name, which has 68, it begins
 * at a multiple of 8: any other V8 copies first, which took 3 of 99 MB of a server with 200 open texts.
 */
const enum Place { runs = 0, sum = 4, code = 12 }

/**
 * The code of one bundle in the person's cache folder: one file for each version of V8, written anew for another bundle.
 * V8 trusts it: a byte that a failing disk has changed would end this process and every one after it, so that a sum of all bytes
 * goes before them. A Node that cannot sum up (before 20.15) keeps nothing.
 */
class KeptCode {
  readonly #file: string | undefined;
  /** How many runs have added to what was read. */
  runs = 0;

  /** @param name of the bundle's contents: V8 itself compares no more than their length */
  constructor(
    path: string,
    readonly name: string,
  ) {
    const folder = typeof crc32 === 'function' ? cacheFolder(process.env) : undefined;
    this.#file = folder && join(folder, `${basename(path)}-${process.versions.v8}-${process.arch}`);
  }

  read(): Buffer | undefined {
    try {
      const kept = this.#file === undefined ? undefined : readApart(this.#file);
      if (kept?.toString('latin1', 0, this.name.length) !== this.name) return undefined;
      this.runs = kept.readUInt8(this.name.length + Place.runs);
      const code = kept.subarray(this.name.length + Place.code);
      return kept.readUInt32LE(this.name.length + Place.sum) === crc32(code) ? code : undefined;
    } catch {
      return undefined; // The first run.
    }
  }

  /** Whole or not at all, as another run may read it. A folder that cannot be written to is like none. */
  write(code: Buffer, runs: number): void {
    if (this.#file === undefined) return;
    const unfinished = `${this.#file}.${process.pid}`;
    const head = Buffer.alloc(Place.code);
    head.writeUInt8(runs, Place.runs);
    head.writeUInt32LE(crc32(code), Place.sum);
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      writeFileSync(unfinished, Buffer.concat([Buffer.from(this.name, 'latin1'), head, code]), { mode: 0o600 });
      renameSync(unfinished, this.#file);
    } catch {
      remove(unfinished); // Only slower next time.
    }
  }
}

/** A full disk, and Windows where somebody reads the file that is to be replaced, leave it behind. */
function remove(unfinished: string): void {
  try {
    rmSync(unfinished, { force: true });
  } catch {
    // Nothing can be written there at all.
  }
}

/** Where programs keep what they can make again; undefined where the environment names no place, or asks for nothing to be kept. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env['DESKSIDE_NO_CACHE']) return undefined;
  const home = env['HOME'];
  const caches = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || (home ? join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache') : undefined);
  // Any other would be a folder below wherever the person happens to be
  return caches !== undefined && isAbsolute(caches) ? join(caches, 'deskside') : undefined;
}
