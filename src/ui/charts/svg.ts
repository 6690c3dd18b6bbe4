/** Text made safe for use inside an SVG element or attribute. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The attributes that give a drawing its words, or hide it when the words stand beside it. */
export function spoken(label: string | undefined): string {
  return label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeText(label)}"`;
}

/** A coordinate with at most one decimal: drawings stay small and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
