const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** An encoder for any encoding of one byte or two that the system decodes: its decoder, turned round. */
export function encoderFor(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true });
  const bytes = new Map<string, readonly number[]>();
  const take = (...codes: readonly number[]): void => {
    try {
      const char = decoder.decode(Uint8Array.from(codes));
      if ([...char].length === 1 && !bytes.has(char)) bytes.set(char, codes);
    } catch {
      // No character.
    }
  };
  const all = Array.from({ length: 256 }, (_, code) => code);
  all.forEach((code) => take(code));
  // Node 20's decoder of windows-1252 is that of ISO 8859-1.
  if (label === 'windows-1252') [...windows1252].forEach((char, index) => bytes.set(char, [0x80 + index]));
  if (/^(?:shift_jis|euc-|big5|gb)/.test(label))
    for (const first of all.slice(0x81)) all.slice(0x40).forEach((second) => take(first, second));
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((char) => {
        const codes = bytes.get(char);
        if (!codes) throw new Error(`${label} has no ${char}`);
        return codes;
      }),
    );
}
