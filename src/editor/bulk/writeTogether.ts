import type { FileMending } from '../mending/fileMending';
import type { Holdable, Together } from '../store/mending';
import { BEAT_MS, Journals, type JournalFile } from './journal';

/** The longest that files are kept from being written until the journal is: it isn't waited for, only not forgotten. */
const HOLD_MS = 600_000;

/** Applies a change of several files, with a journal from before the first of them is written until the last one is. Where
 * one can't be written the change is taken back, on disk too, and this rejects. */
export async function writeTogether(
  { files: disk, journals: folder }: FileMending,
  { label, files, apply, takeBack }: Together,
): Promise<void> {
  const journals = new Journals(disk, folder);
  await Promise.all(files.map((file) => file.hold(HOLD_MS)));
  let name: string;
  try {
    apply();
    name = await journals.write({ label, files: await changesOf(files) });
  } catch (error) {
    takeBack();
    throw error;
  } finally {
    for (const file of files) file.release();
  }
  const beat = setInterval(() => void journals.beat(name).catch(() => undefined), BEAT_MS);
  try {
    for (const file of files) await file.flush();
  } catch (error) {
    takeBack();
    // What can't be taken back on disk either can be when this is asked about at the next start.
    if (!(await areWritten(files))) clearInterval(beat);
    else await journals.remove(name);
    throw error;
  } finally {
    clearInterval(beat);
  }
  await journals.remove(name);
}

async function changesOf(files: readonly Holdable[]): Promise<readonly JournalFile[]> {
  const changes = files.map(async (file): Promise<JournalFile[]> => {
    const unwritten = await file.unwritten();
    return unwritten ? [{ uri: file.uri.toString(), ...unwritten }] : [];
  });
  return (await Promise.all(changes)).flat();
}

async function areWritten(files: readonly Holdable[]): Promise<boolean> {
  const results = await Promise.allSettled(files.map((file) => file.flush()));
  return results.every(({ status }) => status === 'fulfilled');
}
