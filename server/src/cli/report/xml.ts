const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;', '\t': '&#9;', '\r': '&#13;' };

/** An element of XML with its attributes and what stands in it, which must be XML already. */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`).join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A text as XML can carry it: what means something there is escaped, and what no XML may hold becomes a visible sign. */
export function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd').replace(/[&<>"'\n\t\r]/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** What a report in XML begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
