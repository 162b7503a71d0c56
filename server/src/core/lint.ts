import type { ConfigInput } from './config.js';
import type { Pack } from './packs/pack.js';
import type { Finding, Severity, Source } from './types.js';

/** What a linter is made from; everything has a default. */
export interface LinterOptions {
  readonly config?: ConfigInput;
  /** Packs beside the built-in ones. */
  readonly packs?: readonly Pack[];
}

/** What there is to know about a rule besides its findings. */
export interface RuleInfo {
  readonly id: string;
  readonly category: string;
  /** As the config sets it; undefined when it is off. */
  readonly severity: Severity | undefined;
  readonly title: string;
  readonly why: string;
  readonly source: string;
}

/** The engine: pure, synchronous, and the same for the editor, the command line and every other host. */
export interface Linter {
  /**
   * Reads a source and returns its findings in document order.
   * @param all also the findings that a more severe one on the same span hides
   */
  lint(source: Source, options?: { readonly all?: boolean }): readonly Finding[];
  /** The rule or category of that id. */
  rule(id: string): RuleInfo | undefined;
  /** Every rule, sorted by id. */
  readonly rules: readonly RuleInfo[];
}

/** Makes a linter. @throws ConfigError naming the key and the way out when the config is wrong */
export function createLinter(_options: LinterOptions = {}): Linter {
  return { lint: (_source) => [], rule: () => undefined, rules: [] };
}
