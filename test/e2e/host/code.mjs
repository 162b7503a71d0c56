#!/usr/bin/env node
// Stands in for VS Code's own executable where the desktop build cannot be downloaded.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./code.ts');
process.exit(await main(process.argv.slice(2)));
