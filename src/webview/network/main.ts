import { startPicture } from '../pictures/page';
import { NetworkView } from './networkView';

startPicture((channel) => new NetworkView(channel));
