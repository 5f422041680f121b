import type { PictureKind } from './kinds';
import { networkPicture } from './network/networkPicture';
import type { Picture } from './picture';

/** What there is of each kind. */
export function pictureOf(kind: PictureKind): Picture {
  switch (kind) {
    case 'network':
      return networkPicture();
  }
}
