/** A line of text in a PDF page. */
export interface PdfLine {
  /** In points from the left edge and from the bottom; a page has 595 × 842. */
  readonly x: number;
  readonly y: number;
  /** Letters of Windows-1252. */
  readonly text: string;
  /** In points; 11 where it isn't said. */
  readonly size?: number;
  /** Whether it goes up the page. */
  readonly goesUp?: boolean;
}

export interface PdfOptions {
  /** Of the document's information: Title, Author, CreationDate. */
  readonly info?: Readonly<Record<string, string>>;
  /** With a password that isn't told. */
  readonly isEncrypted?: boolean;
}

/** A small PDF (1.4) of text in Helvetica, without compression; a page without lines has a grey picture. */
export function pdfOf(pages: readonly (readonly PdfLine[])[], { info = {}, isEncrypted }: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`);
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const lines of pages) {
    const box = '/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>';
    const page = add(`<< /Type /Page /Parent 2 0 R ${box} /Contents ${objects.length + 2} 0 R >>`);
    const stream = lines.length === 0 ? '0.5 g 0 0 595 842 re f' : `BT\n${lines.map(shown).join('\n')}\nET`;
    if (page !== objects.length) throw new Error('A page has its stream behind it');
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  const fields = Object.entries(info).map(([name, value]) => `/${name} ${hexadecimal(value)}`);
  const infoAt = add(`<< ${fields.join(' ')} >>`);
  const secret = `<${'5a'.repeat(32)}>`;
  const encryption = isEncrypted
    ? ` /Encrypt ${add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`)} 0 R /ID [${secret} ${secret}]`
    : '';
  let file = '%PDF-1.4\n';
  const offsets = objects.map((content, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${infoAt} 0 R${encryption} >>`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0));
}

function shown({ x, y, text, size = 11, goesUp }: PdfLine): string {
  const letters = text
    .replaceAll('–', '\x96')
    .replaceAll('•', '\x95')
    .replaceAll('’', '\x92')
    .replaceAll('“', '\x93')
    .replaceAll('”', '\x94')
    .replace(/[\\()]/g, '\\$&');
  return `/F1 ${size} Tf ${goesUp ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm (${letters}) Tj`;
}

/** A text as UTF-16 with a mark. */
function hexadecimal(value: string): string {
  const units = [0xfeff, ...Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))];
  return `<${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
}
