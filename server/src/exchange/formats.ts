import { vscode } from './formats/vscode.js';
import { zendesk } from './formats/zendesk.js';
import type { Format } from './library.js';

/** Every format there is, in the order in which they are listed. */
export const FORMATS: readonly Format[] = [vscode, zendesk];
