/** The kinds of pictures: each has a command, a panel and a page of its own. */
export const pictureKinds = ['network'] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** Of the panel's type, as VS Code knows it. */
export const PICTURE_TYPE = 'policyAnnotator.picture.';
