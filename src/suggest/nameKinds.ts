/** Word lists that tell what a capitalised name is, in English. All lower case. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Before a person's name, and no part of it. */
export const titles = list(`
  mr mrs ms miss mx dr prof professor sir dame madam president vice prime minister ministers chancellor premier secretary
  undersecretary governor senator sen congressman congresswoman representative rep mp mps mep meps councillor councilor
  councilman councilwoman cllr alderman mayor ambassador envoy consul commissioner general gen admiral colonel col
  captain capt lieutenant lt major maj sergeant sgt commander brigadier marshal corporal inspector superintendent
  constable sheriff chief director chairman chairwoman chairperson speaker spokesman spokeswoman spokesperson leader
  deputy acting former interim incoming outgoing executive officer manager editor correspondent reporter journalist
  columnist author analyst economist attorney prosecutor counsel treasurer bishop archbishop
  cardinal imam rabbi reverend rev foreign interior defence defense finance trade health energy transport
  culture justice housing environment agriculture home state opposition party first second junior senior special
  coach taoiseach tánaiste
`);

/** Before a person's name, and part of it. */
const peerage = list('lord lady baroness baron viscount earl duke duchess prince princess king queen pope');

/** The last word, or the one before "of" and "for", of an organization's name. */
const organizations = list(`
  ministry department agency council committee commission union association federation confederation institute
  institution university college school academy bank fund court tribunal parliament assembly senate congress house
  commons lords party alliance coalition league organization organisation authority bureau board office corporation
  company companies group inc ltd llc plc corp co gmbh foundation trust society club centre center forum network army
  navy force forces guard police news times post herald gazette journal press tribune telegraph chamber treasury
  secretariat administration service services movement front brotherhood church partnership consortium initiative
  campaign panel observatory laboratory laboratories hospital museum airlines airways railways railway industries
  holdings partners resources operator regulator ombudsman cabinet pentagon kremlin watch monitor democrats republicans
  conservatives liberals socialists greens nationals labour labor teamsters traders institute staff headquarters
  directorate inspectorate quarterly magazine radio television broadcasting systems technologies media
`);

/** The first or last word of a geographic name. */
const places = list(`
  river sea ocean strait straits bay gulf lake mount mountain mountains valley pass road street avenue bridge island
  islands isle peninsula coast port airport harbour harbor creek canyon desert forest province county district region
  city town village square park cape fort point station heights hills plain basin canal dam
`);

/** The last word, or the one before "of", of what is neither: laws, works, events. */
const works = list(`
  act treaty convention accord accords agreement agreements protocol pact charter declaration bill report review law
  code constitution directive regulation resolution plan programme program strategy paper index survey summit
  conference war wars cup games olympics festival award prize project scheme levy day week month year century agenda
  initiative deal doctrine guidelines principles framework budget census election elections referendum article section
  chapter appendix annex abstract introduction conclusion notes references figure table part volume edition page
`);

/** Capitalised, and nobody's name. */
const nobody = list(`
  mp mps mep meps ceo ceos cfo gdp gnp ai id tv dna rna hiv aids covid icbm icbms ngo ngos phd pm am bc ad url pdf faq q a
  ok vat it pr hr vip usd eur gbp christmas easter ramadan internet web english french spanish german arabic latin
  god bible quran koran i i’d i’m i’ve i’ll i'd i'm i've i'll mars earth moon sun
`);

const firstNames = list(`
  adam ahmed alan albert alex alexander ali alice alison amina amit amy ana anders andrea andrew anna anne anthony antonio
  arthur barbara ben benjamin boris brian carl carla carlos catherine charles chris christian christine claire clara
  dana daniel david deborah diana dmitri donald dorothy edward elena elizabeth emily emma eric erik eva fatima felix
  fernando francis francisco frank gabriel george grace greta hannah hans hassan helen henrik henry hugo ian ibrahim igor
  ingrid irina isabel ivan jack jacob james jan jane janet jean jennifer jessica joan joe john jonas jorge josé joseph
  juan julia julian karen karim karl kate katherine kenji kevin khalid kim laura lars lee lena leo linda lisa lucas lucy
  luis maria marie marina mario mark markus martin mary matthew maya michael miguel mikhail mohammed muhammad nadia
  nancy natalia nicholas nikolai nina noah noor olga oliver olivia omar oscar pamela patricia patrick paul pavel pedro
  peter petra philip pierre priya rachel rafael ravi ray rebecca richard robert roger ruth samuel sandra sara sarah scott
  sergei simon sofia sophia stefan stephen steven susan tamara teresa theresa thomas tim tom tomas victor viktor vladimir
  walter wendy william xavier yusuf
`);

export type NameKind = 'person' | 'organization' | 'place' | 'work' | 'nobody';

/** What a capitalised name is by its own words; undefined where they don't tell. */
export function kindOfName(words: readonly string[]): NameKind | undefined {
  const lower = words.map((word) => word.toLowerCase().replace(/['’]s?$/u, ''));
  const [first = '', last = ''] = [lower[0], lower.at(-1)];
  const of = lower.findIndex((word) => word === 'of' || word === 'for');
  const head = of > 0 ? (lower[of - 1] ?? '') : last;
  if (lower.length === 1 && nobody.has(first)) return 'nobody';
  if (organizations.has(head)) return 'organization';
  if (works.has(head) || (of > 0 && works.has(last))) return 'work';
  if (lower.length > 1 && (places.has(head) || places.has(first))) return 'place';
  if (lower.length > 1 && of < 0 && (peerage.has(first) || firstNames.has(first))) return 'person';
  return undefined;
}

/** "Russian", "Swedish", "Chinese", "Dutch", "Western": an adjective where a noun follows. */
export function isDemonym(word: string): boolean {
  return (
    /(?:ish|ese|ian|ean|can|lic|iot|stani|(?:north|south|east|west)ern)$|^(?:dutch|french|greek|thai|czech|swiss|iraqi|israeli|german|afghan|western|eastern|northern|southern|central)$/iu.test(
      word,
    ) && !/^(?:vatican|republican)$/iu.test(word)
  );
}
