import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from './network.ts';

describe('the network of an address', () => {
  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8::1', '2001:db8:0:0::/56'],
    ['2001:db8:1:ab12:3:4:5:6', '2001:db8:1:ab00::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/56'],
    ['unknown', ''],
    [undefined, ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('is one for all addresses that one subscriber can take', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (address, last) => {
        expect(networkOf(address.replace(/\d+$/, String(last)))).toBe(networkOf(address));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 65535 }), { minLength: 5, maxLength: 5 }), ([low, ...rest]) => {
        const tail = [low! & 0xff, ...rest].map((group) => group.toString(16)).join(':');
        expect(networkOf(`2001:db8:7:${tail}`)).toBe('2001:db8:7:0::/56');
      }),
    );
  });

  test('never fails, whatever is said', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV6()), (address) => typeof networkOf(address) === 'string'));
  });
});
