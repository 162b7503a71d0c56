import * as assert from 'node:assert/strict';

const EXTENSION = 'deskside.deskside';

/** VS Code's own stop watch in the extension host; times in milliseconds. */
declare const MonacoPerformanceMarks: { getMarks(): readonly { readonly name: string; readonly startTime: number }[] };

/** How long VS Code took to load the extension's code and to activate it, for people to read: the first time in a window, while others start as well. */
export function activationTook(): string {
  const marks = MonacoPerformanceMarks.getMarks();
  const at = (name: string): number => {
    const mark = marks.find((one) => one.name === `code/extHost/${name}/${EXTENSION}`);
    assert.ok(mark, `VS Code has not marked ${name}`);
    return mark.startTime;
  };
  const loading = at('didLoadExtensionCode') - at('willLoadExtensionCode');
  const activating = at('didActivateExtension') - at('willActivateExtension');
  return `${loading.toFixed(0)} ms to load its code, ${activating.toFixed(0)} ms to activate it`;
}
