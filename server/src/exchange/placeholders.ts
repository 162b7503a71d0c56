import { isSlip } from '../core/packs/slips.js';
import type { Json } from './library.js';

/** Products whose placeholders have names. */
export type Product = 'vscode' | 'zendesk' | 'intercom' | 'gorgias' | 'helpscout' | 'front';

interface Row extends Partial<Readonly<Record<Product, string>>> {
  /** Whether packs know the field without declaring it. */
  readonly isKnown?: true;
  /** What the field holds, for the pack that has to declare it. */
  readonly holds: string;
}

/** The one table of placeholders: our field, and what stands for it elsewhere. */
export const PLACEHOLDERS: Readonly<Record<string, Row>> = {
  customer: { isKnown: true, holds: 'The customer’s first name.', zendesk: 'ticket.requester.first_name', intercom: 'first_name', gorgias: 'ticket.customer.firstname', helpscout: 'customer.firstName', front: 'recipient.first_name' },
  customer_name: { holds: 'The customer’s full name.', zendesk: 'ticket.requester.name', intercom: 'user.name', gorgias: 'ticket.customer.name', helpscout: 'customer.fullName', front: 'recipient.name' },
  customer_email: { holds: 'The customer’s email address.', zendesk: 'ticket.requester.email', intercom: 'email', gorgias: 'ticket.customer.email', helpscout: 'customer.email', front: 'recipient.email' },
  company: { holds: 'The customer’s company.', zendesk: 'ticket.organization.name', intercom: 'company.name', helpscout: 'customer.company', front: 'account.name' },
  ticket: { isKnown: true, holds: 'The number of the ticket.', zendesk: 'ticket.id', intercom: 'conversation.id', gorgias: 'ticket.id', helpscout: 'conversation.number', front: 'conversation.ticket_id' },
  ticket_title: { holds: 'The subject of the ticket.', zendesk: 'ticket.title', gorgias: 'ticket.subject', helpscout: 'conversation.subject' },
  ticket_link: { holds: 'The address of the ticket.', zendesk: 'ticket.link', helpscout: 'conversation.url' },
  agent: { isKnown: true, holds: 'The first name of whoever answers.', zendesk: 'current_user.first_name', intercom: 'teammate.first_name', gorgias: 'current_user.firstname', helpscout: 'user.firstName', front: 'user.first_name' },
  agent_name: { holds: 'The full name of whoever answers.', zendesk: 'current_user.name', intercom: 'teammate.name', gorgias: 'current_user.name', helpscout: 'user.fullName', front: 'user.name' },
  agent_email: { holds: 'The email address of whoever answers.', zendesk: 'current_user.email', intercom: 'teammate.email', gorgias: 'current_user.email', helpscout: 'user.email', front: 'user.email' },
  clipboard: { holds: 'What was copied last.', vscode: 'CLIPBOARD' },
};

/** Whether a field needs no declaration in a pack. */
export function isKnownField(name: string): boolean {
  return Object.hasOwn(PLACEHOLDERS, name) && PLACEHOLDERS[name]?.isKnown === true;
}

/** The fields of one file: those of the table, and the product's own, which get a name that packs can use. */
export class Fields {
  private readonly byKey = new Map<string, string>();
  private readonly own = new Map<string, Json>();

  /** @param product undefined for products whose placeholders have no fixed names */
  constructor(
    private readonly product: Product | undefined,
    own: Readonly<Record<string, Json>> = {},
  ) {
    for (const [name, row] of Object.entries(PLACEHOLDERS)) {
      const key = product && row[product];
      if (key !== undefined) this.byKey.set(key, name);
    }
    for (const [name, key] of Object.entries(own)) this.own.set(name, key);
  }

  /** Our name for a product's placeholder. @param meaning what is given back to the product; default: the key itself */
  nameOf(key: string, meaning: Json = key): string {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const name = this.freeName(key, meaning);
    this.own.set(name, meaning);
    return name;
  }

  /** What a misspelt placeholder most likely was to be; undefined where it is known, or none that is known comes near. */
  slipIn(key: string): string | undefined {
    const [written = ''] = key.split('|').map((part) => part.trim());
    return this.byKey.has(written) ? undefined : [...this.byKey.keys()].find((known) => isSlip(written, known));
  }

  /** What stands for our field in the product; undefined where nothing does. */
  keyOf(name: string): Json | undefined {
    const key = this.own.get(name);
    if (key !== undefined) return key;
    return this.product && Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]?.[this.product] : undefined;
  }

  /** Fields that are in no table. */
  get ownFields(): Readonly<Record<string, Json>> {
    return Object.fromEntries(this.own);
  }

  private freeName(key: string, meaning: Json): string {
    const stem = fieldName(key);
    const isTaken = (name: string) => Object.hasOwn(PLACEHOLDERS, name) || (this.own.has(name) && JSON.stringify(this.own.get(name)) !== JSON.stringify(meaning));
    let name = stem;
    for (let n = 2; isTaken(name); n++) name = `${stem}_${n}`;
    return name;
  }
}

/** A name that the snippet syntax takes for a field: letters, digits and underscores, no digit first, at most 40. */
function fieldName(key: string): string {
  const name = key.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/gu, '_').replace(/^_+|_+$/gu, '').slice(0, 40);
  return /^[A-Za-z]/u.test(name) ? name : `field${name && `_${name}`}`;
}
