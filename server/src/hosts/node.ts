import { startNodeServer } from './nodeServer.js';

void startNodeServer(process.argv.slice(2));
