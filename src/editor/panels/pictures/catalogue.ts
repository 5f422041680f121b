import { cooccurrencePicture } from './charts/cooccurrencePicture';
import { evidencePicture } from './charts/evidencePicture';
import { frequenciesPicture } from './charts/frequenciesPicture';
import { matrixPicture } from './charts/matrixPicture';
import { timelinePicture } from './charts/timelinePicture';
import { concordancePicture } from './concordance/concordancePicture';
import type { PictureKind } from './kinds';
import { networkPicture } from './network/networkPicture';
import type { Picture } from './picture';

/** What there is of each kind. */
export function pictureOf(kind: PictureKind): Picture {
  switch (kind) {
    case 'network':
      return networkPicture();
    case 'timeline':
      return timelinePicture();
    case 'matrix':
      return matrixPicture();
    case 'frequencies':
      return frequenciesPicture();
    case 'cooccurrence':
      return cooccurrencePicture();
    case 'concordance':
      return concordancePicture();
    case 'evidence':
      return evidencePicture();
  }
}
