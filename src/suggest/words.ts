/** Small word lists of English that more than one file here rests on. All lower case. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Capitalised at the head of a sentence only, never the beginning of a name. */
export const ordinaryWords = list(`
  a an the this that these those such some any all both each every many most several few other another no not none
  i he she it we you they who whom whose which what his her its our your their my him them us me one two three four five
  and or but nor so yet for of in on at by to from with without within into onto over under between among amid against
  about after before since until during while as if when whenever where why how whether because although though unless
  despite despite following according through throughout toward towards across along beyond behind besides above below
  however moreover furthermore meanwhile similarly additionally therefore thus hence nevertheless nonetheless instead
  indeed also again then now here there still even only just once later earlier today yesterday tomorrow recently finally
  first second third last next perhaps overall rather further likewise otherwise consequently accordingly
  is are was were be been being has have had do does did will would can could may might must shall should
  introduction abstract conclusion summary background overview analysis key image photo source note see via
`);

/** Common nouns for groups of people, which stand capitalised at the head of a sentence. */
export const groupNouns = list(`
  analysts observers officials experts critics countries nations governments leaders allies authorities sources states
  people residents activists diplomats researchers scholars journalists reporters lawmakers ministers soldiers troops
  forces protesters citizens voters workers neighbors neighbours members partners adversaries opponents supporters
  parties sides country nation government regime leadership officials administration alliance
  president minister spokesperson spokesman spokeswoman ministry
`);

export const months = list(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

export const weekdays = list('monday tuesday wednesday thursday friday saturday sunday');

export const pronouns = list(`
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours
  ourselves they them their theirs themselves who whom whose which that this these those both each either neither one
  someone everyone everybody somebody nobody none all some others another
  он она оно они его её их кто вони він вона
  他 她 它 他们 她们 它们 他們 她們 我们 我們 谁 誰 彼 彼女 彼ら 我々 그 그녀 그들 우리 누구
  هو هي هم نحن من
`);

/** Offices whose holders, unnamed, speak for the body that they are of. */
export const officeNouns = list(`
  minister secretary president premier chancellor governor mayor ambassador envoy leader chair chairman chairwoman director
  commissioner negotiator official spokesman spokeswoman spokesperson delegate diplomat king queen commander head chief
  boss representative
`);

/** Offices and callings of persons who may speak unnamed. */
export const personNouns: ReadonlySet<string> = new Set([
  ...officeNouns,
  ...list(`
    senator professor economist author lawyer judge general admiral inspector councillor deputy analyst researcher
    designer lawmaker legislator prosecutor
  `),
]);

/** Bodies that may speak. */
export const bodyNouns = list(`
  ministry department government administration agency union alliance bloc group company firm party council commission
  committee court tribunal bank association organisation organization institute secretariat office coalition country state
  kingdom republic federation campaign charity newspaper magazine embassy delegation authority lobby
`);
