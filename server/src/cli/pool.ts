import type { Said } from './errors.js';
import type { FileTask, Outcome } from './reader.js';

/** What became of a file, and what there is to say about it on the error stream. */
export interface Answer {
  readonly outcome: Outcome;
  readonly said: readonly Said[];
}

/** A thread that reads files with the options it was started with. */
export interface ReadingThread {
  /** Rejects when the thread has died. */
  read(tasks: readonly FileTask[]): Promise<readonly Answer[]>;
  end(): void;
}

/** Files that go to a thread at once: enough that messages cost nothing beside the reading. */
const BATCH = 8;
/** A thread takes a quarter of a second to warm up, in which this many articles are read. */
const WORTH_A_THREAD = 50;
/**
 * Beside a thread, V8 optimises its code and clears up after it: two threads on two processors took a third longer for 1,333
 * articles than this one alone.
 */
const PROCESSORS_OF_A_THREAD = 2;

/** How many threads pay for so many files: none, or at least two, as this one only waits for them. */
export function threadsWorth(files: number, processors: number): number {
  const threads = Math.min(Math.floor(processors / PROCESSORS_OF_A_THREAD), Math.floor(files / WORTH_A_THREAD));
  return threads < 2 ? 0 : threads;
}

/**
 * Reads files in several threads and gives the answers in the files' order. Threads run ahead of whoever takes the answers
 * by no more than two batches each, so that memory does not grow with the number of files.
 * @param instead reads what a thread has died of
 */
export async function* readInThreads(threads: readonly ReadingThread[], files: readonly FileTask[], instead: (task: FileTask) => Promise<Answer>): AsyncGenerator<Answer> {
  const running: Promise<readonly Answer[]>[] = [];
  let next = 0;
  const start = (): void => {
    const thread = threads[(next / BATCH) % threads.length];
    const batch = files.slice(next, next + BATCH);
    next += BATCH;
    if (thread && batch.length) running.push(thread.read(batch).catch(() => oneByOne(batch, instead)));
  };
  try {
    for (let i = 0; i < 2 * threads.length; i++) start();
    for (let first = running.shift(); first; first = running.shift()) {
      yield* await first;
      start();
    }
  } finally {
    for (const thread of threads) thread.end();
  }
}

async function oneByOne(batch: readonly FileTask[], read: (task: FileTask) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const task of batch) answers.push(await read(task));
  return answers;
}
