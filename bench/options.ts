import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * What people asked of a script. An option that there is not, or a corpus that is missing, ends it with a line on how it is called.
 * @param usage how it is called, for instance `npm run bench -- [--full]`
 * @param needed how many positionals it cannot do without
 */
export function readOptions<T extends ParseArgsConfig>(config: T, usage: string, needed = 0): ReturnType<typeof parseArgs<T>> {
  try {
    const read = parseArgs(config);
    if (read.positionals.length >= needed) return read;
    console.error(`Usage: ${usage}`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message.split('. ')[0]}.\nUsage: ${usage}`);
  }
  process.exit(2);
}
