import { startPicture } from '../pictures/page';
import { ChartView } from './chartView';

startPicture((channel) => new ChartView(channel));
