import * as vscode from 'vscode';
import { looks, type Look } from './looks';

const color = (name: string): vscode.ThemeColor => new vscode.ThemeColor(`policyAnnotator.${name}`);

const { Left, Center, Right, Full } = vscode.OverviewRulerLane;

/**
 * What each kind looks like. They nest (an actor in a claim in a passage), so that each has a channel of its own beside
 * its tint: passages a bar at their left, claims a dashed line under the words, sources a double and actors a solid line
 * at the foot of the line.
 */
const kinds = {
  passage: {
    backgroundColor: color('passageBackground'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 2px',
    borderColor: color('passageBorder'),
    overviewRulerColor: color('passageBorder'),
    overviewRulerLane: Right,
  },
  claim: {
    backgroundColor: color('claimBackground'),
    // A decoration's own colours don't reach the line under the words; the theme's variables do.
    textDecoration: 'underline dashed 1px var(--vscode-policyAnnotator-claimBorder, currentcolor)',
    overviewRulerColor: color('claimBorder'),
    overviewRulerLane: Center,
  },
  source: {
    backgroundColor: color('sourceBackground'),
    borderStyle: 'double',
    borderWidth: '0 0 3px 0',
    borderColor: color('sourceBorder'),
    overviewRulerColor: color('sourceBorder'),
    overviewRulerLane: Right,
  },
  actor: {
    backgroundColor: color('actorBackground'),
    borderStyle: 'solid',
    borderWidth: '0 0 2px 0',
    borderColor: color('actorBorder'),
    overviewRulerColor: color('actorBorder'),
    overviewRulerLane: Left,
  },
  other: {
    borderStyle: 'dotted',
    borderWidth: '1px',
    borderColor: color('otherBorder'),
    overviewRulerColor: color('otherBorder'),
    overviewRulerLane: Right,
  },
} satisfies Readonly<Record<string, vscode.DecorationRenderOptions>>;

/** As its kind, in a dashed box of its own colour and with a question mark behind it. */
function uncertain(kind: keyof typeof kinds): vscode.DecorationRenderOptions {
  return {
    ...kinds[kind],
    outline: '1px dashed',
    outlineColor: color('uncertainBorder'),
    overviewRulerColor: color('uncertainBorder'),
    overviewRulerLane: Full,
    after: { contentText: '?', color: color('uncertainBorder'), fontWeight: 'bold' },
  };
}

const styles: Readonly<Record<Look, vscode.DecorationRenderOptions>> = {
  ...kinds,
  'passage-uncertain': uncertain('passage'),
  'claim-uncertain': uncertain('claim'),
  'source-uncertain': uncertain('source'),
  'actor-uncertain': uncertain('actor'),
  'other-uncertain': uncertain('other'),
  excluded: { color: color('excludedForeground'), fontStyle: 'italic' },
};

/** One decoration type a look; they are costly to make, so that they are made once. */
export function makeDecorationTypes(): ReadonlyMap<Look, vscode.TextEditorDecorationType> {
  return new Map(
    looks.map((look) => [
      look,
      vscode.window.createTextEditorDecorationType({
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        ...styles[look],
      }),
    ]),
  );
}
