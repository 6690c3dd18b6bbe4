/** The most bytes in one piece of a file that is sent: in base64 too it stays well below what the server takes at once. */
export const pieceBytes = 4_000_000;

/** The largest zip that is taken, in bytes; that of October 2025 has about 300 MB. */
export const largestFile = 4_000_000_000;

/** How a zip begins: the mark of a local header. */
const zipBegins = [0x50, 0x4b, 0x03, 0x04];

/** Whether these first bytes can be those of a zip with something in it. */
export const beginsAsZip = (bytes: Uint8Array): boolean => zipBegins.every((byte, at) => bytes[at] === byte);
