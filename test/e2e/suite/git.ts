import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A folder that the windows of a run share, and nobody else knows of. */
export function shared(name: string): string {
  const folder = process.env['DESKSIDE_E2E_SHARED'];
  if (!folder) throw new Error('The windows share no folder.');
  return join(folder, name);
}

/** Runs git as a person of no settings would. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
