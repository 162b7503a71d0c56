import { espanso } from './formats/espanso.js';
import { front } from './formats/front.js';
import { gorgias } from './formats/gorgias.js';
import { helpscout } from './formats/helpscout.js';
import { intercom } from './formats/intercom.js';
import { textblaze } from './formats/textblaze.js';
import { textexpander } from './formats/textexpander.js';
import { vscode } from './formats/vscode.js';
import { zendesk } from './formats/zendesk.js';
import type { Format } from './library.js';

/** Every format there is, in the order in which they are listed. */
export const FORMATS: readonly Format[] = [vscode, espanso, textexpander, textblaze, zendesk, intercom, gorgias, helpscout, front];
