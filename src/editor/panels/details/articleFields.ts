import { codingStatuses, type ArticleInfo, type Coding } from '../../../model/article';
import { choiceField, required, textField, type Context, type SectionSpec } from './fields';
import { attributeFields, otherAttributes } from './options';

/** What is known of an article. */
export interface ArticleFacts {
  readonly metadata: Omit<ArticleInfo, 'file' | 'sha256' | 'length' | 'excluded'>;
  readonly coding: readonly Coding[];
  /** Who is asked how far they are. */
  readonly creator: string;
}

/** The article's metadata, and how far the person is with it. Its note is theirs: the contract has no other. */
export function articleSections({ metadata, coding, creator }: ArticleFacts, context: Context): readonly SectionSpec[] {
  const { words } = context;
  const { labels } = words;
  const field = (name: 'title' | 'author' | 'publisher' | 'section' | 'date' | 'url' | 'language') => ({
    name,
    label: labels[name],
    value: metadata[name],
  });
  const own = coding.find((one) => one.creator === creator);
  const statuses = codingStatuses.map((id) => ({ id, name: words.status(id) }));
  const article = { in: 'article' } as const;
  const attributes = attributeFields(context, 'article', metadata.attributes);
  return [
    {
      title: '',
      keeper: article,
      fields: [
        textField(field('title')),
        textField(field('author')),
        textField(field('publisher')),
        textField(field('section')),
        textField(field('date'), 'one', { is: 'date' }),
        textField(field('url'), 'one', { is: 'url' }),
        textField(field('language')),
      ],
    },
    ...(attributes.length > 0 ? [{ title: labels.attributes, keeper: article, fields: attributes }] : []),
    {
      title: words.codingOf(creator),
      keeper: { in: 'coding', status: own?.status },
      fields: [
        required(choiceField({ name: 'status', label: labels.status, value: own?.status }, statuses)),
        textField({ name: 'note', label: labels.note, value: own?.note }, 'several'),
      ],
    },
    {
      title: labels.facts,
      fold: 'closed',
      keeper: article,
      fields: [],
      facts: [
        ...coding
          .filter((one) => one !== own)
          .map(({ creator: other, status, date = '', note = '' }): readonly [string, string] => [
            other,
            [words.status(status), date, note].filter((part) => part !== '').join(', '),
          ]),
        [labels.encoding, metadata.encoding],
        ...otherAttributes(context, 'article', metadata.attributes),
      ],
    },
  ];
}
