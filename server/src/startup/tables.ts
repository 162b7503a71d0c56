import { readApart } from './readApart.js';

/** The name under which the bundles ask for the tables: a web worker has them from a script, which begins by giving them this name. */
const NAME = 'desksideTables';

/** Reads the tables where a web worker has loaded them as a script: when they are first asked for. @param path of that script */
export function giveTables(path: string): void {
  const get = (): string => {
    const script = readApart(path);
    const value = script.toString('latin1', script.indexOf('`') + 1);
    Object.defineProperty(globalThis, NAME, { value });
    return value;
  };
  Object.defineProperty(globalThis, NAME, { configurable: true, get });
}
