export { createLinter } from './lint.js';
export type { Linter, LinterOptions, RuleInfo } from './lint.js';
export type { Anatomy, Channel, Commitment, CustomerQuestion, Move, Part, PartId, SentenceMove } from './anatomy/anatomy.js';
export type { Config, ConfigInput, ConfigProblem } from './config.js';
export type { Pack, Snippet } from './packs/pack.js';
export type { Audience, Finding, Fix, Kind, Range, Severity, Source, TextEdit } from './types.js';
export { applyEdits, safeEdits } from './fix.js';
export { fingerprint, isIgnored, type Ignore } from './ignore.js';
export { sentencesAt } from './sentencesAt.js';
