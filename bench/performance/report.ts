/** What was measured, as a page and a picture. */
import { scaleLog } from 'd3-scale';
import { digits, shown, type Spread } from './timing.js';

/** One thing measured. */
export interface Row {
  readonly name: string;
  /** Times what it is held against, which the section says. */
  readonly ratio?: Spread;
  /** In its own unit, as people read it. */
  readonly value: string;
  readonly note?: string;
}

/** Things measured in the same way, one table of the page. */
export interface Section {
  readonly title: string;
  /** What the ratios are held against, and what is done. */
  readonly about: string;
  /** What a ratio is times. */
  readonly beside: string;
  readonly rows: readonly Row[];
}

/** A section in Markdown. */
export function table({ title, about, beside, rows }: Section): string {
  const line = ({ name, ratio, value, note = '' }: Row): string => `| ${name} | ${ratio ? shown(ratio, '×') : '–'} | ${value} | ${note} |`;
  return `## ${title}\n\n${about}\n\n| what | × ${beside} | measured | |\n| --- | --: | --: | --- |\n${rows.map(line).join('\n')}\n`;
}

const WIDTH = 760;
const LEFT = 170;
const ROW = 26;

/** The ratios of a section as bars on a logarithmic scale, ours dark. */
export function chart({ title, beside, rows }: Section): string {
  const bars = rows.flatMap(({ name, ratio }) => (ratio ? [{ name, ...ratio }] : [])).sort((a, b) => a.middle - b.middle);
  const x = scaleLog([1, Math.max(10, ...bars.map(({ most }) => most)) * 1.5], [LEFT, WIDTH - 70]);
  const height = 44 + bars.length * ROW;
  const ticks = x.ticks().filter((tick) => Number.isInteger(Math.log10(tick)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height + 24}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="22" font-weight="600">${escaped(title)}: times ${escaped(beside)}, shorter is better</text>
${ticks.map((tick) => `<path d="M${round(x(tick))} 34V${height}" stroke="#d8dde6"/><text x="${round(x(tick))}" y="${height + 16}" text-anchor="middle" fill="#5b6573">${digits(tick)}×</text>`).join('\n')}
${bars.map((bar, i) => barOf(bar, 38 + i * ROW, x)).join('\n')}
</svg>
`;
}

function barOf({ name, middle, least, most }: Spread & { readonly name: string }, y: number, x: (value: number) => number): string {
  const middleOf = y + ROW / 2 - 2;
  const end = round(Math.max(x(1) + 2, x(Math.max(1, middle))));
  return `<text x="${LEFT - 8}" y="${middleOf + 4}" text-anchor="end">${escaped(name)}</text><path d="M${LEFT} ${middleOf}H${end}" stroke="${name.startsWith('Deskside') ? '#0b6e4f' : '#9aa7b8'}" stroke-width="14"/><path d="M${round(x(Math.max(1, least)))} ${middleOf}H${round(x(Math.max(1, most)))}" stroke="#1d2530"/><text x="${end + 8}" y="${middleOf + 4}">${digits(middle)}×</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
