/** What the table's words mean, and what was done to be fair. */
export const notes = `Sizes are UTF-16 units. The texts are State of the Union addresses (public domain), set as news articles with made-up
furniture (by-lines, share bars, links) and made-up people who are quoted. Thresholds are tuned on other speeches and seeds
(--tune) than those reported; no sentence of more than 40 units is in both.`;
