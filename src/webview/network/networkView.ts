import type { NetworkPicture } from '../../analysis/network/picture';
import { networkSvg } from '../../pictures/network';
import { placesOf } from '../../pictures/networkLayout';
import { element } from '../element';
import type { Channel } from '../pictures/channel';
import type { TableData } from '../pictures/dataTable';
import type { PictureView } from '../pictures/view';

export class NetworkView implements PictureView {
  readonly element = element('div', { className: 'network' });
  private data: NetworkPicture | undefined;

  constructor(private readonly channel: Channel) {}

  show(data: unknown): void {
    this.data = data as NetworkPicture;
  }

  tables(): readonly TableData[] {
    return [];
  }

  svg(): string {
    const { title } = this.channel.words;
    if (!this.data) return '';
    return networkSvg(this.data, placesOf(this.data), { title, lines: [], agree: '', conflict: '' });
  }
}
