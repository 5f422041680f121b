import type { Channel } from './channel';
import type { FormView } from './formView';

/** The keys of the whole form, and where the focus goes when the view gets it. */
export function listenToKeys(form: FormView, channel: Channel): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') escape(form, channel, event);
    else undo(form, channel, event);
  });
  let byMouse = false;
  addEventListener('mousedown', () => (byMouse = true), true);
  addEventListener('mouseup', () => (byMouse = false), true);
  addEventListener('focus', () => {
    // By the command or by F6: whoever clicks has said where to.
    if (!byMouse) form.focusIfNowhere();
  });
}

/** Takes back what is typed; with nothing typed, back to the article. */
function escape(form: FormView, channel: Channel, event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
  if (!form.revert()) channel.tell({ type: 'leave' });
}

/** Ctrl+Z is the text's own while one types, and undoes the last step else; VS Code must not hear of that. */
function undo(form: FormView, channel: Channel, event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const type = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : undefined;
  if (!type || !form.subject || form.focused?.isChanged) return;
  event.preventDefault();
  event.stopPropagation();
  channel.tell({ type, subject: form.subject });
}
