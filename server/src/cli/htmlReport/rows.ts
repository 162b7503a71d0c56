import type { Content, Html } from './html.js';
import { html } from './html.js';

/** What a line with a bar and a number shows, and what it opens to. */
export interface Row {
  /** What links lead to. It stands inside, as browsers open what a link leads into. */
  readonly id: string;
  readonly label: Content;
  readonly bar: Html;
  readonly count: string;
  readonly inside: Content;
}

/** A line with a bar and a number that opens to what the number counts. */
export function barRow({ id, label, bar, count, inside }: Row): Html {
  return html`<details class="row"><summary><h3>${label}</h3>${bar}<span class="count">${count}</span></summary><div class="inside" id="${id}" tabindex="-1">${inside}</div></details>
`;
}

/** A list that says how many more there are. @param most how many are shown */
export function shortList<T>(items: readonly T[], most: number, item: (one: T) => Content, more: (count: number) => string): Html {
  const rest = items.length - most;
  return html`<ul class="plain">${items.slice(0, most).map((one) => html`<li>${item(one)}</li>`)}${rest > 0 && html`<li class="more">${more(rest)}</li>`}</ul>`;
}

/** A part of the page with its heading. */
export function section(id: string, heading: string, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>
${content}</section>
`;
}
