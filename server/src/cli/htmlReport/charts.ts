import { max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveMonotoneX, line, stack } from 'd3-shape';
import type { Severity } from '../../core/index.js';
import { WORST_FIRST } from '../../core/types.js';
import { figures } from '../report/plain.js';
import type { Html } from './html.js';
import { html } from './html.js';

/**
 * A bar of counts, one piece for each severity. It says nothing that does not stand beside it as a number, so it is
 * only for the eye. Pictures are drawn in a square of 100 and stretched, lines keeping their width.
 * @param most the count that fills the whole width
 */
export function severityBar(counts: Readonly<Record<Severity, number>>, most: number): Html {
  const width = scaleLinear([0, Math.max(1, most)], [0, 100]);
  const pieces = stack<Readonly<Record<Severity, number>>, Severity>().keys(WORST_FIRST)([counts]);
  const rects = pieces.flatMap(({ key, 0: piece }) => (piece && piece[1] > piece[0] ? [html`<rect class="${key}" x="${round(width(piece[0]))}" width="${round(width(piece[1]) - width(piece[0]))}" height="100"/>`] : []));
  return bar(rects);
}

/** A bar of one count. */
export function plainBar(count: number, most: number): Html {
  return bar(html`<rect width="${round(scaleLinear([0, Math.max(1, most)], [0, 100])(count))}" height="100"/>`);
}

function bar(content: Html | readonly Html[]): Html {
  return html`<svg class="bar" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">${content}</svg>`;
}

/** A point of a curve. */
export interface ChartPoint {
  /** Undefined: the points stand side by side. */
  readonly date: Date | undefined;
  readonly value: number;
  /** What a screen reader says, and where a click leads. */
  readonly label: string;
  readonly href: string;
}

/** How a number changed: a line over time, each point a link. */
export function lineChart(points: readonly ChartPoint[], label: string): Html {
  const y = scaleLinear([0, Math.max(1, max(points, ({ value }) => value) ?? 0)], [100, 0]).nice(4);
  const x = across(points);
  const placed = points.map((point, i) => ({ ...point, x: x(i), y: y(point.value) }));
  const ticks = y.ticks(4).reverse();
  const shape = { line: line<Placed>(byX, byY).curve(curveMonotoneX)(placed), area: area<Placed>(byX, 100, byY).curve(curveMonotoneX)(placed) };
  const dots = placed.map((point) => html`<a href="${point.href}" aria-label="${point.label}"><path class="dot" d="M${round(point.x)} ${round(point.y)}h0"><title>${point.label}</title></path></a>`);
  return html`<div class="chart"><div class="ticks" aria-hidden="true">${ticks.map((tick) => html`<span>${figures(tick)}</span>`)}</div>
<svg viewBox="0 0 100 100" preserveAspectRatio="none" role="group" aria-label="${label}">
${ticks.map((tick) => html`<path class="grid" d="M0 ${round(y(tick))}h100"/>`)}<path class="area" d="${shape.area ?? ''}"/><path class="line" d="${shape.line ?? ''}"/>${dots}</svg></div>`;
}

interface Placed {
  readonly x: number;
  readonly y: number;
}

const byX = (point: Placed): number => round(point.x);
const byY = (point: Placed): number => round(point.y);

/** Where the points stand: by their dates where all have one, else side by side. A little room is left for the dots. */
function across(points: readonly ChartPoint[]): (index: number) => number {
  const dates = points.flatMap(({ date }) => date ?? []);
  const [first, last] = [dates[0], dates.at(-1)];
  if (dates.length < points.length || !first || !last || first >= last) return scaleLinear([0, Math.max(1, points.length - 1)], [1.5, 98.5]);
  const time = scaleUtc([first, last], [1.5, 98.5]);
  return (index) => time(dates[index] ?? last);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
