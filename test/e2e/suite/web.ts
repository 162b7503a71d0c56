import { runMocha } from './mocha.js';
export const run = (): Promise<void> => runMocha(() => describe('x', () => { it('y', () => undefined); }));
