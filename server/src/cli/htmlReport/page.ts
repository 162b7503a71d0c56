import { createHash } from 'node:crypto';
import type { ReportData } from './data.js';
import { found } from './found.js';
import { glance } from './glance.js';
import { Html, html } from './html.js';
import { grades, lengths } from './measures.js';
import { neediest } from './neediest.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { texts } from './texts.js';
import { dayInWords, trend } from './trend.js';
import { viewOf } from './view.js';

/** The whole report as one page that needs nothing else: no network, no other file, and no script to be read. */
export function reportPage(data: ReportData): string {
  const view = viewOf(data);
  const parts: readonly (readonly [id: string, name: string, part: Html | readonly Html[] | undefined])[] = [
    ['glance', 'At a glance', glance(view)],
    ['trend', 'How it changes', trend(view)],
    ['neediest', 'Where to begin', neediest(view)],
    ['found', 'What was found', found(view)],
    ['grades', 'Reading grade', grades(view)],
    ['lengths', 'Length', lengths(view)],
    ['texts', 'By folder', texts(view)],
  ];
  const present = parts.filter(([, , part]) => part !== undefined);
  const nav = present.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`);
  const title = `How “${data.title}” reads`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><a class="skip" href="#main">Skip to the report</a>
<header><h1>${title}</h1><p class="meta">${dayInWords(data.made)} · Deskside ${data.version}</p></header>
<nav aria-label="Parts of this report"><ul>${nav}</ul></nav>
<main id="main" tabindex="-1">${present.map(([, , part]) => part)}</main>
<footer><p>Made on this computer; nothing in it has been sent anywhere. Deskside is wrong now and then: the writer has the last word.</p></footer>
<script>${new Html(SCRIPT)}</script></body></html>
`.text;
}

/** Nothing may be loaded, sent or run but the one style and the one script of this page. */
function policy(): string {
  return `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
