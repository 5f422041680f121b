import assert from 'node:assert/strict';
import type { Placement } from '../../../../src/anchoring/finding/placement';
import { PlaceTracker } from '../../../../src/anchoring/following/tracker';
import { quoteAll } from '../../../../src/anchoring/quoting';
import type { Target } from '../../../../src/model/annotation';
import { composeSidecar } from '../../../../src/editor/store/composing';
import { whereItWas } from '../../../../src/anchoring/finding/unsought';
import { followFound, moveToFound } from '../../../../src/editor/store/finding';
import { TextRevision } from '../../../../src/editor/store/textRevision';

const old = 'Share this page.\nKarsk says that Velmar protests.\n';
const now = 'A note of the editor comes first. Share this page now.\nKarsk says that Velmar protests.\n';

const rest = { fileName: 'a.txt', encoding: 'utf8', entries: new Map(), fields: {}, codings: [], unknown: {} };

describe('A sidecar that is composed says of boilerplate', () => {
  const target = quoteAll(old, [{ start: 0, end: 16 }]);

  async function excluded(ranges: readonly Placement[]): Promise<readonly Target[] | undefined> {
    const spot = followFound(new PlaceTracker(now), { target, sha256: '0'.repeat(64) }, ranges);
    const { value } = await composeSidecar({ ...rest, revision: new TextRevision(now), exclusions: [spot] });
    return value.article.excluded;
  }

  it('that was not looked for yet what was read of it, not what stands at its offsets by chance', async () => {
    assert.deepEqual(await excluded(whereItWas({ target }, now)), target);
    assert.deepEqual(await excluded(whereItWas({ target }, '')), target);
  });

  it('that is in doubt what stands where it is likely', async () => {
    const place = { start: 34, end: 49, confidence: 0.4 };
    const [range] = (await excluded([{ ...place, standing: 'uncertain', candidates: [place] }])) ?? [];
    assert.equal(range?.exact, 'Share this page');
  });
});

describe('While a sidecar is written', () => {
  it('what is found again meanwhile keeps its likely places', async () => {
    const tracker = new PlaceTracker(now);
    const [place] = whereItWas({ target: quoteAll(now, [{ start: 34, end: 49 }]) }, now);
    assert.ok(place);
    const target = quoteAll(now, [place]);
    const sure: Placement = { ...place, standing: 'anchored', confidence: 0.9 };
    const spot = followFound(tracker, { target, sha256: '0'.repeat(64) }, [sure]);
    const composing = { ...rest, revision: new TextRevision(now), exclusions: [spot] };
    const { done } = await composeSidecar(composing);
    moveToFound(tracker, spot, [{ ...place, candidates: [{ start: 0, end: 6, confidence: 0.3 }] }]);
    done();
    assert.equal(spot.found[0]?.candidates.length, 1);
  });
});
