/** The reason that the disabled button with these words points to; undefined while there is no such button. */
export function reasonOf(page: string, label: string): string | undefined {
  const disabled = /<button(?<attributes>[^>]*aria-disabled="true"[^>]*)>(?<words>.*?)<\/button>/gs;
  for (const { groups = {} } of page.matchAll(disabled)) {
    const { attributes = '', words = '' } = groups;
    if (
      !words
        .replaceAll(/<[^>]+>/g, '')
        .trim()
        .startsWith(label)
    )
      continue;
    const id = /aria-describedby="([^"]+)"/.exec(attributes)![1]!;
    const [, reason] = new RegExp(`id="${id}"[^>]*>(.*?)</(?:p|span)>`, 's').exec(page)!;
    return reason!.replaceAll(/<[^>]+>/g, '').trim();
  }
  return undefined;
}
