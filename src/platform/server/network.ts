import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address lies in: the first three bytes of IPv4 (`192.0.2.0/24`), the first 56 bits of IPv6, which is
 * what one subscriber gets (`2001:db8:0:ff00::/56`). Whoever changes addresses within their own network stays one caller.
 * Empty for what is no address.
 */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(mapped)) return '';
  const groups = groupsOf(mapped);
  groups[3] = groups[3]! & 0xff00;
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/56`;
}

/** The eight groups of an IPv6 address, with what `::` leaves out. A dotted tail only fills the last two. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const numbers = (part: string) => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []);
  const first = numbers(head);
  if (tail === undefined) return first;
  const last = numbers(tail);
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}
