import { DOMParser } from 'linkedom';
import type { AnalysedArticle } from '../analysis/analysedArticle';
import { drawnNetwork, readPictureSettings } from '../analysis/network/drawing';
import { problemsOf } from '../analysis/network/problems';
import { networkPictureSettings } from '../analysis/network/picture';
import type { Given } from '../analysis/settings';
import { countsInWords, settingsInWords } from '../analysis/wording';
import { chartShape } from '../pictures/chart';
import type { Drawing } from '../pictures/drawing';
import { svgFile } from '../pictures/file';
import { networkSvg } from '../pictures/network';
import { placesOf } from '../pictures/networkLayout';
import { lightPalette } from '../pictures/palette';
import { englishWords } from '../pictures/words';
import { Failure, printable } from './command';
import type { Corpus } from './corpus';
import { eachAnalysed } from './eachArticle';
import { counters, figureKinds, figureSettings, idleSettings, missingIn, remarksOn, type FigureKind } from './figures';
import { shown } from './gathering';
import type { PlotKind } from './plot';

type Look = Pick<Drawing, 'width' | 'title'>;

/** Draws a picture of a corpus as SVG. Throws a {@link Failure} where there is nothing to draw. */
type Draw = (corpus: Corpus, look: Look) => Promise<string>;

/** Reads the settings of each kind; throws a SettingsError where it can't be asked so. */
export const pictures: Readonly<Record<PlotKind, (given: Given) => Draw>> = {
  network: drawsNetwork,
  ...(Object.fromEntries(figureKinds.map((kind) => [kind, draws(kind)])) as Record<FigureKind, (given: Given) => Draw>),
};

function draws(kind: FigureKind): (given: Given) => Draw {
  return (given) => {
    const counter = counters[kind](given);
    return async (corpus, look) => {
      await eachAnalysed(corpus, (article, { text }) => counter.add(article, text));
      const chart = counter.chart();
      const missing = missingIn(chart);
      if (missing !== undefined) throw new Failure(printable(missing));
      const document = new DOMParser().parseFromString('<html></html>', 'text/html');
      const caption = [
        settingsInWords(figureSettings[kind], given, idleSettings(chart)),
        [countsInWords(chart.figures.counts, chart.figures.settings), ...remarksOn(chart)].join(' '),
      ];
      return svgFile(chartShape(chart, { document, ...look, caption, palette: lightPalette, words: englishWords }));
    };
  };
}

function drawsNetwork(given: Given): Draw {
  readPictureSettings(given);
  return async (corpus, { title = 'Network' }) => {
    const articles: AnalysedArticle[] = [];
    await eachAnalysed(corpus, (article) => articles.push(article));
    const { picture, network, statements } = shown(drawnNetwork(articles, given), 'network');
    const problems = problemsOf(statements, network);
    const [empty] = problems.filter(({ isEmpty }) => isEmpty);
    if (empty) throw new Failure(printable(empty.message));
    const notes = problems.map(({ message }) => message);
    const lines = [
      settingsInWords(networkPictureSettings, given),
      countsInWords(network.counts, network.settings),
      ...notes,
    ];
    return networkSvg(picture, placesOf(picture), { title, lines, agree: 'agree', conflict: 'conflict' });
  };
}
