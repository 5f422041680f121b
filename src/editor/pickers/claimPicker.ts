import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import {
  ATTRIBUTION,
  candidateKey,
  ChosenCandidates,
  claimState,
  isKnownIn,
  type Candidate,
  type ClaimState,
  type GuessedFields,
  type Offers,
} from '../../suggest/claimChoice';
import { RangeKeys, readClaimLine, type ClaimLine, type RangeStep } from '../../suggest/claimInput';
import type { NewActor } from '../../suggest/offer';
import { Arguments } from '../commands/arguments';
import { type Workplace } from '../commands/tagging';
import { withValues } from '../commands/withValues';
import type { Parts } from '../parts';
import { ActiveItem } from './activeItem';
import { ClaimOffers, stanceOfSign } from './claimOffers';
import { ClaimRanges } from './claimRanges';
import { claimItem, claimTitle } from './claimWording';
import { EditorPreview } from './editorPreview';

/** What the person made of a claim: its targets, which the picker may have resized, and its fields as tagClaim takes them. */
export interface ClaimChoice {
  readonly targets: readonly (readonly Range[])[];
  readonly args: Arguments;
  /** Actors that the fields name and the codebook doesn't have yet. */
  readonly newActors: readonly NewActor[];
}

interface CandidateItem extends vscode.QuickPickItem {
  readonly candidate: Candidate;
}

/**
 * Asks for a claim by one picker: its title shows the claim as it stands, its input is a line of tokens (see readClaimLine),
 * its list shows what the last token may mean, and Enter keeps what the title shows. `typed` is in its input at first.
 */
export async function askClaim(
  parts: Parts,
  place: Workplace,
  targets: readonly (readonly Range[])[],
  typed: string,
): Promise<ClaimChoice | undefined> {
  const preview = new EditorPreview();
  const choice = await new ClaimPicker(parts, place, targets, preview).ask(typed);
  await preview.finish(choice !== undefined);
  return choice;
}

class ClaimPicker {
  private readonly picker = vscode.window.createQuickPick<CandidateItem>();
  private readonly active: ActiveItem<CandidateItem>;
  private readonly items = new Map<string, CandidateItem>();
  private readonly chosen = new ChosenCandidates();
  private readonly keys = new RangeKeys();
  private readonly ranges: ClaimRanges;
  private readonly surroundings: ClaimOffers;
  private readonly shrink = rangeButton('fold', vscode.l10n.t('Less of the text ([)'));
  private readonly grow = rangeButton('unfold', vscode.l10n.t('More of the text (])'));
  private steps: readonly RangeStep[] = [];
  private value = '';
  private offers: Offers;
  private guess: GuessedFields;
  private line: ClaimLine;
  private state: ClaimState;

  constructor(
    parts: Parts,
    private readonly place: Workplace,
    targets: readonly (readonly Range[])[],
    private readonly preview: EditorPreview,
  ) {
    this.ranges = new ClaimRanges(place.article, targets);
    this.surroundings = new ClaimOffers(parts, place);
    this.active = new ActiveItem(this.picker, (item) => this.moved(item));
    this.offers = this.surroundings.offers(this.ranges.first);
    this.guess = this.surroundings.guess(this.ranges.first);
    this.line = this.read();
    this.state = this.compute();
    this.picker.placeholder = vscode.l10n.t(
      'topic  @speaker  >addressee  =holder  #source  !act  + − 0  [ ] range   (? is a guess)',
    );
    this.picker.buttons = [this.shrink, this.grow];
    this.picker.ignoreFocusOut = true;
  }

  ask(typed: string): Promise<ClaimChoice | undefined> {
    const { picker } = this;
    this.showTargets();
    this.typed(typed);
    return new Promise((resolve) => {
      const subscriptions = [
        picker.onDidChangeValue((value) => this.typed(value)),
        picker.onDidTriggerButton((button) => this.resize(this.keys.pressed(button === this.grow ? 1 : -1))),
        picker.onDidAccept(() => {
          this.active.settled();
          resolve(this.choice());
          picker.hide();
        }),
        // The ranges are those of the text as it was.
        this.place.article.onDidChange(({ kind }) => (kind === 'text' ? picker.hide() : undefined)),
        picker.onDidHide(() => {
          resolve(undefined);
          vscode.Disposable.from(...subscriptions, this.active, picker).dispose();
        }),
      ];
      picker.show();
      // VS Code selects what is there when a picker opens: the first key would replace it.
      if (typed !== '') picker.value = typed;
    });
  }

  private typed(value: string): void {
    this.value = value;
    this.resize(this.keys.typed(value));
  }

  private resize(steps: readonly RangeStep[]): void {
    if (steps.join() !== this.steps.join()) {
      this.steps = steps;
      this.ranges.follow(steps);
      this.showTargets();
      this.offers = this.surroundings.offers(this.ranges.first);
      this.guess = this.surroundings.guess(this.ranges.first);
    }
    this.line = this.read();
    this.state = this.compute();
    this.show();
  }

  private showTargets(): void {
    this.preview.target(this.place.article, this.ranges.targets.flat());
  }

  private moved(item: CandidateItem): void {
    this.chosen.choose(this.line.current, item.candidate);
    this.state = this.compute();
    this.picker.title = claimTitle(this.state);
  }

  private read(): ClaimLine {
    return readClaimLine(this.value, isKnownIn(this.offers));
  }

  private compute(): ClaimState {
    return claimState(this.line, this.offers, this.guess, this.chosen);
  }

  private show(): void {
    const { candidates, active } = this.state;
    this.picker.title = claimTitle(this.state);
    this.active.show(
      candidates.map((candidate) => this.item(candidate)),
      active && this.item(active),
    );
  }

  /** The same object for the same candidate, so that the list doesn't flicker. */
  private item(candidate: Candidate): CandidateItem {
    const key = candidateKey(candidate);
    let item = this.items.get(key);
    if (!item) {
      item = { ...claimItem(candidate, this.place.codebook.lists), candidate };
      this.items.set(key, item);
    }
    return item;
  }

  /** The claim as tagClaim takes it. */
  private choice(): ClaimChoice {
    const { topic, speaker, holder, addressee, source, stance, attribution, attributes } = this.state;
    const ids = (list: readonly Candidate[]): readonly string[] | undefined =>
      list.length > 0 ? list.map(({ id }) => id) : undefined;
    const made = [...speaker, ...holder, ...addressee].filter(({ sort }) => sort === 'new');
    const newActors = new Map(made.map(({ name, kind }) => [name, withValues({ name, kind })]));
    const fields = withValues({
      topic: topic?.id,
      stance: stance && stanceOfSign(this.place.codebook.lists.stances, stance),
      attribution: attribution?.id.slice(ATTRIBUTION.length),
      speaker: ids(speaker),
      holder: ids(holder),
      addressee: ids(addressee),
      source: ids(source),
      attributes:
        attributes.length > 0
          ? Object.fromEntries(
              attributes.flatMap(({ attribute }) => (attribute ? [[attribute.id, attribute.value]] : [])),
            )
          : undefined,
    });
    return { targets: this.ranges.targets, args: new Arguments(fields), newActors: [...newActors.values()] };
  }
}

function rangeButton(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}
