/** The standard's own context. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What offsets count: what the standard asks for, or what Hypothesis and Recogito write. */
export type Positions = 'code-points' | 'utf-16';

/** Our terms: each is JSON of ours as it is (JSON-LD 1.1), so that processors keep it whole. */
export const ours = {
  '@version': 1.1,
  ...Object.fromEntries(
    ['policy', 'policyArticle', 'policyArticles', 'policyExport'].map((term) => [
      term,
      { '@id': `urn:x-policy-annotator:${term}`, '@type': '@json' },
    ]),
  ),
};

/** Whether a text is a time as the standard asks for: xsd:dateTime with a zone. */
export function isDateTime(text: string | undefined): boolean {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
  return text !== undefined && form.test(text) && !Number.isNaN(Date.parse(text));
}
