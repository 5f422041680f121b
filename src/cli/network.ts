import { findingSettings, givenOfFindings, readFindingSettings } from '../analysis/network/findingSettings';
import { whyNot } from '../analysis/network/leftOutWords';
import { givenOf, readNetworkSettings } from '../analysis/network/reading';
import { networkSettings } from '../analysis/network/settings';
import type { Given, SettingSpec } from '../analysis/settings';
import { Losses, lossesInWords } from '../exchange/losses';
import { assertHolds, networkFormats } from '../exchange/networks/networkFormats';
import { inChunks } from '../exchange/writing/streaming';
import { parsed } from './arguments';
import { articleFiles } from './articleFiles';
import { exitCodes, printable, say, type Command } from './command';
import { Corpus } from './corpus';
import { gathered } from './gathering';
import { textOf } from './networkText';
import { outputTo } from './output';
import { givenSettings, settingOptions, settingsHelp, variablesHelp, withUsual } from './settings';
import { formatOf } from './tableFormat';

const specs: readonly SettingSpec[] = [...networkSettings, ...findingSettings];

export const networkCommand: Command = {
  help: `Makes a discourse network of the claims in articles and folders (without any PATH, in this one): who is tied to whom by what
they say of the same topics (one-mode), who says what (two-mode), or the claims one by one (event-list).

${settingsHelp(specs)}

--format FORMAT          csv (usual): a matrix with a header row and a column of labels; dl: UCINET; graphml: Gephi, networkx,
                         visone; gexf: Gephi, edges from the first to the last day of the claims behind them, of windows of
                         time weights that change; json: all, with counts and settings.
                         Without it the ending of --out counts
--out PATH               the file; without it, or with "-", the standard output
--force                  replaces what is at PATH already; but never an article, a sidecar or a codebook

${variablesHelp}

How many claims are in the network, and why others aren't, is said on the standard error, and in json.

Exit code 0: written. 2: settings that don't go together, no claim that is left, files that can't be read or written: nothing was.

Examples:
  policy-annotator network --aggregation congruence --normalisation average > actors.csv
  policy-annotator network --mode two-mode --aggregation subtract --out actors-topics.graphml articles
  policy-annotator network --mode event-list --from 2022 --to 2023-06 --out claims.csv
  policy-annotator network --exclude topic=procedure --only actor.kind=state --only actor.kind=organization
  policy-annotator network --aggregation conflict --window months --window-size 3 --format gexf --out conflict.gexf
  policy-annotator network --aggregation subtract --measures --clusters actor.kind --format json
  policy-annotator network --settings study.json --duplicates document`,
  run: async (args) => {
    const options = { format: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } } as const;
    const places = { needed: [], most: Infinity };
    const { values, places: named } = parsed(args, { ...settingOptions(specs), ...options }, places);
    const { out, force = false } = values as { readonly out?: string; readonly force?: boolean };
    const format = formatOf(networkFormats, values['format'] as string | undefined, { out, usual: 'csv' });
    const given = await givenSettings(specs, values);
    const settings = readNetworkSettings(only(networkSettings, given));
    const findings = readFindingSettings(only(findingSettings, given), settings);
    assertHolds(format, settings, findings);

    const files = await articleFiles(named.length > 0 ? named : ['.'], 'article');
    const output = await outputTo(out, { id: format, files: 'one' }, force, files);
    const corpus = await Corpus.of(files);
    const losses = new Losses();
    const text = textOf({
      ...{ statements: await gathered(corpus, settings), findings, format, codebooks: corpus.codebooks, losses },
      given: withUsual(specs, { ...givenOf(settings), ...givenOfFindings(findings) }),
    });
    await output.write(inChunks('', text.pieces));

    say(`${output.isStandard ? '' : `${printable(out ?? '')}: `}${printable(text.summary)}.`);
    const why = whyNot(text.statements.counts, text.statements);
    if (why !== '') say(`Left out: ${printable(why)}.`);
    for (const note of text.notes) say(printable(note));
    if (losses.all.length > 0) say(`Not in the file: ${printable(lossesInWords(losses.all))}.`);
    return exitCodes.ok;
  },
};

function only(of: readonly SettingSpec[], given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([name]) => of.some((spec) => spec.name === name)));
}
