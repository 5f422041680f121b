import { effectiveCodebook, type Codebook } from '../../model/codebook';
import { attributeFeature } from './features';

/** Fields that have few values. */
const fewValues = ['form', 'stance', 'attribution', 'kind'];

/** The features of a codebook's annotations whose values are chosen from a list: tools have attributes or choices for them. */
export function chosenFeatures(codebook: Codebook | undefined): ReadonlySet<string> {
  const attributes = effectiveCodebook(codebook).attributes.filter(({ type }) => ['choice', 'boolean'].includes(type));
  return new Set([...fewValues, ...attributes.map(({ id }) => attributeFeature(id))]);
}
