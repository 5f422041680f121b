/** The checks of an article, each by the name of its setting, and whether it is on by default. */
export const checkDefaults = {
  missingSpeaker: true,
  unknownIds: true,
  outdatedSidecar: true,
  missingSource: false,
  untaggedNames: false,
  contradictions: false,
} as const;

export type CheckName = keyof typeof checkDefaults;
