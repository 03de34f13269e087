import { startSupervisor } from './start.ts';

await startSupervisor(process.argv[2] ?? '');
