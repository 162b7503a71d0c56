import type { RuleReference } from './protocol.js';
import type { Session } from './session.js';

/** Address of a category's page, where the client or the host says where pages stand. */
export function rulePageAddress({ client, runtime }: Session, category: string): string | undefined {
  const base = client.rulePageBase ?? runtime.rulePageBase;
  if (base === undefined) return undefined;
  const name = encodeURIComponent(category);
  return base.includes('{category}') ? base.replaceAll('{category}', name) : `${base.replace(/\/$/u, '')}/${name}.md`;
}

/** Names a rule and its page, for the command that shows it. */
export function ruleReference(session: Session, rule: string, category: string): RuleReference {
  const href = rulePageAddress(session, category);
  return { rule, category, ...(href !== undefined && { href }) };
}
