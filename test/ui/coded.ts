import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { printSidecar } from '../../src/sidecar/print';

export const SIDECAR = 'articles/what-karsk-wants.txt.annotations.json';
export const ARMY = '93tvom5udh1h';
const STATEMENT = 'p58351z5kkut';
const AGENCY = 'k9rhsxnucqd9';

/** Lee has read the article as Moreno did, but for the stance of one claim, the attribution of another, and a mention. */
export function codedByLee(folder: string): void {
  const file = path.join(folder, SIDECAR);
  const sidecar = JSON.parse(readFileSync(file, 'utf8')) as Sidecar;
  const copied = (id: string): string => `z${id}`;
  const lees = sidecar.annotations
    .filter(({ id }) => id !== AGENCY)
    .map((one): Annotation => ({
      ...one,
      ...{ id: copied(one.id), creator: 'lee' },
      ...(one.links
        ? {
            links: one.links.map(({ annotation, ...link }) =>
              annotation === undefined ? link : { ...link, annotation: copied(annotation) },
            ),
          }
        : {}),
      ...(one.id === ARMY ? { stance: 'oppose' } : {}),
      ...(one.id === STATEMENT ? { attribution: 'quoted' } : {}),
    }));
  writeFileSync(file, printSidecar({ ...sidecar, annotations: [...sidecar.annotations, ...lees] }));
}
