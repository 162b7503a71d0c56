import { describeAssistants } from './assistants.js';
import { describeChecklist } from './checklist.js';
import { describeHabits } from './habits.js';
import { describeMainPath } from './mainPath.js';
import { describeFields, describePacksView } from './packsView.js';
import { runMocha } from './mocha.js';

/** The suite of the window with a folder. */
export const run = (): Promise<void> =>
  runMocha(() => {
    describeChecklist();
    describeMainPath();
    describeHabits();
    describePacksView();
    describeFields();
    describeAssistants();
  });
