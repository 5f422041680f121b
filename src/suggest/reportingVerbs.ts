/** Words that tell who says what, in English. What a verb means for a claim is one line here. */
export interface Verb {
  readonly act: string;
  /** Only where the verb itself says it. */
  readonly stance?: 'support' | 'oppose';
  /** Whether its object, where that is an actor, is whom the claim is addressed to or aimed at. */
  readonly addressed: boolean;
}

type Row = readonly [act: string, stance: 'support' | 'oppose' | undefined, addressed: boolean, verbs: string];

/** Regular verbs by their base form; others as base/third person/past/participle/-ing. A verb with a particle is joined by +. */
const ROWS: readonly Row[] = [
  [
    'assert',
    undefined,
    false,
    'say/says/said/said/saying state note claim argue announce declare assert maintain insist explain add report stress emphasize emphasise confirm acknowledge admit/admits/admitted/admitted/admitting write/writes/wrote/written/writing express voice reaffirm reiterate comment remark contend respond disclose deny',
  ],
  ['assert', undefined, true, 'tell/tells/told/told/telling inform remind'],
  [
    'condemn',
    'oppose',
    true,
    'condemn denounce criticize criticise lambast/lambasts/lambasted/lambasted/lambasting lambaste slam/slams/slammed/slammed/slamming blast decry deplore rebuke',
  ],
  ['accuse', 'oppose', true, 'accuse blame'],
  ['assert', 'oppose', true, 'oppose reject dismiss'],
  ['praise', 'support', true, 'praise hail laud applaud welcome commend'],
  ['assert', 'support', true, 'support endorse defend'],
  ['demand', 'support', false, 'call+for advocate'],
  ['demand', undefined, true, 'urge demand call+on request ask order'],
  ['promise', undefined, false, 'vow pledge promise'],
  ['threaten', undefined, true, 'threaten'],
  ['predict', undefined, false, 'predict forecast/forecasts/forecast/forecast/forecasting warn'],
];

/** Verbs of motive and view: whoever is said to do this has not said so. */
const IMPUTING =
  'seek/seeks/sought/sought/seeking hope+to want aim intend wish desire believe think/thinks/thought/thought/thinking fear plan+to try+to view+as perceive regard+as';
/** "X’s motive for … is": nouns that ascribe. */
export const MOTIVES =
  /^(?:motives?|motivations?|goals?|aims?|objectives?|intentions?|ambitions?|strateg(?:y|ies)|desires?|hopes?|fears?|calculus|calculations?|interests?)$/u;

function forms(verb: string): string[] {
  const [base = '', particle] = verb.split('+');
  const listed = base.split('/');
  const all = listed.length > 1 ? listed : regular(base);
  return all.map((form) => (particle ? `${form} ${particle}` : form));
}

function regular(base: string): string[] {
  if (/[^aeiou]y$/u.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  return [base, /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`, `${base}ed`, `${base}ing`];
}

/** By form in lower case: "condemned", "call for". */
export const reportingVerbs: ReadonlyMap<string, Verb> = new Map(
  ROWS.flatMap(([act, stance, addressed, verbs]) =>
    verbs
      .split(' ')
      .flatMap(forms)
      .map((form): [string, Verb] => [form, stance ? { act, stance, addressed } : { act, addressed }]),
  ),
);

/** Forms of the verbs that impute; "planned to". */
export const imputingVerbs: ReadonlySet<string> = new Set(IMPUTING.split(' ').flatMap(forms));

/** Infinitives, without particle: behind "and" they go on with "to", and have no subject. */
export const infinitives: ReadonlySet<string> = new Set(
  [...ROWS.map(([, , , verbs]) => verbs), IMPUTING].flatMap((verbs) =>
    verbs.split(' ').map((verb) => verb.split(/[/+]/u)[0] ?? ''),
  ),
);

/** A form that is a noun as often: "demands", "plan". It counts as a verb only behind what a verb stands behind. */
export const isNounToo = (form: string): boolean =>
  /^(?:supports?|demands?|claims?|reports?|praise|blame|states?|notes?|calls?|requests?|hopes?|aims?|wants?|plans?|fears?|desires?|wish|views?|orders?|comments?|remarks?|promises?|pledges?|vows?|forecasts?|stress|voice|express|try|tries|slams?|blasts?|welcome|perceived|desired|intended|planned|aimed)(?: |$)/u.test(
    form,
  );
