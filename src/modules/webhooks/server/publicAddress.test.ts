import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './publicAddress.ts';

describe('an address of our own network', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is refused', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test('an address of a public server is not', () => {
  for (const address of ['8.8.8.8', '193.191.245.1', '172.32.0.1', '2a02:1800::1', '2606:4700::1111'])
    expect(isPublicAddress(address)).toBe(true);
});
