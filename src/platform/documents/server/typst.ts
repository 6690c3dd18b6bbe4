import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unpackWoff } from './woff.ts';

/** The part of the compiler's native binding that we call. It is synchronous: while it works, nothing else does. */
interface Compiler {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): Compiled;
  pdf(document: object, options: { pdfStandard: 'ua-1'; creationTimestamp?: number }): Buffer;
  fetchDiagnostics(error: object): unknown[];
  evictCache(maxAge: number): void;
}

interface Compiled {
  readonly result: object | null;
  hasError(): boolean;
  takeDiagnostics(): object | null;
  takeError(): object | null;
}

interface Binding {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): Compiler;
  };
}

/** Our letters: the second family holds the accents that the first one lacks, the third comes with the compiler. */
export const fontFamilies = ['Atkinson Hyperlegible Next', 'Atkinson HyperlegiExt Next', 'DejaVu Sans Mono'] as const;

/** Thrown when this computer has no PDF compiler. Everything but PDFs keeps working. */
export class PdfUnavailable extends Error {
  readonly code = 'documents.pdfUnavailable';

  constructor(cause: unknown) {
    super(
      `PDFs are not available on this platform (${process.platform}-${process.arch}): none of ` +
        `${bindingNames().join(', ') || 'the known PDF compilers'} is installed. ` +
        'Run the application on 64-bit Linux, or install the package of this name and version 0.7.0 beside it.',
      { cause },
    );
    this.name = 'PdfUnavailable';
  }
}

let warm: Compiler | undefined;

/** One compiler for the whole process: the first call reads fonts and binding (about 100 ms), later ones find it warm. */
export function compiler(): Compiler {
  return (warm ??= createCompiler());
}

function createCompiler(): Compiler {
  const root = projectRoot();
  const require = createRequire(join(root, 'package.json'));
  const fontBlobs = fontFiles().map(({ name, extended }) =>
    unpackWoff(
      readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`)),
      extended ? { from: 'Hyperlegible', to: 'HyperlegiExt' } : undefined,
    ),
  );
  return loadBinding(require).NodeCompiler.create({ workspace: join(root, 'src'), fontArgs: [{ fontBlobs }] });
}

/** Tries each package that could fit this computer. Exported for the test that pretends to be another computer. */
export function loadBinding(require: (name: string) => unknown): Binding {
  let cause: unknown;
  for (const name of bindingNames()) {
    try {
      return require(name) as Binding;
    } catch (error) {
      cause = error;
    }
  }
  throw new PdfUnavailable(cause);
}

function bindingNames(): string[] {
  const endings: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    linux: ['-gnu', '-musl'],
    darwin: [''],
    win32: ['-msvc'],
  };
  return (endings[process.platform] ?? []).map(
    (ending) => `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${ending}`,
  );
}

/** File names in the font package: weights 400 and 700, upright and italic, in two subsets that do not overlap. */
export function fontFiles(): { name: string; extended: boolean }[] {
  return ['400-normal', '400-italic', '700-normal', '700-italic'].flatMap((cut) => [
    { name: `atkinson-hyperlegible-next-latin-${cut}.woff`, extended: false },
    { name: `atkinson-hyperlegible-next-latin-ext-${cut}.woff`, extended: true },
  ]);
}

/**
 * The checkout that we run from. Templates and fonts are read from it, never from the bundle, because a bundled file knows
 * nothing of where its source stood: so we walk up from the working folder, and then from this file.
 */
export function projectRoot(): string {
  for (const start of [process.cwd(), import.meta.dirname]) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, 'src/platform/documents/templates/layout.typ'))) return folder;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(`No checkout of Krachtlijn found above ${process.cwd()}: PDF templates cannot be read`);
}
