#!/usr/bin/env node
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { normalize } from 'pathe';
import { engine } from '../core/engine.js';
import { nodeFileSystem } from '../files/nodeFileSystem.js';
import { gitBlobs } from './gitBlobs.js';
import type { Writer } from './io.js';
import { main } from './main.js';

declare const DESKSIDE_VERSION: string;

/** Node's stream, waited for when its buffer is full. */
function writerTo(stream: NodeJS.WriteStream): Writer {
  return { write: (text) => new Promise((done) => (stream.write(text) ? done() : stream.once('drain', done))) };
}

/** A list of changed files in a big repository is longer than Node would read by itself. */
const MOST_OUTPUT = 256 * 1024 * 1024;

async function git(args: readonly string[], cwd: string): Promise<string> {
  return (await promisify(execFile)('git', [...args], { cwd, maxBuffer: MOST_OUTPUT })).stdout;
}

/** The server is a bundle of its own beside this one, so that reading a file never loads it. */
async function startServer(): Promise<void> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  const server = './server.cjs';
  await import(server);
  await new Promise(() => undefined);
}

// Whoever reads us has had enough, as in “deskside lint | head”
process.stdout.on('error', () => process.exit(0));

const { argv, env, stdin, stdout, stderr } = process;
main({
  argv: argv.slice(2),
  cwd: normalize(process.cwd()),
  fs: nodeFileSystem,
  in: stdin,
  out: writerTo(stdout),
  err: writerTo(stderr),
  env,
  // Undefined, whatever its type says, when it is no terminal
  isTTY: Boolean(stdout.isTTY),
  columns: stdout.columns,
  version: DESKSIDE_VERSION,
  packWorld: async () => (await import('../packs/index.js')).nodeWorld,
  today: () => new Date().toISOString().slice(0, 10),
  engine,
  git,
  gitBlobs,
  startServer,
}).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error('deskside stopped short, and it is not your fault. Please report this:\n', error);
    process.exitCode = 2;
  },
);
