import './jobs.ts';
import './permissions.ts';

export * from './formOperations.ts';
export * from './officeOperations.ts';
export * from './resultOperations.ts';
