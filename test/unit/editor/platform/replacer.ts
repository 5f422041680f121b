import { diskFunctions } from '../../../../src/editor/platform/node';
import { NodeDisk } from '../../../../src/editor/platform/nodeDisk';

/** A file's content, whole where it begins and ends with one number. */
export function contentOf(n: number): string {
  return `{ "n": ${n}, "filling": "${String(n).padStart(8, '0').repeat(20_000)}", "end": ${n} }\n`;
}

/** A program: replaces a file (its argument) over and over, and says each number that is safely written. */
export async function replaceForever(file: string): Promise<never> {
  const disk = new NodeDisk(diskFunctions);
  let before = await disk.read(file);
  for (let n = 1 + Number(/\d+/.exec(before ? new TextDecoder().decode(before) : '0')); ; n++) {
    const next = new TextEncoder().encode(contentOf(n));
    process.stdout.write(`begin ${n}\n`);
    if (!(await disk.replace(file, next, before))) throw new Error('somebody else wrote');
    process.stdout.write(`done ${n}\n`);
    before = next;
  }
}

const [, , command, file] = process.argv;
if (command === 'replace-forever' && file !== undefined) void replaceForever(file);
