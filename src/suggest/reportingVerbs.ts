/** Words that tell who says what, in English. What a verb means for a claim is one line here. */
export interface Verb {
  readonly act: string;
  /** Only where the verb itself says it. */
  readonly stance?: 'support' | 'oppose';
  /** Whether its object, where that is an actor, is whom the claim is addressed to or aimed at. */
  readonly addressed: boolean;
  /** Whether it reports only before a that-clause or quotation: "found that". */
  readonly clausal?: true;
}

type Row = readonly [act: string, stance: 'support' | 'oppose' | undefined, addressed: boolean, verbs: string];

/** Regular verbs by their base form; others as base/third person/past/participle/-ing. A verb with a particle is joined by +; one that
 * reports only before a that-clause or quotation begins with ^. */
/** After VerbNet's classes of saying, telling, confessing, complaining, judging, urging, promising and conjecturing. */
const ROWS: readonly Row[] = [
  [
    'assert',
    undefined,
    false,
    `say/says/said/said/saying state note claim argue declare assert maintain insist explain add report stress emphasize emphasise
    confirm acknowledge admit/admits/admitted/admitted/admitting write/writes/wrote/written/writing express voice reaffirm reiterate
    comment remark contend respond disclose reply answer retort observe suggest estimate calculate repeat recall recount concede
    affirm allege testify attest aver/avers/averred/averred/averring avow proclaim articulate intimate signal divulge confess
    conclude speculate conjecture theorize theorise hypothesize reckon posit postulate assume presume quip/quips/quipped/quipped/quipping joke
    jest assure reassure confide agree concur/concurs/concurred/concurred/concurring caution cite mention clarify counter hint
    imply/implies/implied/implied/implying insinuate boast brag/brags/bragged/bragged/bragging exclaim shout yell whisper mutter murmur
    mumble snap/snaps/snapped/snapped/snapping sigh shrug/shrugs/shrugged/shrugged/shrugging interject opine muse ponder
    deem define rate attribute ascribe point+out spell+out shoot/shoots/shot/shot/shooting+back fire+back hit/hits/hit/hit/hitting+back
    put/puts/put/put/putting+it reads/reads ^announce ^find/finds/found/found/finding ^show/shows/showed/shown/showing
    ^hold/holds/held/held/holding ^feel/feels/felt/felt/feeling ^reveal ^indicate ^demonstrate ^underline ^underscore ^highlight
    ^warn+of ^tweet ^post ^recognize ^recognise ^guess`,
  ],
  [
    'assert',
    undefined,
    true,
    'call describe term characterize characterise portray depict label brand dub/dubs/dubbed/dubbed/dubbing liken',
  ],
  ['assert', undefined, true, 'tell/tells/told/told/telling inform remind advise notify'],
  [
    'assert',
    'oppose',
    false,
    'deny disagree complain lament bemoan protest object grumble gripe grouse moan whine disavow',
  ],
  [
    'condemn',
    'oppose',
    true,
    `condemn denounce criticize criticise lambast/lambasts/lambasted/lambasted/lambasting lambaste
    slam/slams/slammed/slammed/slamming blast decry deplore rebuke censure castigate berate chide scold reproach reprimand reprove
    fault attack assail deride ridicule mock scorn disparage denigrate deprecate malign vilify revile excoriate pillory
    chastise upbraid hit/hits/hit/hit/hitting+out lash+out shame snub/snubs/snubbed/snubbed/snubbing`,
  ],
  ['accuse', 'oppose', true, 'accuse blame charge impugn'],
  [
    'assert',
    'oppose',
    true,
    'oppose reject dismiss dispute contest rebut/rebuts/rebutted/rebutted/rebutting refute repudiate challenge question object+to resist rebuff disown',
  ],
  [
    'praise',
    'support',
    true,
    'praise hail laud applaud welcome commend compliment acclaim extol/extols/extolled/extolled/extolling herald salute thank congratulate celebrate cheer tout',
  ],
  [
    'assert',
    'support',
    true,
    'support endorse defend back favor favour champion embrace condone uphold/upholds/upheld/upheld/upholding',
  ],
  [
    'demand',
    'support',
    false,
    'call+for advocate press+for push+for propose recommend plead appeal lobby+for argue+for campaign+for',
  ],
  [
    'demand',
    undefined,
    true,
    'urge demand call+on call+upon request ask order beg/begs/begged/begged/begging implore exhort beseech/beseeches/beseeched/beseeched/beseeching entreat importune petition',
  ],
  ['promise', undefined, false, 'vow pledge promise swear/swears/swore/sworn/swearing guarantee'],
  ['threaten', undefined, true, 'threaten'],
  [
    'predict',
    undefined,
    false,
    'predict forecast/forecasts/forecast/forecast/forecasting prophesy warn foresee/foresees/foresaw/foreseen/foreseeing',
  ],
];

