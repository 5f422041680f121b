import { networkPictureSettings } from '../analysis/network/picture';
import { claimSettings } from '../analysis/claimChoice';
import type { SettingSpec } from '../analysis/settings';
import { parsed } from './arguments';
import { articleFiles } from './articleFiles';
import { exitCodes, printable, say, UsageError, type Command } from './command';
import { Corpus } from './corpus';
import { figureKinds, figureSettings, type FigureKind } from './figures';
import { outputTo } from './output';
import { fileHelp, givenSettings, settingLines, settingOptions, variablesHelp } from './settings';
import { asked } from './suggestion';
import { assertEnding } from './tableFormat';

const plotKinds = ['network', ...figureKinds] as const;
export type PlotKind = (typeof plotKinds)[number];

const abouts: Readonly<Record<PlotKind, string>> = {
  network: 'who stands with whom',
  timeline: 'claims by date',
  matrix: 'who takes which side on what',
  frequencies: 'how often there is what',
  cooccurrence: 'what occurs together',
  evidence: 'what speaks for and against claims, and where they were said',
};

/** Those that all kinds have are said once. */
function ownHelp(kind: FigureKind): string {
  return settingLines(figureSettings[kind].filter((spec) => !claimSettings.includes(spec)));
}

export const plot: Command = {
  help: `Draws a picture of what is annotated in articles and folders (without any PATH, in this one), as SVG. KIND is one of:

${plotKinds.map((kind) => `${kind.padEnd(13)} ${abouts[kind]}`).join('\n')}

--out PATH               the file; without it, or with "-", the standard output
--force                  replaces what is at PATH already; but never an article, a sidecar or a codebook
--width NUMBER           in pixels; usually 960, and 1200 of a network, which is always so wide
--title TEXT             what stands above the picture

${figureKinds.map((kind) => `Settings of ${kind}:\n${ownHelp(kind)}`).join('\n\n')}

Settings of network: those of the command network, and at, size, color and least, see policy-annotator help network.

Settings of all:
${settingLines(claimSettings)}
${fileHelp}

${variablesHelp}

The settings stand beneath the picture, with what was counted.

Exit code 0: written. 2: settings that don't go together, nothing to draw, files that can't be read or written: nothing was.

Examples:
  policy-annotator plot timeline --unit week --out timeline.svg articles
  policy-annotator plot matrix --order similarity --out matrix.svg
  policy-annotator plot cooccurrence --of sources --within article --out sources.svg
  policy-annotator plot evidence --show contradictions > contradictions.svg
  policy-annotator plot network --aggregation subtract --out network.svg articles`,
  run: async (args) => {
    const kind = kindOf(args);
    const specs = kind === undefined ? [] : settingsOf(kind);
    const needed = { needed: [`KIND (${plotKinds.join(', ')})`], most: Infinity };
    const { values, places } = parsed(
      args,
      {
        ...settingOptions(specs),
        ...{ out: { type: 'string' }, force: { type: 'boolean' } },
        ...{ width: { type: 'string' }, title: { type: 'string' } },
      },
      needed,
    );
    const [wanted = '', ...named] = places;
    if (kind === undefined || wanted !== kind) {
      throw new UsageError(
        `There is no picture "${printable(wanted)}"${asked(wanted, plotKinds)} KIND is ${plotKinds.join(', ')}.`,
      );
    }
    const { out, force = false, width = '960', title } = values as Given;
    if (!/^\d{3,4}$/.test(width)) throw new UsageError(`--width can't be "${printable(width)}"; it is 100 to 9999.`);
    assertEnding(out, ['svg']);
    const given = await givenSettings(specs, values);
    const { pictures } = await import('./plotting');
    const begun = pictures[kind](given);

    const files = await articleFiles(named.length > 0 ? named : ['.'], 'article');
    const output = await outputTo(out, { id: 'svg', files: 'one' }, force, files);
    const corpus = await Corpus.of(files);
    const content = await begun(corpus, { width: Number(width), ...(title === undefined ? {} : { title }) });
    await output.write([{ path: '', chunk: content }]);
    if (!output.isStandard) say(`${printable(out ?? '')}: ${abouts[kind]}.`);
    return exitCodes.ok;
  },
};

interface Given {
  readonly out?: string;
  readonly force?: boolean;
  readonly width?: string;
  readonly title?: string;
}

/** The kind that is named first, before it is known which options there are. */
function kindOf(args: readonly string[]): PlotKind | undefined {
  return plotKinds.find((kind) => args.find((arg) => plotKinds.some((one) => one === arg)) === kind);
}

function settingsOf(kind: PlotKind): readonly SettingSpec[] {
  return kind === 'network' ? networkPictureSettings : figureSettings[kind];
}
