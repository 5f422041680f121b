import type { Attribution, Form, PlacedAnnotation } from '../../../model/annotation';
import type { Role } from '../../../model/codebook';
import type { TextProblem, TextRule } from '../../textRules';

/** The words of a form in the person's language: what makes its fields knows no VS Code. */
export interface Vocabulary {
  readonly labels: Readonly<Record<Label, string>>;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  role(role: Pick<Role, 'id' | 'name'>): string;
  attribution(attribution: Attribution): string;
  form(form: Form): string;
  status(status: string): string;
  actorKind(kind: string): string;
  /** What an annotation says, and the words that it marks: each on one line. */
  headline(annotation: PlacedAnnotation): string;
  quotation(annotation: PlacedAnnotation): string;
  /** "line 12". */
  line(annotation: PlacedAnnotation): string;
  /** Where it is and, where that is in doubt, what can be done. */
  place(annotation: PlacedAnnotation): string;
  /** Headings: whose status it is, and which thing of the codebook. */
  codingOf(creator: string): string;
  inCodebook(what: 'actor' | 'topic' | 'source', name: string): string;
  /** What a text must be, by an example or in few words. */
  hint(rule: TextRule | 'list'): string;
  problem(problem: Problem): string;
  /** Of fields or rows that are too many to be shown. */
  notShown(count: number): string;
}

/** What is wrong with what a person typed. */
export type Problem =
  TextProblem | { readonly is: 'required' } | { readonly is: 'unknown' | 'ambiguous'; readonly name: string };

/** Fields, headings and hints by what they are. */
export type Label =
  // of annotations
  | 'actor'
  | 'form'
  | 'topic'
  | 'stance'
  | 'attribution'
  | 'summary'
  | 'source'
  | 'kind'
  | 'reference'
  | 'url'
  | 'date'
  | 'note'
  // of articles
  | 'title'
  | 'author'
  | 'publisher'
  | 'section'
  | 'language'
  | 'status'
  // of the codebook's items
  | 'name'
  | 'aliases'
  | 'partOf'
  | 'members'
  | 'sameAs'
  | 'color'
  | 'broader'
  | 'description'
  | 'examples'
  | 'origin'
  // headings
  | 'who'
  | 'evidence'
  | 'others'
  | 'attributes'
  | 'facts'
  // facts
  | 'id'
  | 'formerIds'
  | 'creator'
  | 'created'
  | 'modified'
  | 'place'
  | 'supersedes'
  | 'supersededBy'
  | 'encoding';
