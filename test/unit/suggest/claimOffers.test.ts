import assert from 'node:assert/strict';
import { claimLines } from './claims';

type Case = readonly [text: string, ...claims: string[]];

function check(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [text, ...claims] of cases) it(text, () => assert.deepEqual(claimLines(text), claims));
  });
}

check('claims: the clause with its reporting verb', [
  ['Japan said it would wait.', '  reported jp: Japan said it would wait.'],
  [
    'France condemned the raid and demanded an inquiry, while Germany called for calm.',
    '- reported fr: France condemned the raid',
    '+ reported fr: demanded an inquiry',
    '+ reported de: Germany called for calm.',
  ],
  [
    'Japan insists it did nothing wrong; Poland disagrees.',
    '  reported jp: Japan insists it did nothing wrong',
    '- reported pl: Poland disagrees.',
  ],
  ['Poland welcomed the offer; Russia has not answered it.', '+ reported pl: Poland welcomed the offer'],
  [
    'The proposal was welcomed by Japan but criticised by South Korea.',
    '+ reported jp: The proposal was welcomed by Japan',
    '- reported kr: criticised by South Korea.',
  ],
  [
    'Russia denied involvement, saying its pilots had been on the ground.',
    '- reported ru: Russia denied involvement',
    '  reported ru: saying its pilots had been on the ground.',
  ],
  [
    'Poland, which opposes the fund, said it would vote against.',
    '  reported pl: Poland, which opposes the fund, said it would vote against.',
    '- reported pl: which opposes the fund',
  ],
  [
    'France and Germany jointly proposed a fund, which Poland opposes.',
    '+ reported fr+de: France and Germany jointly proposed a fund',
    '- reported pl: which Poland opposes.',
  ],
  ['The two leaders talked, and Brandt promised to visit.', '  reported brandt: Brandt promised to visit.'],
  ['PARIS (Wire) — France said no.', '  reported fr: France said no.'],
]);

check('claims: who speaks', [
  [
    'In a note on Monday, the envoy from Brazil asked Japan to reconsider.',
    '+ reported br to jp: In a note on Monday, the envoy from Brazil asked Japan to reconsider.',
  ],
  [
    'Turkey’s foreign minister, Selim Acar, has rejected the report.',
    '- reported acar: Turkey’s foreign minister, Selim Acar, has rejected the report.',
  ],
  ['Brandt, head of the World Bank, said no.', '  reported brandt: Brandt, head of the World Bank, said no.'],
  ['The World Bank’s report says poverty fell.', '  reported bank: The World Bank’s report says poverty fell.'],
  ['Germany has not left, officials say.', '  reported nobody: Germany has not left, officials say.'],
  ['Russia’s critics say it is late.', '  reported nobody: Russia’s critics say it is late.'],
  ['Jane Doyle said she was tired.', '  reported Jane Doyle: Jane Doyle said she was tired.'],
  [
    'In a letter to the World Bank, Turkey and Brazil complained.',
    '- reported tr+br: In a letter to the World Bank, Turkey and Brazil complained.',
  ],
  [
    'The ministers of France, Germany and Poland said no.',
    '  reported fr+de+pl: The ministers of France, Germany and Poland said no.',
  ],
  ['Brandt left Poland. She said that it was over.', '  reported brandt: She said that it was over.'],
  ['Poland met Brandt. It rejected the plan.', '- reported pl: It rejected the plan.'],
  [
    'Poland said no. Brazil has doubts. It asked for time.',
    '  reported pl: Poland said no.',
    '+ reported br: It asked for time.',
  ],
  ['Selim Acar, Turkey’s minister, said no.', '  reported acar: Selim Acar, Turkey’s minister, said no.'],
  ['The report, written by Japan, is long.'],
  ['Brandt spoke first. Her deputy praised the plan.', '+ reported nobody: Her deputy praised the plan.'],
  [
    'Brandt said no.\n\nHe was late. They said so.',
    '  reported brandt: Brandt said no.',
    '  reported brandt: They said so.',
  ],
  ['This article asks why. It argues that it is late.', '  author lee: It argues that it is late.'],
]);