/** Verbs of motive and view: whoever is said to do this has not said so. */
const IMPUTING =
  'seek/seeks/sought/sought/seeking hope+to hope+for hope+that want aim intend wish desire believe think/thinks/thought/thought/thinking fear plan+to try+to perceive suspect expect prefer/prefers/preferred/preferred/preferring would/would+like would/would+rather would/would+prefer worry dread see/sees/saw/seen/seeing view regard doubt';
/** "X’s motive for … is": nouns that ascribe. */
export const MOTIVES =
  /^(?:motives?|motivations?|goals?|aims?|objectives?|intentions?|ambitions?|strateg(?:y|ies)|desires?|hopes?|fears?|calculus|calculations?|interests?|reasoning)$/u;

function listed(verbs: string): string[] {
  return verbs.trim().split(/\s+/u);
}

function forms(verb: string): string[] {
  const [base = '', particle] = verb.replace(/^\^/u, '').split('+');
  const irregular = base.split('/');
  const all = irregular.length > 1 ? irregular : regular(base);
  return all.map((form) => (particle ? `${form} ${particle}` : form));
}

function regular(base: string): string[] {
  if (/[^aeiou]y$/u.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (/[^e]e$/u.test(base)) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (base.endsWith('ee')) return [base, `${base}s`, `${base}d`, `${base}ing`];
  return [base, /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`, `${base}ed`, `${base}ing`];
}

/** By form in lower case: "condemned", "call for". */
export const reportingVerbs: ReadonlyMap<string, Verb> = new Map(
  ROWS.flatMap(([act, stance, addressed, verbs]) =>
    listed(verbs).flatMap((verb) => {
      const meaning: Verb = {
        act,
        addressed,
        ...(stance ? { stance } : {}),
        ...(verb.startsWith('^') ? { clausal: true as const } : {}),
      };
      return forms(verb).map((form): [string, Verb] => [form, meaning]);
    }),
  ),
);

/** Forms of the verbs that impute; "planned to". */
export const imputingVerbs: ReadonlySet<string> = new Set(listed(IMPUTING).flatMap(forms));

/** Infinitives, without particle: behind "and" they go on with "to", and have no subject. */
export const infinitives: ReadonlySet<string> = new Set(
  [...ROWS.map(([, , , verbs]) => verbs), IMPUTING].flatMap((verbs) =>
    listed(verbs).map((verb) => verb.replace(/^\^/u, '').split(/[/+]/u)[0] ?? ''),
  ),
);

/** A form that is a noun or adjective as often: "demands", "plan". It counts as a verb only behind what a verb stands behind. */
export const isNounToo = (form: string): boolean =>
  /^(?:supports?|demands?|claims?|reports?|praise|blame|states?|notes?|calls?|requests?|hopes?|aims?|wants?|plans?|fears?|desires?|wish|views?|orders?|comments?|remarks?|promises?|pledges?|vows?|forecasts?|stress|voice|express|try|tries|slams?|blasts?|welcome|perceived|desired|intended|planned|aimed|charges?|faults?|attacks?|backs?|challenges?|questions?|answers?|objects?|appeals?|labels?|brands?|terms?|estimates?|suspects?|doubts?|favou?rs?|champions?|cheers?|thanks?|protests?|disputes?|contests?|counters?|hints?|jokes?|shouts?|boasts?|guarantees?|posts?|shows?|holds?|finds?|mocks?|advises?|put|worry|worries|dread|alleged|estimated|resists?|signals?|rates?|rated|shames?|scorn|snubs?|rebukes?|censure|reproach|petitions?|sighs?|shrugs?|snaps?|compliments?|cheer|assumed|presumed|defined|intimate|articulate|moans?|gripes?|boast|shout|whispers?|murmurs?|muses?|reprimands?)(?: |$)/u.test(
    form,
  );
