import type { Range } from '../../types.js';

/** How far before an account number it is told to pay into it, in characters. */
const REACH = 120;

/** Customers are asked, told or allowed to pay, or the account is called ours. */
const PAY = String.raw`(?:pay|remit|wire|(?:make|set up)[ \t](?:a|the)[ \t](?:bank[ \t])?(?:payment|transfer)|(?:transfer|send)[ \t](?:[£€$\d]|(?:it[ \t]|the[ \t]\w+[ \t])?(?:in)?to\b|(?:it|the[ \t](?:money|amount|fee|balance|rest|deposit|payment))\b))`;
const ORDERED = String.raw`(?:please|kindly|(?:^|[.!?:;])\s*(?:to[ \t])?|you[ \t](?:can|could|may|might|need to|have to)(?:[ \t]also)?|(?:can|could|would)[ \t]you(?:[ \t]please)?|(?:want|wish|like|prefer)[ \t]to)`;
const NAMED = String.raw`\bpay[ \t]us\b|\b(?:payable|payments?)[ \t](?:in)?to\b|\bour[ \t](?!records?\b|systems?\b|files?\b|notes?\b)(?:[\w.]+[ \t]){0,2}(?:iban|accounts?|sort[ -]?code|bank(?:[ \t]details)?|details)\b`;
const OURS = new RegExp(String.raw`${NAMED}|(?:\b|(?<=[.!?:;]\s*)|^)${ORDERED}\s*${PAY}`, 'gi');

/** What comes between turns it into the customer's: “… into your account”, “we refunded”. */
const THEIRS = (): RegExp => /\byour (?:(?!(?:in)?to\b)[\w.]+ ){0,2}(?:accounts?|iban|bank|sort[ -]?code|details|refund)\b(?! (?:in)?to\b)|\byou (?:gave|sent|told|wrote|named)\b|\brefund(?:s|ed)?\b|\bon file\b|\bwe (?:have|hold|see|paid|sent)\b|[.!?]\s+(?!(?:our|use|sort|iban|bank|account|(?:the|its) (?:iban|account|sort|bank|details))\b)\p{L}/iu;

/** Whether an account number is one to pay into: shops and councils print theirs, and nobody is harmed. */
export function isToPayInto(text: string, { start }: Range): boolean {
  const lead = text.slice(Math.max(0, start - REACH), start);
  const last = [...lead.matchAll(OURS)].at(-1);
  return last !== undefined && !THEIRS().test(lead.slice(last.index + last[0].length)) && !/\binto your\b/i.test(last[0]);
}
