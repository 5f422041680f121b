import * as vscode from 'vscode';
import type { Actor } from '../../model/codebook';
import { isKeptOrphan, type PlacedAnnotation } from '../../model/annotation';

const byType: ReadonlyMap<string, { readonly icon: string; readonly color: string }> = new Map([
  ['actor', { icon: 'person', color: 'actorBorder' }],
  ['claim', { icon: 'comment', color: 'claimBorder' }],
  ['source', { icon: 'references', color: 'sourceBorder' }],
  ['passage', { icon: 'bookmark', color: 'passageBorder' }],
  ['attention', { icon: 'warning', color: 'uncertainBorder' }],
  ['kept', { icon: 'archive', color: 'otherBorder' }],
]);

const byActorKind: ReadonlyMap<string, string> = new Map([
  ['state', 'globe'],
  ['organization', 'briefcase'],
  ['person', 'person'],
  ['group', 'organization'],
  ['place', 'location'],
]);

/** The icon of an annotation's type, or of what needs attention, in our colour for it. */
export function typeIcon(type: string): vscode.ThemeIcon {
  const { icon, color } = byType.get(type) ?? { icon: 'tag', color: 'otherBorder' };
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`policyAnnotator.${color}`));
}

export function annotationIcon(annotation: PlacedAnnotation): vscode.ThemeIcon {
  return standingIcon(annotation) ?? typeIcon(annotation.type);
}

/** What shows that a place isn't sure, or that a text is gone, quietly where a person decided so; undefined where it is anchored. */
export function standingIcon(annotation: PlacedAnnotation): vscode.ThemeIcon | undefined {
  if (annotation.standing === 'anchored') return undefined;
  const color = isKeptOrphan(annotation) ? 'otherBorder' : 'uncertainBorder';
  const icon = annotation.standing === 'uncertain' ? 'question' : 'circle-slash';
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`policyAnnotator.${color}`));
}

/** A disc in the actor's own colour where it has one, else the icon of its kind. */
export function actorIcon(actor: Actor | undefined): vscode.ThemeIcon | vscode.Uri {
  const color = actor?.color;
  if (color !== undefined && /^#[0-9a-f]{6}$/i.test(color)) {
    const disc = `<circle cx="8" cy="8" r="5.5" fill="${color}" stroke="#808080" stroke-width="1"/>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${disc}</svg>`;
    return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
  }
  const icon = byActorKind.get(actor?.kind ?? '') ?? 'person';
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor('policyAnnotator.actorBorder'));
}
