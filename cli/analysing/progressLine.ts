const patience = 1000;
const between = 250;

/** A line on standard error that says how far the work is, once it takes longer than a second. */
export function progressLine(begun = performance.now()) {
  const terminal = process.stderr.isTTY;
  let shown = 0;
  let visible = false;
  return {
    /** @param share of this part of the work that is done, 0 to 1 */
    show(what: string, share: number): void {
      const now = performance.now();
      if (now - begun < patience || now - shown < between) return;
      shown = now;
      visible = true;
      const text = `${what}: ${Math.round(share * 100)} %`;
      process.stderr.write(terminal ? `\r${text.padEnd(30)}` : `${text}\n`);
    },
    clear(): void {
      if (visible && terminal) process.stderr.write(`\r${' '.repeat(30)}\r`);
      visible = false;
    },
  };
}
