import { startPicture } from '../pictures/page';
import { ConcordanceView } from './concordanceView';

startPicture((channel) => new ConcordanceView(channel));
