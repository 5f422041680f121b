import * as vscode from 'vscode';
import { codingStatuses } from '../../../model/article';
import type { PageWords } from '../../../model/formMessages';
import { standingText } from '../../language/details';
import { attributionWords, formWords, problemWords, roleWords } from '../../pickers/fieldWords';
import { statusWords } from '../../pickers/statusPicker';
import { plainLine } from '../../../model/plainLine';
import { placesOf } from '../../places';
import type { Article } from '../../store/article';
import type { CodebookFile } from '../../store/codebookFile';
import { headline, kindName, quotation, quoted } from '../../wording';
import type { Label, Problem, Vocabulary } from './vocabulary';

/** The longest line that is shown of an annotation. */
const LONGEST = 120;

/** The words of a form about an article, or about what is marked in it. */
export function vocabularyOf(article: Article, { lists }: CodebookFile): Vocabulary {
  const { t } = vscode.l10n;
  const line: Vocabulary['line'] = (annotation) =>
    t('line {0}', article.positionAt(placesOf(article, annotation)[0]?.start ?? 0).line + 1);
  return {
    labels: labels(),
    yes: t('Yes'),
    no: t('No'),
    none: t('No value'),
    role: roleWords,
    attribution: attributionWords,
    form: formWords,
    status: (status) => {
      const known = codingStatuses.find((one) => one === status);
      return known ? statusWords(known)[0] : status;
    },
    actorKind: kindName,
    headline: (annotation) => plainLine(headline(annotation, lists), LONGEST),
    quotation: (annotation) => quoted(plainLine(quotation(annotation, LONGEST), LONGEST)),
    line,
    place: (annotation) => standingText(annotation) ?? t('{0}, anchored', line(annotation)),
    codingOf: (creator) => t('Coding status of {0}', plainLine(creator, LONGEST)),
    inCodebook: (what, name) => {
      const shown = plainLine(name, LONGEST);
      if (what === 'actor') return t('Actor in the codebook: {0}', shown);
      return what === 'topic' ? t('Topic in the codebook: {0}', shown) : t('Source in the codebook: {0}', shown);
    },
    hint: (rule) => {
      if (rule === 'list') return t('one a line');
      switch (rule.is) {
        case 'date':
          return t('2023-12-18, 2023-12 or 2023');
        case 'url':
          return 'https://';
        case 'color':
          return '#c0392b';
        case 'integer':
          return Number.isFinite(rule.min) && Number.isFinite(rule.max) ? t('{0} to {1}', rule.min, rule.max) : '';
      }
    },
    problem: problemText,
    notShown: (count) => t('{0} more aren’t shown here. They stay as they are.', count),
  };
}

function problemText(problem: Problem): string {
  const { t } = vscode.l10n;
  switch (problem.is) {
    case 'required':
      return t('This can’t be left empty.');
    case 'unknown':
      return t('“{0}” isn’t among what can be chosen here. Choose one of the list.', problem.name);
    case 'ambiguous':
      return t('“{0}” could be several of these. Choose one of the list.', problem.name);
    default:
      return problemWords(problem);
  }
}

function labels(): Readonly<Record<Label, string>> {
  const { t } = vscode.l10n;
  return {
    actor: t('Actor'),
    form: t('Form'),
    topic: t('Topic'),
    stance: t('Stance'),
    attribution: t('Attribution'),
    summary: t('Summary'),
    source: t('Source'),
    kind: t('Kind'),
    reference: t('Reference'),
    url: t('Web address'),
    date: t('Date'),
    note: t('Note'),
    title: t('Title'),
    author: t('Author'),
    publisher: t('Publisher'),
    section: t('Section'),
    language: t('Language'),
    status: t('Status'),
    name: t('Name'),
    aliases: t('Also called'),
    partOf: t('Part of'),
    members: t('Members'),
    sameAs: t('Same as'),
    color: t('Colour'),
    broader: t('Wider topic'),
    description: t('Description'),
    examples: t('Examples'),
    origin: t('From'),
    who: t('Who'),
    evidence: t('Sources'),
    others: t('Other annotations'),
    attributes: t('Attributes'),
    facts: t('Facts'),
    id: t('Id'),
    formerIds: t('Former ids'),
    creator: t('Made by'),
    created: t('Made'),
    modified: t('Changed'),
    place: t('Place'),
    supersedes: t('Supersedes'),
    supersededBy: t('Superseded by'),
    encoding: t('Encoding'),
  };
}

/** The words that the page says itself. */
export function pageWords(): PageWords {
  const { t } = vscode.l10n;
  return {
    form: t('Details'),
    shown: t('Shown, of what is at the cursor'),
    goTo: t('Go to {0}'),
    add: t('Add…'),
    addTo: t('Add: {0}'),
    remove: t('Remove {0}'),
    behalf: t('For…'),
    behalfOf: t('On whose behalf: {0}'),
    onBehalfOf: t('for {0}'),
    examples: t('Examples'),
    nothingFits: t('Nothing fits'),
    more: t('{0} more: type to find them'),
    offered: t('{0} to choose from'),
  };
}
