import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Button from './Button.svelte';
import ChipChoice from './ChipChoice.svelte';
import Combobox from './Combobox.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import FileField from './FileField.svelte';
import { fieldId } from './fields.ts';
import Gallery from './Gallery.svelte';
import { iconNames, iconShapes } from './icons.ts';
import NumberField from './NumberField.svelte';
import RadioCards from './RadioCards.svelte';
import SelectField from './SelectField.svelte';
import TextField from './TextField.svelte';

function html<Props extends Record<string, unknown>>(
  component: Component<Props, object, string>,
  props: Props,
): string {
  return render(component as Component<Record<string, unknown>>, { props }).body.replaceAll(/<!--.*?-->/g, '');
}
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const options = [
  { value: 'a', label: 'Alfa', help: 'De eerste' },
  { value: 'b', label: 'Bravo' },
];

describe('a field with an error', () => {
  it('keeps what was typed and points to the error and the help', () => {
    const page = html(NumberField, {
      name: 'headcount',
      label: 'Mensen',
      value: 'veertien',
      error: 'Schrijf een getal.',
      help: 'Tel jezelf mee.',
    });
    expect(page).toContain('value="veertien"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('aria-describedby="f-headcount-error f-headcount-help"');
    expect(page).toMatch(/id="f-headcount-error".*Schrijf een getal\./s);
    expect(page).toMatch(/id="f-headcount-help".*Tel jezelf mee\./s);
  });

  it('is reached by the link in the error summary, whatever its name looks like', () => {
    for (const name of ['headcount', 'goals[0].title', 'a.b']) {
      const target = /href="#([^"]+)"/.exec(
        html(ErrorSummary, { title: 'Kijk na', errors: [{ name, message: 'fout' }] }),
      )?.[1];
      expect(target).toBe(fieldId(name));
      expect(html(TextField, { name, label: 'Veld' })).toContain(`id="${target}"`);
      expect(html(RadioCards, { name, label: 'Veld', options })).toContain(`id="${target}"`);
    }
  });

  it('takes only files of the kinds that are asked for', () => {
    const page = html(FileField, { name: 'file', label: 'Bestand', ends: ['pdf', 'png'], error: 'Kies een bestand.' });
    expect(page).toContain('accept=".pdf,.png"');
    expect(page).toContain('aria-describedby="f-file-error"');
    expect(page).toContain('aria-invalid="true"');
  });

  it('is a plain field to type in as long as its script does not run', () => {
    const page = html(Combobox as unknown as Component<Record<string, unknown>, object, string>, {
      name: 'words',
      label: 'Naam',
      value: 'bakk',
      help: 'Typ een naam.',
      look: () => Promise.resolve([]),
      onchoose: () => undefined,
    });
    expect(page).toMatch(/<input[^>]*type="text"[^>]*>/);
    expect(page).toContain('value="bakk"');
    expect(page).toContain('aria-describedby="f-words-help"');
    expect(page).not.toMatch(/role="combobox"|aria-expanded|role="status"/);
  });

  it('says nothing of the kind when all is well', () => {
    const page = html(TextField, { name: 'name', label: 'Naam', error: null });
    expect(page).not.toContain('aria-invalid');
    expect(page).not.toContain('aria-describedby');
  });

  it('marks a group of answers as a whole', () => {
    const page = html(RadioCards, { name: 'q', label: 'Vraag', options, value: 'b', error: 'Kies er één.' });
    expect(page).toMatch(/role="radiogroup"[^>]*aria-describedby="f-q-error"[^>]*aria-invalid="true"/);
    expect(page).toMatch(/value="b" checked/);
  });
});

describe('a known value', () => {
  it('is read-only, still travels with the form, and says where it comes from', () => {
    const text = html(TextField, { name: 'lot', label: 'Perceel', value: '2', readonlySource: 'Uit je scan.' });
    expect(text).toMatch(/<input[^>]*readonly/);
    expect(text).toContain('aria-describedby="f-lot-source"');
    const choice = html(SelectField, {
      name: 'lot',
      label: 'Perceel',
      options,
      value: 'a',
      readonlySource: 'Uit je scan.',
    });
    expect(choice).toContain('<input type="hidden" name="lot" value="a"');
    expect(choice).toContain('value="Alfa"');
    expect(choice).not.toContain('<select');
  });
});

describe('choosing several', () => {
  it('checks exactly the chosen ones', () => {
    const page = html(ChipChoice, { name: 'm', label: 'Waarom?', options, value: ['b'] });
    expect(page.match(/checked/g)).toHaveLength(1);
    expect(page).toMatch(/value="b" checked/);
  });
});

describe('a button that cannot be used', () => {
  const page = html(Button, { children: words('Dien in'), disabledBecause: 'Vul eerst doel 2 aan.', href: '/weg' });

  it('stays a button, does not submit, and leads nowhere', () => {
    expect(page).toMatch(/<button[^>]*type="button"[^>]*aria-disabled="true"/);
    expect(page).not.toContain('href');
  });

  it('says why, to everybody', () => {
    const id = /aria-describedby="([^"]+)"/.exec(page)?.[1];
    expect(page).toMatch(new RegExp(`id="${id}"[^]*Vul eerst doel 2 aan\\.`));
  });
});

describe('the whole system', () => {
  const page = render(Gallery).body;

  it('writes no style attribute and no handler into the page', () => {
    expect(page).not.toMatch(/\sstyle=/);
    expect(page).not.toMatch(/\son[a-z]+="/);
  });

  it('gives every id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has shapes for every icon', () => {
    for (const name of iconNames)
      expect(iconShapes(name)).toMatch(/^<(path|circle|rect|line|polyline|polygon|ellipse) /);
  });
});
