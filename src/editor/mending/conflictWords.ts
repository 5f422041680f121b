import * as vscode from 'vscode';
import type { Annotation, Target } from '../../model/annotation';
import type { EffectiveCodebook } from '../../model/codebook';
import type { Conflict } from '../../sidecar/threeWay';
import { plainLabel } from '../pickers/plainLabel';
import { actorName, headline, quotation, quoted, sourceName, topicName, typeName } from '../wording';
import { valueAt } from './valueAt';

/** What a conflict is about: the annotation, actor or topic in words. `file` is one of the sides, parsed. */
export function subjectOf({ path, ours, theirs }: Conflict, file: unknown, lists: EffectiveCodebook): string {
  const [list = '', id] = path;
  if (list === 'annotations' && id !== undefined) {
    const whole = path.length === 2 ? (ours ?? theirs) : valueAt(file, [list, id]);
    return isAnnotation(whole) ? annotationInWords(whole, lists) : plainLabel(id);
  }
  if (list === 'article') return vscode.l10n.t('Article');
  if (list === 'coding') return id === undefined ? list : vscode.l10n.t('Coding of {0}', plainLabel(id));
  const item = path.length === 2 ? (ours ?? theirs) : valueAt(file, [list, id ?? '']);
  const name = (item as { readonly name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? plainLabel(name) : plainLabel(id ?? list);
}

/** "Claim “…” · Russia | missile tests" */
function annotationInWords(annotation: Annotation, lists: EffectiveCodebook): string {
  const said = headline(annotation, lists);
  const words = quotation(annotation, 50);
  return plainLabel(
    `${typeName(annotation.type)} ${quoted(words)}${said === words || said === quotation(annotation) ? '' : ` · ${said}`}`,
  );
}

/** Which field of it: "stance", "links › …"; "the whole" where that is meant. */
export function fieldOf({ path }: Conflict): string {
  const inside = path.slice(path[0] === 'article' ? 1 : 2);
  return inside.length === 0 ? vscode.l10n.t('the whole') : plainLabel(inside.join(' › '));
}

/** A side's value, on one line. */
export function valueInWords({ path }: Conflict, value: unknown, lists: EffectiveCodebook): string {
  const field = path.at(-1);
  if (value === undefined) return vscode.l10n.t('nothing (removed)');
  if (typeof value === 'string') {
    const name =
      field === 'topic'
        ? topicName(lists, value)
        : field === 'actor'
          ? actorName(lists, value)
          : field === 'source'
            ? sourceName(lists, value)
            : value;
    return plainLabel(name);
  }
  if (field === 'target') return plainLabel(quoted(quotation({ target: value as readonly Target[] })));
  if (path.length === 2 && isAnnotation(value)) return annotationInWords(value, lists);
  return plainLabel(JSON.stringify(value));
}

function isAnnotation(value: unknown): value is Annotation {
  return typeof value === 'object' && value !== null && 'target' in value && 'type' in value;
}
