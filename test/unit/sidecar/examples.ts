import type { Annotation, Target } from '../../../src/model/annotation';
import type { Sidecar } from '../../../src/model/article';
import type { Codebook } from '../../../src/model/codebook';

export const hashA = 'a'.repeat(64);
export const hashB = 'b'.repeat(64);

export function target(start: number, end: number, exact = 'words'): Target {
  return { start, end, exact, prefix: 'before ', suffix: ' after' };
}

export function mention(id: string, fields: Partial<Annotation> = {}): Annotation {
  return { id, type: 'actor', target: [target(10, 15)], actor: 'north-korea', ...fields };
}

export function sidecar(annotations: readonly Annotation[], fields: object = {}): Sidecar {
  return {
    format: 'policy-annotations',
    version: 1,
    article: { file: 'statement.txt', sha256: hashA, length: 100 },
    ...fields,
    annotations,
  };
}

export function codebook(fields: Partial<Codebook> = {}): Codebook {
  return { format: 'policy-codebook', version: 1, ...fields };
}

/** Every known field, in the order of the contract. */
export const fullSidecar = `{
  "format": "policy-annotations",
  "version": 1,
  "article": {
    "file": "statement.txt",
    "sha256": "${hashA}",
    "length": 100,
    "encoding": "windows1252",
    "title": "Títle 𝔘",
    "author": "A",
    "publisher": "P",
    "section": "S",
    "date": "2023-12",
    "url": "https://example.org/",
    "language": "en",
    "attributes": {},
    "excluded": [
      {
        "start": 0,
        "end": 9,
        "exact": "Share\\n\\t\\u0001",
        "prefix": "",
        "suffix": "\\ud800"
      }
    ]
  },
  "coding": [
    {
      "creator": "lee",
      "status": "done",
      "date": "2026-11-22",
      "note": "n"
    }
  ],
  "annotations": [
    {
      "id": "b3k9",
      "type": "claim",
      "target": [
        {
          "start": 10,
          "end": 20,
          "exact": "x",
          "prefix": "",
          "suffix": "",
          "unknown": null
        }
      ],
      "text": "${hashB}",
      "actor": "a",
      "form": "name",
      "topic": "t",
      "stance": "oppose",
      "attribution": "reported",
      "summary": "s",
      "source": "src",
      "kind": "k",
      "reference": "r",
      "url": "u",
      "date": "2022",
      "links": [
        {
          "role": "speaker",
          "actor": "a",
          "annotation": "m",
          "source": "s",
          "for": "nato",
          "constructor": {}
        }
      ],
      "attributes": {
        "7": 1.5,
        "act": "condemn",
        "__proto__": {
          "x": []
        }
      },
      "note": "n",
      "supersedes": [],
      "creator": "lee",
      "created": "2026-11-22T05:00:00Z",
      "modified": "2026-11-22T05:00:01Z",
      "zeta": false,
      "alpha": 1e-7
    },
    {
      "id": "c",
      "type": "gesture",
      "target": [
        {
          "start": 0,
          "end": 100,
          "exact": "",
          "prefix": "",
          "suffix": ""
        }
      ]
    }
  ],
  "__proto__": 1,
  "constructor": 2
}
`;

export const fullCodebook = `{
  "format": "policy-codebook",
  "version": 1,
  "actors": [
    {
      "id": "__proto__",
      "name": "N",
      "kind": "state",
      "aliases": [
        "A"
      ],
      "parent": "p",
      "members": [],
      "sameAs": "https://www.wikidata.org/entity/Q423",
      "color": "#c0392b",
      "attributes": {},
      "note": "",
      "formerIds": [
        "constructor"
      ],
      "wikipedia": "x"
    },
    {
      "id": "constructor",
      "name": "M"
    }
  ],
  "topics": [
    {
      "id": "t",
      "name": "T",
      "parent": "p",
      "description": "d",
      "examples": [
        "e"
      ],
      "formerIds": []
    }
  ],
  "sources": [
    {
      "id": "s",
      "name": "S",
      "kind": "document",
      "origin": "a",
      "date": "2022-07",
      "url": "u",
      "attributes": {},
      "formerIds": []
    }
  ],
  "stances": [
    {
      "id": "oppose",
      "name": "Oppose",
      "value": -1
    }
  ],
  "roles": [
    {
      "id": "speaker",
      "name": "Speaker",
      "appliesTo": [
        "claim"
      ],
      "takes": [
        "actor"
      ]
    }
  ],
  "sourceKinds": [
    {
      "id": "statement",
      "name": "Statement"
    }
  ],
  "attributes": [
    {
      "id": "act",
      "name": "Speech act",
      "type": "choice",
      "options": [
        {
          "id": "demand",
          "name": "Demand"
        },
        {
          "id": "assert",
          "name": "Assert"
        }
      ],
      "min": 0,
      "max": 1,
      "appliesTo": [
        "claim"
      ]
    }
  ],
  "themes": []
}
`;
