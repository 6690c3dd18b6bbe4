import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number;
  /** Standard output and standard error in the order they came. */
  readonly said: string;
  readonly output: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Milliseconds after which the program is ended. */
  readonly timeout?: number;
}

/** Runs a program to its end and gives what it said. A program that does not exist gives code 127. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
    });
    let said = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', (error) => resolve({ code: 127, said: error.message, output: '' }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, said: signal ? `${said}\nended by ${signal}` : said, output }),
    );
  });
}

/** Runs a program of the dependencies with this Node: `runModule('vite/bin/vite.js', ['build'])`. */
export function runModule(file: string, args: readonly string[], options?: RunOptions): Promise<Ran> {
  return runProgram(process.execPath, [path.join(root, 'node_modules', file), ...args], options);
}
