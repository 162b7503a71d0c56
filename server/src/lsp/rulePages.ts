import type { RuleReference } from './protocol.js';
import type { Session } from './session.js';

/** Address of a rule's page, which is its category's, where the client or the host says where pages stand. */
export function rulePageAddress({ client, runtime }: Session, rule: string, category: string): string | undefined {
  const base = client.rulePageBase ?? runtime.rulePageBase;
  if (base === undefined) return undefined;
  const names = { rule: encodeURIComponent(rule), category: encodeURIComponent(category) };
  const address = base.replace(/\{(rule|category)\}/gu, (_, of: keyof typeof names) => names[of]);
  return address === base ? `${base.replace(/\/$/u, '')}/${names.category}.md` : address;
}

/** Names a rule and its page, for the command that shows it. */
export function ruleReference(session: Session, rule: string, category: string): RuleReference {
  const href = rulePageAddress(session, rule, category);
  return { rule, category, ...(href !== undefined && { href }) };
}
