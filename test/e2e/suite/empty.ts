import { runMocha } from './mocha.js';
import { defineMainPath } from './mainPath.js';

export const run = (): Promise<void> => runMocha(defineMainPath);
