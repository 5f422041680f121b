import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { ToPage } from '../../model/formMessages';
import { Channel, type Host } from './channel';
import { FormView } from './formView';
import { listenToKeys } from './keys';

declare function acquireVsCodeApi(): Host;

const channel = new Channel(acquireVsCodeApi());
const form = new FormView(channel);
document.body.append(form.element);

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const message = channel.take(data);
  if (!message) document.title = channel.words.form;
  else if (message.type === 'form') form.show(message.form, message.answered);
  else if (message.type === 'nothing') form.showNothing(message.text);
  else form.refuse(message.change, message.why);
});
listenToKeys(form, channel);
const { wanted } = channel.state;
channel.tell({ type: 'ready', ...(wanted ? { wanted } : {}) });
