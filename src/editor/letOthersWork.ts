/** Between two slices of long work: lets others work, the editor's events among them. */
export function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
