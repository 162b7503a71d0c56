import { commands, Selection, window } from 'vscode';
import { ui } from './driver.js';
import { activeDocument, finding, findingsOf } from './until.js';

/** Tries at something that may go wrong, and how long each of them waits for what it needs, in milliseconds. */
const TRIES = 20;
const SOON = 3000;

const menu = '.action-widget:visible';

/**
 * Does the steps of `attempt` until they succeed together. For what a window may undo between two of them: a row is
 * drawn anew under the pointer, a menu closes when something else takes the keyboard.
 * @throws what the last attempt threw
 */
async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = TRIES; left > 1; left--) {
    try {
      return await attempt();
    } catch {
      // the next attempt starts over
    }
  }
  return attempt();
}

/** Presses a button that a row shows while the pointer is over it. */
export function pressIn(row: string, button: string): Promise<string> {
  return again(async () => {
    await ui.hover(`${row}:has(${button})`, SOON);
    return ui.click(`${row} ${button}`, SOON);
  });
}

/** Points at something until what it tells is seen; gives that text. */
export function pointAt(place: string, told: string): Promise<string> {
  return again(async () => {
    await ui.hover(place, SOON);
    return ui.see(told, SOON);
  });
}

/** Opens the quick fixes at the first finding of a category in the active editor; gives their titles. */
export async function openQuickFixes(category: string): Promise<readonly string[]> {
  await finding(activeDocument().uri, category);
  return again(() => openMenu(category));
}

/** Takes the quick fix whose title begins so, at the first finding of a category in the active editor. */
export async function takeQuickFix(category: string, title: string): Promise<void> {
  await again(async () => {
    await openMenu(category);
    const row = `${menu} .monaco-list-row:has-text("${title}")`;
    // a menu takes no click before the pointer has moved
    await ui.hover(row, SOON);
    await ui.click(row, SOON);
  });
}

/**
 * As Ctrl+. does, not by the light bulb: VS Code drops that when the editor has not the keyboard in the moment the fixes
 * come (a picker was just closed, say), and does not ask anew when it has.
 */
async function openMenu(category: string): Promise<readonly string[]> {
  const document = activeDocument();
  const start = findingsOf(document.uri, category)[0]?.range.start;
  if (!start) throw new Error(`There is no finding of ${category}.`);
  await window.showTextDocument(document, { selection: new Selection(start, start) });
  await commands.executeCommand('editor.action.quickFix');
  const lines = (await ui.see(menu, SOON)).split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== '' && line !== 'Quick Fix');
}
