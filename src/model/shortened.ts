/** At most `most` code points, the cut shown by an ellipsis. Looks at no more of the text than that. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // So many units hold more than `most` code points, whatever these are.
  const points = [...text.slice(0, 2 * most + 2)];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
}
