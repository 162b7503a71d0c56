import { splitByBaseline } from '../core/baseline.js';
import { fingerprint, isIgnored, type Ignore } from '../core/ignore.js';
import type { Finding, Fix, Kind, Linter, Range, Source } from '../core/index.js';
import { LiveFinding, NOWHERE } from '../core/live/liveFinding.js';
import type { LiveText } from '../core/live/liveText.js';
import { languageOf } from '../files/kinds.js';
import type { Engine } from './runtime.js';
import type { ResourceSettings } from './settings.js';

/** How a text is read. Everything that decides about its findings, apart from the text itself. */
export interface Lens {
  readonly engine: Engine;
  readonly settings: ResourceSettings;
  readonly uri: string;
  readonly kind: Kind;
  readonly languageId: string;
  /** Ignores that the client keeps; their `file` is a document's URI. */
  readonly ignores: readonly Ignore[];
  /** What a person has said of the conversation, by the names of snippets' fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A text as the engine takes it. */
export function sourceOf({ uri, languageId, kind, fields, settings }: Pick<Lens, 'uri' | 'languageId' | 'fields'> & Partial<Pick<Lens, 'kind' | 'settings'>>, text: string): Source {
  const title = settings?.project.title;
  return { text, ...(kind && { kind }), languageId: languageOf(uri, languageId), uri, ...(fields && { fields }), ...(title !== undefined && { title }) };
}

/** What there is to say about a text. */
export interface Found {
  /** In document order. */
  readonly findings: readonly Finding[];
  /** Those that stand in the project's baseline: shown faded, and counted nowhere. */
  readonly known: readonly Finding[];
}

/**
 * The findings of a text that nobody has ignored. Only those are named, and their sentences looked up, that an ignore or the baseline may mean.
 * @param live the same text, where it is followed as it is written
 */
export function findingsIn(lens: Lens, text: string, live?: LiveText): Found {
  const source = sourceOf(lens, text);
  const findings = live?.findings() ?? lintLightly(lens.settings.linter, source);
  const { ignores, ignoreName = lens.uri, baseline } = lens.settings.project;
  const ignored = new Set([...ignores, ...lens.ignores].map(({ rule }) => rule));
  const asked = findings.filter(({ rule, category }) => baseline !== undefined || ignored.has(rule) || ignored.has(category));
  if (asked.length === 0) return { findings, known: [] };
  const sentences = lens.engine.sentencesAt(source, asked, live && ((offset) => live.blockAt(offset)));
  const names = new Map(asked.map((finding, i) => [finding, fingerprint(finding.category, sentences[i] ?? '')]));
  const named = findings.map((finding) => ({ finding, category: finding.category, fingerprint: names.get(finding) ?? '' }));
  const seen = named.filter(({ finding, fingerprint: key }) => !isIgnored(finding, key, ignoreName, ignores) && !isIgnored(finding, key, lens.uri, lens.ignores));
  const { fresh, known } = splitByBaseline(seen, baseline ?? new Map());
  return { findings: fresh.map(({ finding }) => finding), known: known.map(({ finding }) => finding) };
}

/** The findings of a text without what was read to find them: one that knows how it is mended holds on to all sentences. Most texts are opened, and nobody asks. */
export function lintLightly(linter: Linter, source: Source): readonly Finding[] {
  let mended: readonly (readonly Fix[])[] | undefined;
  const fixesAt = (i: number): readonly Fix[] => (mended ??= linter.lint(source).map(({ fixes }) => fixes))[i] ?? [];
  return linter.lint(source, { fixes: false }).map((finding, i) => new LiveFinding(finding, NOWHERE, () => fixesAt(i)));
}

/** What names a finding whatever is typed around it. */
export function referenceTo(lens: Lens, text: string, finding: Finding): { fingerprint: string; sentence: string } {
  const sentence = lens.engine.sentencesAt(sourceOf(lens, text), [finding])[0] ?? text.slice(finding.start, finding.end);
  return { fingerprint: fingerprint(finding.category, sentence), sentence };
}

/** The same finding, in a text where its own begins at `by`; how it is mended is worked out when somebody asks. */
export function moveFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { rule, category, severity, message } = finding;
  const fixesOf = (): readonly Fix[] => finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...moveRange(edit, by) })) }));
  return new LiveFinding({ rule, category, severity, message, ...moveRange(finding, by), fixes: [] }, NOWHERE, fixesOf);
}

function moveRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
