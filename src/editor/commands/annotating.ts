import type { Parts } from '../parts';
import type { Command } from './command';

/** The commands that change annotations, or what is known of an article. What they do is loaded with the first one. */
export function annotatingCommands(parts: Parts): readonly Command[] {
  const making = ['tagActor', 'tagClaim', 'tagSource', 'tagPassage'] as const;
  const changing = [
    'editAnnotation',
    'removeAnnotation',
    'resizeAnnotation',
    'extendAnnotation',
    'link',
    'unlink',
    'exclude',
    'include',
    'setCodingStatus',
    'editArticleMetadata',
  ] as const;
  return [
    ...making.map((id): Command => ({ id, run: async (args) => (await parts.assist.get())[id](parts, args) })),
    ...changing.map((id): Command => ({
      id,
      run: async (args) => (await parts.assist.get())[id](parts, args),
      otherwise: false,
    })),
  ];
}
