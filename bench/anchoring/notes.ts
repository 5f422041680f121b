/** What the table's words mean, and what was done to be fair. */
export const notes = `Texts: State of the Union addresses (public domain), set as news articles with made-up by-lines, share bars, links and people
who are quoted; sizes in UTF-16 units. Thresholds are tuned on other speeches and seeds (--tune) than those reported here, and
no sentence of more than 40 units is in both. Targets lie in one paragraph or heading each; none in what stands round articles.
Truth: the hull of the target's surviving characters, in whatever spelling. If its first or last word was replaced, that end is
right with or without the new word. Deleted: none of its letters survives. Hit: both have half or more of what either has.
Exact: both ends right; counts as a hit too. Wrong: anchored elsewhere. Missed: survives, and not found. Hit, exact, wrong,
missed and unsure in per cent of the targets that survive; false anchors of those deleted; "unsure gone": deleted ones called
uncertain. In the sums wrong+false and unsure are per cent of all targets, deleted ones too; "named": of the uncertain ones that
survive, how many have the right place among the candidates. Remnants have less than 40 % of their letters left: no one can say
whether such a one still is the passage; they count, and the column without them is only for a look.
CRLF: peers get the text with CR LF; ours gets what the product gives it, the article's text with LF, and so has nothing to do.
Peers get 32 units of context, as they store it themselves. A slow one is measured on a random sample (measured/all), cut when
its time is over; its time for all is then reckoned (~), and in the sums its shares stand for its scenario, and counts
are of what was measured. Hypothesis’ way is approx-string-match with the client's weights, without a threshold; fast-diff
places a target at its equal characters.
Ours is the median of rounds after one that isn't timed. The prototype's figures were measured on other texts.`;
