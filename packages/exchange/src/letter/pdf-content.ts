/**
 * What `pdfmake` takes, as far as letters use it. Its published types bring those of a browser into
 * every file of the house, where there is none.
 */
export type PdfContent = Readonly<Record<string, unknown>>;

export interface PdfDefinition {
  readonly pageSize: 'A4';
  /** Points: left, top, right, bottom. */
  readonly pageMargins: readonly [number, number, number, number];
  readonly language: string;
  readonly info: Readonly<Record<string, string>>;
  readonly defaultStyle: Readonly<Record<string, unknown>>;
  readonly content: readonly PdfContent[];
  readonly footer: (page: number, pages: number) => PdfContent;
  readonly pageBreakBefore: (
    node: { readonly headlineLevel?: number },
    container: { getFollowingNodesOnPage(): readonly unknown[] },
  ) => boolean;
}

export interface PdfMaker {
  setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
  setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
  setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
  createPdf(definition: PdfDefinition): { getBuffer(): Promise<Uint8Array> };
}

/** Whether what was loaded is the maker that letters were written for. */
export function isPdfMaker(loaded: unknown): loaded is PdfMaker {
  const parts = ['setFonts', 'setUrlAccessPolicy', 'setLocalAccessPolicy', 'createPdf'];
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    parts.every((part) => typeof Reflect.get(loaded, part) === 'function')
  );
}
