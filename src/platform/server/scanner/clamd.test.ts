import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { eicar, startClamd } from './clamd.testing.ts';
import { clamdAddress } from './clamd.ts';
import { scannerOf } from './scanner.ts';

describe('asking clamd', () => {
  test('a clean file of many pieces arrives whole', async () => {
    const clamd = await startClamd();
    const bytes = randomBytes(1_000_003);
    expect(await scannerOf(clamd.setting).scan(bytes)).toEqual({ outcome: 'clean' });
    expect(clamd.seen).toEqual([1_000_003]);
    await clamd.stop();
  });

  test('the EICAR test string is found, also behind much else', async () => {
    const clamd = await startClamd();
    for (const before of [0, 65_530, 200_000]) {
      const bytes = Buffer.concat([Buffer.alloc(before, 'a'), Buffer.from(eicar)]);
      expect(await scannerOf(clamd.setting).scan(bytes)).toEqual({
        outcome: 'infected',
        found: 'Eicar-Test-Signature',
      });
    }
    await clamd.stop();
  });

  test('it listens on a socket of the machine as well', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-clamd-'));
    const clamd = await startClamd({ path: path.join(folder, 'clamd.sock') });
    expect(await scannerOf(clamd.setting).scan(Buffer.from('rustig'))).toEqual({ outcome: 'clean' });
    await clamd.stop();
    rmSync(folder, { recursive: true });
  });

  test('down, or with a file over its limit, it says nothing of the file', async () => {
    const clamd = await startClamd({}, 100_000);
    await expect(scannerOf(clamd.setting).scan(randomBytes(3_000_000))).rejects.toThrow();
    await clamd.stop();
    await expect(scannerOf(clamd.setting).scan(Buffer.from('x'))).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('the setting', () => {
  test('names a host with a port, an address in brackets, or a socket', () => {
    expect(clamdAddress('clamd://scan.example.org:3310')).toEqual({ host: 'scan.example.org', port: 3310 });
    expect(clamdAddress('clamd://[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    expect(clamdAddress('clamd:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(clamdAddress('none')).toBeUndefined();
  });

  test('without one, every file is said to be unscanned', async () => {
    const scanner = scannerOf('none');
    expect(scanner.name).toBe('none');
    expect(await scanner.scan(Buffer.from(eicar))).toEqual({ outcome: 'unscanned' });
  });
});