check('claims: quotations', [
  ['“We will not sign,” said France.', '  quoted fr: “We will not sign,” said France.'],
  ['France said: “We will not sign.”', '  quoted fr: France said: “We will not sign.”'],
  ['‘We won’t sign,’ Brandt told the House.', '  quoted brandt: ‘We won’t sign,’ Brandt told the House.'],
  [
    '“It is. It was,” Brandt said. “And it will be.”',
    '  quoted brandt: “It is. It was,” Brandt said.',
    '  quoted brandt: “And it will be.”',
  ],
  [
    '"Prices rose," noted Brandt, "because demand did."',
    '  quoted brandt: "Prices rose," noted Brandt, "because demand did."',
  ],
  [
    'The fund, France said, was “a beginning, not an end”.',
    '  quoted fr: The fund, France said, was “a beginning, not an end”.',
  ],
  ['Brandt: “I will stay here.”', '  quoted brandt: Brandt: “I will stay here.”'],
  ['Brandt called it “odd”.', '  reported brandt: Brandt called it “odd”.'],
  [
    'It rained. “We have no choice at all,” said one of them. “None of us has.”',
    '  quoted nobody: “We have no choice at all,” said one of them.',
    '  quoted nobody: “None of us has.”',
  ],
]);

check('claims: by other words than a verb of saying', [
  ['According to Japan, it is late.', '  reported jp: According to Japan, it is late.'],
  [
    'It is late, according to a study by the World Bank.',
    '  reported bank: It is late, according to a study by the World Bank.',
  ],
  ['In the view of the World Bank, it is late.', '  reported bank: In the view of the World Bank, it is late.'],
  ['It rains; according to Japan, it will go on.', '  reported jp: according to Japan, it will go on.'],
  [
    'Japan seeks to win and hopes to stay.',
    '  imputed lee of jp: Japan seeks to win',
    '  imputed lee of jp: hopes to stay.',
  ],
  ['Germany’s goal is to avoid a vote.', '  imputed lee of de: Germany’s goal is to avoid a vote.'],
  ['Russia is believed to want a deal.', '  imputed lee of ru: Russia is believed to want a deal.'],
  ['What Russia wants is time.', '  imputed lee of ru: What Russia wants is time.'],
  ['Japan, for its part, fears the bill.', '  imputed lee of jp: Japan, for its part, fears the bill.'],
  [
    'The US said that Russia wants to rule the sea.',
    '  reported us of ru: The US said that Russia wants to rule the sea.',
  ],
  ['Russia must pay for the damage.', '  author lee: Russia must pay for the damage.'],
  ['It was a mistake.', '  author lee: It was a mistake.'],
]);

check('claims: addressee and stance', [
  ['Poland blames Russia, not Germany.', '- reported pl to ru: Poland blames Russia, not Germany.'],
  [
    'Poland accused France and Germany of haste.',
    '- reported pl to fr to de: Poland accused France and Germany of haste.',
  ],
  ['Brandt thanked Prime Minister Selim Acar.', '+ reported brandt to acar: Brandt thanked Prime Minister Selim Acar.'],
  ['Turkey is accused of stalling.', '- reported nobody to tr: Turkey is accused of stalling.'],
  ['France called for Russia to withdraw.', '+ reported fr to ru: France called for Russia to withdraw.'],
  ['France called for talks with Russia.', '+ reported fr: France called for talks with Russia.'],
  ['Japan does not support the plan.', '- reported jp: Japan does not support the plan.'],
]);

check('claims: what is none', [
  ['Brandt did not respond to a request for comment.'],
  ['Has Japan said so?'],
  ['Neither country has commented.'],
  ['Japan could say more.'],
  ['Brandt asked whether it rained.'],
  ['Brandt agreed to a meeting.'],
  ['Brandt, who asked not to be named, left.'],
  ['The bank found a house.'],
  ['The demands of Japan and its claims rise.'],
  ['Nadia Ferro writes about prices.'],
  ['Japan Condemns the Raid\n\nIt rained all day long in the town by the sea.'],
  ['It rained all day.\n\nNotes\n\n[1] Japan said so, 2020.'],
]);

check('claims: interviews', [
  [
    'Anna Brandt received us.\n\nQ: Is it late?\n\nA: It is late. Who knows?\n\nQ: Why?\n\nA: We reject the plan.',
    '  quoted brandt: It is late.',
    '  quoted brandt: We reject the plan.',
  ],
  [
    'Ada Lee: Why now?\n\nBrandt: I want to stay.\n\nBrandt: Japan says no.',
    '  quoted brandt: I want to stay.',
    '  quoted brandt: Japan says no.',
  ],
]);
