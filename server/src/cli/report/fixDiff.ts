import type { Io } from '../io.js';
import { count } from './plain.js';
import type { Reporter } from './report.js';

/** `--fix-dry-run`: what `--fix` would change, as a diff that `git apply` and `patch -p1` take. */
export function createFixDiff({ out, err }: Io): Reporter {
  let places = 0;
  let files = 0;
  return {
    add: async ({ name, text, before, fixed }) => {
      if (before === undefined || before === text) return;
      const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
      places += fixed;
      files++;
      await out.write(createTwoFilesPatch(`a/${name}`, `b/${name}`, before, text, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY }));
    },
    end: () => err.write(places ? `--fix would mend ${count(places, 'place')} in ${count(files, 'file')}.\n` : 'There is nothing that --fix would mend.\n'),
  };
}
