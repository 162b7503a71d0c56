import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { KeptErrors } from './errors.js';
import { readLintOptions } from './lintOptions.js';
import type { Answer, ReadingThread } from './pool.js';
import { createReader } from './reader.js';
import type { FileTask, ReaderIo } from './reader.js';

/** What a thread is given in the place of a command. */
export const THREAD = '--reading-thread';

/** Starts a thread that reads files. @param program the bundle that this is part of; @param argv the options of `lint` */
export function startThread(program: string, argv: readonly string[]): ReadingThread {
  const worker = new Worker(program, { argv: [THREAD], workerData: { argv } });
  const waiting: { resolve(answers: readonly Answer[]): void; reject(error: Error): void }[] = [];
  let dead: Error | undefined;
  const die = (error: Error): void => {
    dead = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answers: readonly Answer[]) => waiting.shift()?.resolve(answers));
  worker.on('error', die);
  worker.on('exit', () => die(new Error('The thread has ended.')));
  return {
    read: (tasks) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        waiting.push({ resolve, reject });
        worker.postMessage(tasks);
      }),
    end: () => void worker.terminate(),
  };
}

/** The other side: answers batch after batch, for as long as the thread lives. */
export function runThread(io: ReaderIo): void {
  const { argv } = workerData as { readonly argv: readonly string[] };
  if (parentPort) serve(parentPort, io, argv);
}

function serve(port: MessagePort, io: ReaderIo, argv: readonly string[]): void {
  const errors = new KeptErrors();
  const { reader } = createReader(io, readLintOptions(argv, io.cwd), errors);
  let before = Promise.resolve();
  const answer = async (tasks: readonly FileTask[]): Promise<void> => {
    const answers: Answer[] = [];
    for (const task of tasks) answers.push({ outcome: await reader.file(task), said: errors.take() });
    port.postMessage(answers);
  };
  // One batch after the other: what is said must stay with its file
  port.on('message', (tasks: readonly FileTask[]) => (before = before.then(() => answer(tasks))));
}
