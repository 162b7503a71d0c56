/**
 * The text of a config file with a rule turned off, everything else as people wrote it. Rejects when the file cannot be read as
 * what its name says.
 */
export async function ruleTurnedOff(text: string, file: string, rule: string): Promise<string> {
  return file.endsWith('.json') ? inJson(text, file, rule) : await inYaml(text, file, rule);
}

async function inYaml(text: string, file: string, rule: string): Promise<string> {
  // Loaded when it is used: no start of the server waits for it
  const { isMap, parseDocument } = await import('yaml');
  const document = parseDocument(text);
  const { contents, errors } = document;
  if (errors.length > 0 || (contents !== null && !isMap(contents))) throw new Error(`${file} cannot be changed: put right what is wrong in it first.`);
  // In an empty map that somebody wrote as {}, entries would go on one line.
  if (!isMap(document.get('rules'))) document.set('rules', document.createNode({}));
  const rules = document.get('rules');
  if (isMap(rules) && rules.items.length === 0) rules.flow = false;
  document.setIn(['rules', rule], 'off');
  return document.toString({ lineWidth: 0 });
}

function inJson(text: string, file: string, rule: string): string {
  const data: unknown = JSON.parse(text || '{}');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error(`${file} cannot be changed: it must hold an object.`);
  const rules: unknown = Reflect.get(data, 'rules');
  return `${JSON.stringify({ ...data, rules: { ...(typeof rules === 'object' && rules), [rule]: 'off' } }, null, 2)}\n`;
}
