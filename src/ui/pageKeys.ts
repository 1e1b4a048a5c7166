/**
 * Listens to the keys that are the page's. What is pressed while a dialog stands over the page is the dialog's, wherever
 * the focus still is: it comes into a dialog a moment after the dialog is seen. Gives what ends it.
 */
export function onPageKey(pressed: (event: KeyboardEvent) => void): () => void {
  let isCovered = false;
  // Asked before anybody acts on the key: a dialog that closes by it was there when it was pressed.
  const noted = () => {
    isCovered = document.querySelector('[aria-modal="true"]') !== null;
  };
  const heard = (event: KeyboardEvent) => {
    if (!isCovered) pressed(event);
  };
  window.addEventListener('keydown', noted, true);
  window.addEventListener('keydown', heard);
  return () => {
    window.removeEventListener('keydown', noted, true);
    window.removeEventListener('keydown', heard);
  };
}
