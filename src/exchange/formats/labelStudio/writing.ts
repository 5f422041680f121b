import type { ArticleInfo } from '../../../model/article';
import { CodePoints } from '../../codePoints';
import { metadataOf } from '../../spans/documentInfo';
import { piecesOf } from '../../spans/pieces';
import type { SpanDocument } from '../../spans/spanDocument';
import { LABEL, TEXT, type Configuration } from './configuration';

/** The fields of a region's `meta` that are ours; `text` is Label Studio's, for notes. */
export const ID_FIELD = 'annotation_id';
export const PART_FIELD = 'part';

/** A document as a task with one annotation. */
export function taskOf(
  { path, text, spans, relations }: SpanDocument,
  info: ArticleInfo,
  chosen: ReadonlySet<string>,
  configuration: Configuration,
): object {
  const points = new CodePoints(text);
  const result: object[] = [];
  const firsts = new Map<string, string>();
  for (const { type, features, ...span } of spans) {
    configuration.addType(type);
    for (const { id, start, end, part, isFirst } of piecesOf({ ...span, type, features })) {
      const region = { id: `r${result.length + 1}`, to_name: TEXT };
      const place = { start: points.fromUnits(start), end: points.fromUnits(end), text: text.slice(start, end) };
      const note = isFirst ? features.get('note') : undefined;
      const meta = {
        [ID_FIELD]: id,
        ...(part === undefined ? {} : { [PART_FIELD]: part }),
        ...(note === undefined ? {} : { text: [note] }),
      };
      result.push({ ...region, from_name: LABEL, type: 'labels', value: { ...place, labels: [type] }, meta });
      if (!isFirst) continue;
      firsts.set(id, region.id);
      for (const [name, said] of features) {
        if (name === 'note') continue;
        const isChoice = chosen.has(name);
        if (isChoice) configuration.addChoice(name, said);
        else configuration.addText(name);
        const value = isChoice ? { ...place, choices: [said] } : { ...place, text: [said] };
        result.push({ ...region, from_name: name, type: isChoice ? 'choices' : 'textarea', value });
      }
    }
  }
  for (const { type, from, to, features } of relations) {
    configuration.addRole(type);
    const ends = { from_id: firsts.get(from), to_id: firsts.get(to), direction: 'right' };
    const meta = features.size > 0 ? { meta: Object.fromEntries(features) } : {};
    result.push({ type: 'relation', ...ends, labels: [type], ...meta });
  }
  return { data: { [TEXT]: text, ...metadataOf(path, info) }, annotations: [{ result }] };
}
